// Repairing, cutting and cleaning UTF-8, and what is safe to print.
#include "common/base/utf8.hpp"

#include "common/base/printable.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline;

TEST_SUITE("base.utf8") {
    TEST_CASE("repair_utf8 replaces each maximal subpart once") {
        struct Row {
            std::string bytes;
            std::string text;
            std::size_t replaced;
        };
        for (const Row& row : {
                 Row{"plain", "plain", 0},
                 Row{"a\xFC"
                     "z",
                     "a\uFFFDz",
                     1},
                 Row{"\xE2\x82", "\uFFFD", 1},
                 Row{"\xC0\xAF", "\uFFFD\uFFFD", 2},
                 Row{"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
                 Row{"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", 4},
             }) {
            CAPTURE(row.bytes);
            const RepairedText repaired = repair_utf8(row.bytes);
            CHECK(repaired.text == row.text);
            CHECK(repaired.replaced == row.replaced);
            CHECK(is_valid_utf8(repaired.text));
        }
    }

    TEST_CASE("truncate_utf8 never cuts a character") {
        const std::string text = "aé€😀";
        for (std::size_t limit = 0; limit <= text.size(); ++limit) {
            CHECK(is_valid_utf8(truncate_utf8(text, limit)));
            CHECK(truncate_utf8(text, limit).size() <= limit);
        }
    }

    TEST_CASE("collapse_spaces folds every kind of white space") {
        CHECK(collapse_spaces("\xEF\xBB\xBF a \t\r\n\u00A0b\u3000c\x03 ") == "a b c");
    }

    TEST_CASE("printable leaves no byte that steers a terminal") {
        CHECK(printable("a\x1b]0;x\x07z") == "a\\x1b]0;x\\x07z");
        CHECK(printable("\u009b31m") == "\\x9b31m");
        CHECK(printable("\u202Etxt") == "\\u{202e}txt");
        CHECK(printable_line("a\nb\tc") == "a b c");
    }
}
