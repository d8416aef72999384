// Token ranges: round trip and damage.
#include "common/schema/token_ranges.hpp"

#include "common/base/varint.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace dateline::schema {

TEST_SUITE("schema.token_ranges") {
    TEST_CASE("decode_token_ranges gives back what encode_token_ranges wrote") {
        constexpr std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
        for (const std::vector<TokenRange>& ranges : {
                 std::vector<TokenRange>{},
                 std::vector<TokenRange>{{0, 1, 0}},
                 std::vector<TokenRange>{{0, 3, std::nullopt}, {3, 1, 7}, {3, 2, 8}, {200, 0, 300}},
                 std::vector<TokenRange>{{last, 0, last - 1}},
                 std::vector<TokenRange>{{last - 5, 5, 0}},
             }) {
            CHECK(decode_token_ranges(encode_token_ranges(ranges)) == ranges);
        }
    }

    TEST_CASE("decode_token_ranges refuses what is not whole or too large") {
        const std::string good = encode_token_ranges(std::vector<TokenRange>{{1, 2, 300}});
        for (std::size_t size = 1; size < good.size(); ++size) {
            CHECK_FALSE(decode_token_ranges(good.substr(0, size)).has_value());
        }
        for (const int too_large : {0, 1, 2}) {
            std::string bytes;
            for (const int part : {0, 1, 2}) {
                append_varint(bytes, part == too_large ? std::uint64_t{1} << 32U : 1);
            }
            CAPTURE(too_large);
            CHECK_FALSE(decode_token_ranges(bytes).has_value());
        }
        const std::vector<TokenRange> wraps = {
            {std::numeric_limits<std::uint32_t>::max() - 5, 6, 0}};
        CHECK_FALSE(decode_token_ranges(encode_token_ranges(wraps)).has_value());
        const std::vector<TokenRange> ranges = {{4'000'000'000, 1, std::nullopt}};
        const std::string twice = encode_token_ranges(ranges) + encode_token_ranges(ranges);
        CHECK_FALSE(decode_token_ranges(twice).has_value());
    }
}

}  // namespace dateline::schema
