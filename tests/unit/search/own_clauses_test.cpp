// What a query says about a field itself.
#include "query/search/own_clauses.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace dateline::search {
namespace {

/// The query `text` without its own clauses on `field`, printed; `same` if there are none.
std::string rest_of(std::string_view text, std::string_view field) {
    const parse::Parsed parsed = parse::parse_query(text, {});
    REQUIRE(parsed.tree.has_value());
    const auto rest = without_own_clauses(*parsed.tree, *schema::find_field(field));
    return rest ? print_query(*rest) : "same";
}

}  // namespace

TEST_SUITE("search.own_clauses") {
    TEST_CASE("without_own_clauses takes out what every match must have of the field") {
        struct Row {
            std::string_view text;
            std::string_view field;
            std::string_view rest;
        };
        for (const Row& row : {
                 Row{"oil source:a", "source", "oil"},
                 Row{"oil source:a|b", "source", "oil"},
                 Row{"oil (source:a OR source:b)", "source", "oil"},
                 Row{"oil source:(a b)", "source", "oil"},
                 Row{"oil gas source:a", "source", "oil AND gas"},
                 Row{"source:a", "source", "*"},
                 Row{"source:a source:b", "source", "*"},
                 Row{"source:a|b", "source", "*"},
                 Row{"oil place:@1 place:=@2", "place", "oil"},
                 Row{"oil after:2025 before:2026", "date", "oil"},
                 Row{"source:a (oil OR gas)", "source", "oil OR gas"},
                 Row{"(oil OR gas) person:a source:b", "person", "(oil OR gas) AND source:b"},
             }) {
            CAPTURE(row.text);
            CHECK(rest_of(row.text, row.field) == row.rest);
        }
    }

    TEST_CASE("without_own_clauses leaves alone what restricts something else or excludes") {
        for (const std::string_view text : {
                 "oil",
                 "*",
                 "oil -source:a",
                 "-source:a",
                 "source:a OR oil",
                 "oil (source:a OR gas)",
                 "oil (source:a OR (source:b -source:c))",
                 "about:a section:b",
             }) {
            CAPTURE(text);
            CHECK(rest_of(text, "source") == "same");
        }
        CHECK(rest_of("about:putin", "person") == "same");
        CHECK(rest_of("oil event:2025", "date") == "same");
    }
}

}  // namespace dateline::search
