// Hashes, whose values are stored in indexes and must never change.
#include "common/base/hash.hpp"

#include <doctest/doctest.h>

namespace dateline {

TEST_SUITE("base.hash") {
    TEST_CASE("hash64 and hash128 give the values that the XXH3 specification lists for no bytes") {
        CHECK(hex16(hash64("")) == "2d06800538d394c2");
        CHECK(hex16(hash128("").high) == "99aa06d3014798d8");
        CHECK(hex16(hash128("").low) == "6001c324468d497f");
    }

    TEST_CASE("hash64 looks at every byte") {
        CHECK(hash64("a") != hash64("b"));
        CHECK(hash64(std::string_view("a\0", 2)) != hash64("a"));
        CHECK(hash64(std::string(1000, 'x') + "a") != hash64(std::string(1000, 'x') + "b"));
        CHECK(hash128("a") != hash128("b"));
    }

    TEST_CASE("hex16 always gives 16 digits that is_hex16 takes") {
        CHECK(hex16(0) == "0000000000000000");
        CHECK(hex16(0x0123456789abcdefULL) == "0123456789abcdef");
        CHECK(hex16(~0ULL) == "ffffffffffffffff");
        CHECK(is_hex16(hex16(42)));
    }

    TEST_CASE("is_hex16 refuses other lengths, capitals and other characters") {
        for (const std::string_view text : {"",
                                            "0123456789abcde",
                                            "0123456789abcdef0",
                                            "0123456789ABCDEF",
                                            "0123456789abcdeg",
                                            "0123456789abcde/",
                                            "0123456789abcde:",
                                            "0123456789abcde`"}) {
            CAPTURE(text);
            CHECK_FALSE(is_hex16(text));
        }
    }
}

}  // namespace dateline
