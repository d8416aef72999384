// Varints and ascending lists of numbers.
#include "common/base/varint.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace dateline {

TEST_SUITE("base.varint") {
    TEST_CASE("append_varint takes one byte for each seven bits, and take_varint reads it back") {
        struct Row {
            std::uint64_t value;
            std::size_t size;
        };
        for (const Row& row : {Row{0, 1},
                               Row{127, 1},
                               Row{128, 2},
                               Row{16'383, 2},
                               Row{16'384, 3},
                               Row{1ULL << 56U, 9},
                               Row{(1ULL << 63U) - 1, 9},
                               Row{1ULL << 63U, 10},
                               Row{std::numeric_limits<std::uint64_t>::max(), 10}}) {
            CAPTURE(row.value);
            std::string bytes;
            append_varint(bytes, row.value);
            CHECK(bytes.size() == row.size);
            bytes += "rest";
            std::string_view in = bytes;
            CHECK(take_varint(in) == row.value);
            CHECK(in == "rest");
            for (std::size_t size = 0; size < row.size; ++size) {
                std::string_view cut = std::string_view(bytes).substr(0, size);
                CHECK_FALSE(take_varint(cut).has_value());
                CHECK(cut.size() == size);
            }
        }
    }

    TEST_CASE("take_varint refuses more than 64 bits") {
        const std::string nine(9, '\xFF');
        for (const char last : {'\x02', '\x7F', '\x80', '\x81'}) {
            const std::string bytes = nine + last + std::string(3, '\x01');
            std::string_view in = bytes;
            CHECK_FALSE(take_varint(in).has_value());
            CHECK(in == bytes);
        }
    }

    TEST_CASE("decode_ascending reads what encode_ascending wrote") {
        const std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
        for (const std::vector<std::uint32_t>& numbers :
             {std::vector<std::uint32_t>{}, {0}, {most}, {0, 0, 1}, {5, 128, 129, 70'000, most}}) {
            CHECK(decode_ascending(encode_ascending(numbers)) == numbers);
        }
        CHECK(encode_ascending(std::vector<std::uint32_t>{5, 6}) == std::string("\x05\x01"));
    }

    TEST_CASE("decode_ascending stops at a cut number") {
        CHECK(decode_ascending(std::string("\x05\x01\x80")) == std::vector<std::uint32_t>{5, 6});
    }
}

}  // namespace dateline
