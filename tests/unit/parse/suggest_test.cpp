// Edit distance and suggested fields; the caret below a query.
#include "query/parse/suggest.hpp"

#include "query/parse/describe.hpp"

#include <doctest/doctest.h>

#include <array>

namespace dateline::parse {

TEST_SUITE("parse.suggest") {
    TEST_CASE("edit_distance counts a swap of neighbours as one edit") {
        CHECK(edit_distance("person", "person", 3) == 0);
        CHECK(edit_distance("persn", "person", 3) == 1);
        CHECK(edit_distance("preson", "person", 3) == 1);
        CHECK(edit_distance("ca", "abc", 3) == 3);
        CHECK(edit_distance("kitten", "sitting", 3) == 3);
        CHECK(edit_distance("", "abc", 3) == 3);
    }

    TEST_CASE("edit_distance stops above its limit") {
        CHECK(edit_distance("kitten", "sitting", 2) == 3);
        CHECK(edit_distance("a", "abcdefgh", 2) == 3);
    }

    TEST_CASE("nearest allows one edit in four bytes and two in more") {
        constexpr std::array<std::string_view, 3> names = {"date", "place", "person"};
        CHECK(nearest("dat", names) == "date");
        CHECK(nearest("DATA", names) == "date");
        CHECK_FALSE(nearest("dxtx", names).has_value());
        CHECK(nearest("prsn", names) == std::nullopt);
        CHECK(nearest("pxrsxn", names) == "person");
        CHECK_FALSE(nearest("pxrsxx", names).has_value());
    }

    TEST_CASE("suggest_field prefers the names of other engines") {
        CHECK(suggest_field("InTitle") == "title");
        CHECK(suggest_field("until") == "before");
        CHECK(suggest_field("wc") == "len");
        CHECK(suggest_field("company") == "org");
        CHECK(suggest_field("geographic") == "place");
        CHECK(suggest_field("co") == "org");
        CHECK(suggest_field("headlin") == "title");
        CHECK(suggest_field("befor") == "before");
        CHECK_FALSE(suggest_field("qqqqqq").has_value());
    }

    TEST_CASE("caret_line marks the span by columns") {
        CHECK(caret_line("a persn:b", {"", {2, 5}, "", ""}) == "a persn:b\n  ^~~~~\n");
        CHECK(caret_line("é界 x", {"", {6, 1}, "", ""}) == "é界 x\n    ^\n");
        CHECK(caret_line("界界", {"", {3, 3}, "", ""}) == "界界\n  ^~\n");
        CHECK(caret_line("ab", {"", {2, 0}, "", ""}) == "ab\n  ^\n");
        CHECK(caret_line("ab", {"", {99, 9}, "", ""}) == "ab\n  ^\n");
    }

    TEST_CASE("caret_line makes control characters harmless") {
        CHECK(caret_line("\x1b[1mx", {"", {4, 1}, "", ""}) == "\\x1b[1mx\n       ^\n");
        CHECK(caret_line("a\xFFz", {"", {1, 1}, "", ""}) == "a\xEF\xBF\xBDz\n ^\n");
        CHECK(caret_line("a\nb", {"", {2, 1}, "", ""}) == "a b\n  ^\n");
    }
}

}  // namespace dateline::parse
