// Facets and pairs as people read them.
#include "query/render/facet_text.hpp"

#include "query/render/pair_text.hpp"
#include "tests/unit/render/samples.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline;
using namespace dateline::render;

TEST_SUITE("render.facet_text") {
    TEST_CASE("facet_text aligns counts and names") {
        CHECK(facet_text(testing::sample_facet()) ==
              "person  (3 values, 1 article without)\n"
              "   288  Donald Trump  person:@donald-trump\n"
              "     9  X\\x1b[2J      person:@x\n"
              "  and 1 more with together 7\n");
    }

    TEST_CASE("facet_text draws bars for dates in the given order") {
        search::FacetResult facet;
        facet.name = "date.month";
        facet.distinct = 4;
        facet.values = {{"2025-01", "", 60, "", ""},
                        {"2025-02", "", 1, "", ""},
                        {"2025-03", "", 0, "", ""},
                        {"2025-04", "", 30, "", ""}};
        std::string half;
        for (int i = 0; i < 15; ++i) {
            half += "█";
        }
        CHECK(facet_text(facet) ==
              "date.month  (4 values, 0 articles without)\n"
              "  2025-01    60  " +
                  half + half +
                  "\n"
                  "  2025-02     1  █\n"
                  "  2025-03     0\n"
                  "  2025-04    30  " +
                  half + "\n");
    }

    TEST_CASE("facet_text prints a facet without values") {
        search::FacetResult facet;
        facet.name = "topic";
        facet.missing = 5;
        CHECK(facet_text(facet) == "topic  (0 values, 5 articles without)\n");
    }

    TEST_CASE("facet_text keeps columns straight for wide and long names") {
        search::FacetResult facet;
        facet.name = "person";
        facet.distinct = 2;
        facet.values = {{"P:a", "习近平", 2, "r1", ""}, {"P:b", std::string(41, 'b'), 1, "r2", ""}};
        CHECK(facet_text(facet) ==
              "person  (2 values, 0 articles without)\n"
              "     2  习近平" +
                  std::string(34, ' ') +
                  "  r1\n"
                  "     1  " +
                  std::string(39, 'b') + "…  r2\n");
    }

    TEST_CASE("facet_text shows the lift and what the list is of") {
        search::FacetResult facet;
        facet.name = "person";
        facet.distinct = 30;
        facet.selected = 3;
        facet.min_articles = 5;
        facet.lift = true;
        facet.other_articles = 40;
        facet.values = {{"P:a", "A", 12, "r1", "", "", 24, 12.49},
                        {"P:b", "B", 5, "r2", "", "", 80, 0.5}};
        CHECK(facet_text(facet) ==
              "person  (3 of 30 values with 5 articles or more, 0 articles without)\n"
              "    12    ×12  A  r1\n"
              "     5  ×0.50  B  r2\n"
              "  and 28 others with together 40\n");
    }

    TEST_CASE("facet_text says which page it is and what it was counted over") {
        search::FacetResult facet;
        facet.name = "source";
        facet.distinct = 12;
        facet.offset = 10;
        facet.matches = 120;
        facet.own_excluded = true;
        facet.other_articles = 90;
        facet.values = {{"S:a", "A", 2, "r1", ""}, {"S:b", "B", 1, "r2", ""}};
        CHECK(
            facet_text(facet) ==
            "source  (11 to 12 of 12 values, 0 articles without; of 120 articles, as if the query "
            "did not restrict it)\n"
            "     2  A  r1\n"
            "     1  B  r2\n"
            "  and 10 others with together 90\n");
        facet.values.clear();
        facet.selected = 4;
        facet.own_excluded = false;
        CHECK(facet_text(facet).starts_with("source  (none beyond 10 of 4, of 12 values, "));
    }

    TEST_CASE("lift_text gives few digits and never an exponent") {
        CHECK(lift_text(0.004) == "×0.00");
        CHECK(lift_text(0.996) == "×1.00");
        CHECK(lift_text(1) == "×1.0");
        CHECK(lift_text(9.94) == "×9.9");
        CHECK(lift_text(10) == "×10");
        CHECK(lift_text(1e6) == "×1000000");
    }
}

TEST_SUITE("render.pair_text") {
    TEST_CASE("pair_text aligns both names and says what is missing") {
        search::PairResult pairs;
        pairs.name = "person,place";
        pairs.level = search::PairLevel::Sentence;
        pairs.matches = 50;
        pairs.distinct = 3;
        pairs.first_values = 2;
        pairs.first_distinct = 9;
        pairs.second_values = 4;
        pairs.second_distinct = 4;
        pairs.complete = false;
        pairs.values.resize(2);
        pairs.values[0].first = {"P:a", "Ada\x1b[2J", 12, "person:@a", ""};
        pairs.values[0].second = {"L:1", "Paris", 20, "place:=@1", "", "Texas"};
        pairs.values[0].articles = 10;
        pairs.values[0].lift = 2.08;
        pairs.values[1].first = {"P:b", "Bo", 3, "person:@b", ""};
        pairs.values[1].second = {"L:2", "", 20, "place:=@2", ""};
        pairs.values[1].articles = 1;
        pairs.values[1].lift = 0.83;
        CHECK(pair_text(pairs) ==
              "person,place  (3 pairs in one sentence, of 50 articles)\n"
              "    10   ×2.1  Ada\\x1b[2J  Paris (Texas)  person:@a place:=@1\n"
              "     1  ×0.83  Bo          L:2            person:@b place:=@2\n"
              "  and 1 more\n"
              "  counted among the 2 most frequent of 9 and the 4 most frequent of 4 values; rarer "
              "ones might belong here, too (--pairs-among)\n");
    }
}
