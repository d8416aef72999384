// Text put together while compiling.
#include "common/base/constant_text.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

using namespace dateline;

TEST_SUITE("base.constant_text") {
    TEST_CASE("kText joins literals and numbers") {
        static constexpr std::size_t kMost = 1'000'000;
        static_assert(kText<"at most ", kMost, " hits"> == "at most 1000000 hits");
        static_assert(kText<0> == "0");
        static_assert(kText<"", 7U, ""> == "7");
        static_assert(kText<std::numeric_limits<std::uint64_t>::max()> == "18446744073709551615");
        CHECK(kText<"a", 10, "b"> == "a10b");
    }
}
