// Lists of facets as users write them.
#include "common/base/error.hpp"
#include "query/search/facet_request.hpp"
#include "query/search/searcher.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace dateline::search {

TEST_SUITE("search.facet_requests") {
    TEST_CASE("parse_facets reads names, levels and numbers of values") {
        const std::vector<FacetRequest> requests =
            parse_facets("person:10, Place ,date.WEEK:3,pubdate,author:1000000");
        REQUIRE(requests.size() == 5);
        CHECK(requests[0].text == "person");
        CHECK(requests[0].limit == 10);
        CHECK(requests[1].text == "place");
        CHECK(requests[1].limit == 10);
        CHECK(requests[2].text == "date.week");
        CHECK(requests[2].level == DateLevel::Week);
        CHECK(requests[2].limit == 3);
        CHECK(requests[3].text == "date.month");
        CHECK(requests[3].level == DateLevel::Month);
        CHECK(requests[3].limit == 1'000'000);
        CHECK(requests[4].text == "by");
        CHECK(requests[4].limit == 1'000'000);
        CHECK(parse_facets("").empty());
    }

    TEST_CASE("parse_facets refuses what is no facet and names it") {
        struct Row {
            std::string_view text;
            std::string_view part;
        };
        for (const Row& row : {
                 Row{"persn", "'persn'"},
                 Row{"title", "'title'"},
                 Row{"len", "'len'"},
                 Row{"seen", "'seen'"},
                 Row{"person,,place", "',place'"},
                 Row{"person:0", "'person:0'"},
                 Row{"person:1000001", "'person:1000001'"},
                 Row{"person:-1", "'person:-1'"},
                 Row{"person:1x", "'person:1x'"},
                 Row{"person:", "'person:'"},
                 Row{"person:99999999999999999999", "'person:99999999999999999999'"},
                 Row{"person.month", "'person.month'"},
                 Row{"date.hour", "'date.hour'"},
                 Row{"date.month.day", "'date.month.day'"},
                 Row{":5", "':5'"},
             }) {
            CAPTURE(row.text);
            try {
                static_cast<void>(parse_facets(row.text));
                FAIL_CHECK("no error");
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::Usage);
                CHECK(std::string_view(error.what()).find(row.part) != std::string_view::npos);
                CHECK(std::string_view(error.hint()).find("date.week") != std::string_view::npos);
            }
        }
    }
}

}  // namespace dateline::search
