// Highlights in text made safe for a terminal.
#include "query/render/marked_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline;
using namespace dateline::render;

namespace {

using Marks = std::vector<std::pair<std::size_t, std::size_t>>;

}  // namespace

TEST_SUITE("render.marked_text") {
    TEST_CASE("printable_marked moves marks behind escaped characters") {
        const MarkedText marked = printable_marked({"title",
                                                    "a\x1b"
                                                    "b cd",
                                                    {{2, 3}, {4, 6}}});
        CHECK(marked.text == "a\\x1bb cd");
        CHECK(marked.marks == Marks{{5, 6}, {7, 9}});
    }

    TEST_CASE("printable_marked puts all on one line") {
        CHECK(printable_marked({"body", "a\nb\tc", {}}).text == "a b c");
    }

    TEST_CASE("printable_marked drops or cuts marks that make no sense") {
        CHECK(printable_marked({"body", "abc", {{3, 5}}}).marks.empty());
        CHECK(printable_marked({"body", "abc", {{2, 2}}}).marks.empty());
        CHECK(printable_marked({"body", "abc", {{2, 1}}}).marks.empty());
        CHECK(printable_marked({"body", "abc", {{2, 9}}}).marks == Marks{{2, 3}});
        CHECK(printable_marked({"body", "abc", {{0, 2}, {1, 3}}}).marks == Marks{{0, 2}, {2, 3}});
        CHECK(printable_marked({"body", "", {{0, 4'294'967'295}}}).marks.empty());
    }

    TEST_CASE("highlighted adds nothing without colours") {
        const MarkedText marked{"abcdef", {{1, 3}}};
        CHECK(highlighted(marked, {0, 6}, {}, palette(false)) == "abcdef");
    }

    TEST_CASE("highlighted ends each style within a line") {
        const Palette colors = palette(true);
        const MarkedText marked{"abcdef", {{1, 4}}};
        CHECK(highlighted(marked, {0, 6}, {}, colors) == "a\x1b[1;31mbcd\x1b[0mef");
        CHECK(highlighted(marked, {0, 3}, {}, colors) == "a\x1b[1;31mbc\x1b[0m");
        CHECK(highlighted(marked, {3, 6}, colors.title, colors) ==
              "\x1b[1;31md\x1b[0m\x1b[1mef\x1b[0m");
        CHECK(highlighted(marked, {4, 6}, {}, colors) == "ef");
    }
}
