// What clauses that find nothing are asked as instead.
#include "query/search/wider.hpp"

#include "tests/property/archive.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline::search {
namespace {

/// The wider clauses of `query` in canonical form.
std::vector<std::string> wider_than(const std::string& query) {
    std::vector<std::string> wider;
    for (const WiderClause& clause : wider_clauses(property::tree_of(query))) {
        wider.push_back(print_query(clause.clause));
    }
    return wider;
}

using List = std::vector<std::string>;

}  // namespace

TEST_SUITE("search.wider") {
    TEST_CASE("wider_clauses takes a phrase apart") {
        CHECK(wider_than("\"oil price\"") == List{"oil NEAR/10 price", "oil AND price"});
        CHECK(wider_than("\"oil\"").empty());
    }

    TEST_CASE("wider_clauses takes the word of a hashtag") {
        CHECK(wider_than("#oil") == List{"oil"});
    }

    TEST_CASE("wider_clauses leaves the part of the text") {
        CHECK(wider_than("title:oil") == List{"oil"});
        CHECK(wider_than("hlead:\"oil price\"") == List{"\"oil price\"",
                                                        "hlead:oil NEAR/10 hlead:price",
                                                        "hlead:oil AND hlead:price",
                                                        "oil NEAR/10 price",
                                                        "oil AND price"});
    }

    TEST_CASE("wider_clauses takes any form instead of an exact one") {
        CHECK(wider_than("=Rates") == List{"Rates"});
        CHECK(wider_than("=\"oil price\"") ==
              List{"\"oil price\"", "oil NEAR/10 price", "oil AND price"});
        CHECK(wider_than("title:=Rates") == List{"title:Rates", "Rates"});
    }

    TEST_CASE("wider_clauses asks for a mention instead of a subject") {
        CHECK(wider_than("about:opec") == List{"person:opec OR place:opec OR org:opec"});
    }

    TEST_CASE("wider_clauses takes periods that overlap") {
        CHECK(wider_than("event:2025") == List{"event:~2025"});
        CHECK(wider_than("event:~2025").empty());
        CHECK(wider_than("event:none").empty());
        CHECK(wider_than("date:2025").empty());
    }

    TEST_CASE("wider_clauses has nothing for what asks least") {
        for (const std::string query : {"oil", "person:putin", "len:>=3", "-oil", "oil OR gas"}) {
            CAPTURE(query);
            CHECK(wider_than(query).empty());
        }
    }
}

}  // namespace dateline::search
