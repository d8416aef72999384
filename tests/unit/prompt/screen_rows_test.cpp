// How many rows texts fill.
#include "query/prompt/screen_rows.hpp"

#include <doctest/doctest.h>

namespace dateline::query {

TEST_SUITE("prompt.screen_rows") {
    TEST_CASE("screen_rows counts lines") {
        CHECK_EQ(screen_rows("", 80), 0);
        CHECK_EQ(screen_rows("a", 80), 1);
        CHECK_EQ(screen_rows("a\n", 80), 1);
        CHECK_EQ(screen_rows("a\n\nb\n", 80), 3);
    }

    TEST_CASE("screen_rows continues a line that is wider than the screen") {
        CHECK_EQ(screen_rows("12345\n", 5), 1);
        CHECK_EQ(screen_rows("123456\n", 5), 2);
        CHECK_EQ(screen_rows("12345678901\n", 5), 3);
        CHECK_EQ(screen_rows("東京東京\n", 5), 2);  // two columns each
    }

    TEST_CASE("screen_rows gives colours no room") {
        CHECK_EQ(screen_rows("\x1b[1;31m12345\x1b[0m\n", 5), 1);
        CHECK_EQ(screen_rows("\x1b[1;31", 5), 1);  // cut off
    }

    TEST_CASE("screen_rows takes a screen without columns for one that has room") {
        CHECK_EQ(screen_rows("ab\n", 0), 1);
    }
}

}  // namespace dateline::query
