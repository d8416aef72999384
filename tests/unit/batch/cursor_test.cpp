// Cursors there and back.
#include "query/cursor.hpp"

#include <doctest/doctest.h>

using namespace dateline::query;

TEST_SUITE("batch.cursor") {
    TEST_CASE("read_cursor gives back what write_cursor wrote") {
        for (const Cursor cursor : {Cursor{0, 0, 0},
                                    Cursor{1042, 20, 0xC0FFEE},
                                    Cursor{~0ULL, ~0ULL, ~0ULL},
                                    Cursor{1, 22, 333},
                                    Cursor{12, 345, 6}}) {
            const std::string text = write_cursor(cursor);
            CAPTURE(text);
            CHECK(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                         "0123456789-_") == std::string::npos);
            CHECK(read_cursor(text) == cursor);
        }
    }

    TEST_CASE("read_cursor refuses what write_cursor does not write") {
        const std::string whole = write_cursor({1042, 20, 0xC0FFEE});
        for (const std::string& text : {std::string(),
                                        std::string("x"),
                                        std::string("a b"),
                                        whole.substr(1),
                                        whole.substr(0, whole.size() - 1),
                                        whole + "A",
                                        whole + "=",
                                        std::string("eyJyIjoxMDQyLCJvIjoyMH0")}) {
            CAPTURE(text);
            CHECK_FALSE(read_cursor(text).has_value());
        }
    }
}
