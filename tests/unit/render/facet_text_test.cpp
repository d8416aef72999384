// Facets as people read them.
#include "query/render/facet_text.hpp"

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
}
