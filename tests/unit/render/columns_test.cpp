// How wide text is on a terminal, and where lines break.
#include "query/render/columns.hpp"

#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <vector>

using namespace dateline::render;

namespace {

std::vector<std::string> lines(const std::string& text, std::size_t limit) {
    std::vector<std::string> out;
    for (const auto& [begin, end] : break_lines(text, limit)) {
        out.push_back(text.substr(begin, end - begin));
    }
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_SUITE("render.columns") {
    TEST_CASE("columns_of counts wide characters twice and marks not at all") {
        using Row = std::tuple<std::string, std::size_t>;
        for (const auto& [text, columns] : {
                 Row{"", 0},
                 Row{"abc", 3},
                 Row{"\u00e9", 1},
                 Row{"e\u0301", 1},
                 Row{"\u5317\u4eac", 4},
                 Row{"\uff21", 2},        // full-width A
                 Row{"\uac00", 2},        // Hangul
                 Row{"\U0001f600", 2},    // emoji
                 Row{"\u10ff\u1100", 3},  // the last before the wide ones, and the first of them
                 Row{"\u115f\u1160", 3},
                 Row{"\u02ff\u0300", 1},
                 Row{"\u036f\u0370", 1},
             }) {
            CAPTURE(text);
            CHECK(columns_of(std::string_view(text)) == columns);
        }
    }

    TEST_CASE("cut_to_columns shortens only what is too wide") {
        CHECK(cut_to_columns("abcd", 4) == "abcd");
        CHECK(cut_to_columns("abcde", 4) == "abc\u2026");
        CHECK(cut_to_columns("\u5317\u4eac", 4) == "\u5317\u4eac");
        CHECK(cut_to_columns("\u5317\u4eac\u5317", 4) == "\u5317\u2026");
        CHECK(cut_to_columns("ab", 1) == "\u2026");
        CHECK(cut_to_columns("ab", 0).empty());
    }

    TEST_CASE("break_lines breaks at spaces which vanish") {
        CHECK(lines("aa bb cc", 5) == Lines{"aa bb", "cc"});
        CHECK(lines("aa bb cc", 8) == Lines{"aa bb cc"});
        CHECK(lines("aa bb cc", 7) == Lines{"aa bb", "cc"});
        CHECK(lines("  aa   bb  ", 3) == Lines{"aa", "bb"});
        CHECK(lines("", 5).empty());
        CHECK(lines("   ", 5).empty());
    }

    TEST_CASE("break_lines keeps line ends") {
        CHECK(lines("aa\nbb cc", 80) == Lines{"aa", "bb cc"});
        CHECK(lines("aa \n\n bb\n", 80) == Lines{"aa", "bb"});
    }

    TEST_CASE("break_lines cuts words that are longer than a line") {
        CHECK(lines("abcdefgh", 3) == Lines{"abc", "def", "gh"});
        CHECK(lines("a bcdefgh", 3) == Lines{"a", "bcd", "efg", "h"});
    }

    TEST_CASE("break_lines breaks between wide characters") {
        CHECK(lines("\u5317\u4eac\u5317", 4) == Lines{"\u5317\u4eac", "\u5317"});
        CHECK(lines("\u5317\u4eac\u5317", 5) == Lines{"\u5317\u4eac", "\u5317"});
        CHECK(lines("ab\u5317cd", 4) == Lines{"ab\u5317", "cd"});
    }

    TEST_CASE("break_lines does not separate a mark from its letter") {
        CHECK(lines("aae\u0301b", 3) == Lines{"aae\u0301", "b"});
    }

    TEST_CASE("break_lines never makes a line wider than asked and loses no letter") {
        const std::string text = "a bb ccc \u5317\u4eac dddd\u5317 eeeeeeeeee f\u0301 g";
        for (std::size_t limit = 2; limit < 40; ++limit) {
            CAPTURE(limit);
            std::string letters;
            for (const std::string& line : lines(text, limit)) {
                CHECK(columns_of(std::string_view(line)) <= limit);
                letters += line;
            }
            std::erase(letters, ' ');
            std::string expected = text;
            std::erase(expected, ' ');
            CHECK(letters == expected);
        }
    }
}
