// Lists of facets, and pairs, as users write them.
#include "common/base/error.hpp"
#include "query/search/facet_request.hpp"
#include "query/search/pair_request.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

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
                 Row{"person:5:6", "two numbers"},
                 Row{"person:lift:count", "two orders"},
                 Row{"person:size", "'size' is no order"},
                 Row{"person:5:", "'person:5:'"},
                 Row{"place.contry", "no level 'contry'"},
                 Row{"persons", "did you mean 'person'"},
                 Row{"people", "did you mean 'person'"},
                 Row{"Countries:3", "did you mean 'place.country'"},
                 Row{"authors", "did you mean 'by'"},
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

    TEST_CASE("parse_facets reads the order of each facet") {
        const std::vector<FacetRequest> requests =
            parse_facets("person:5:lift,org:NAME,date.day:count:3,place");
        CHECK(requests[0].sort == FacetSort::Lift);
        CHECK(requests[0].limit == 5);
        CHECK(requests[0].lift);
        CHECK(requests[0].min_articles == kLiftMinArticles);
        CHECK(requests[1].sort == FacetSort::Name);
        CHECK(requests[1].limit == 10);
        CHECK_FALSE(requests[1].lift);
        CHECK(requests[2].sort == FacetSort::Count);
        CHECK(requests[2].limit == 3);
        CHECK(requests[3].sort == FacetSort::Usual);
        CHECK(requests[3].min_articles == 1);
    }

    TEST_CASE("parse_facets applies what holds for all facets, but keeps dates in order of time") {
        FacetOptions options;
        options.sort = FacetSort::Lift;
        options.offset = 20;
        options.prefix = "an";
        options.exclude_own = true;
        for (const FacetRequest& request : parse_facets("person,date.month,org:count", options)) {
            CAPTURE(request.text);
            CHECK(request.lift);
            CHECK(request.offset == 20);
            CHECK(request.prefix == "an");
            CHECK(request.exclude_own);
            CHECK((request.sort == FacetSort::Lift) == (request.text == "person"));
            CHECK(request.min_articles == (request.text == "person" ? kLiftMinArticles : 1));
        }
        options.min_articles = 2;
        CHECK(parse_facets("person", options).front().min_articles == 2);
    }

    TEST_CASE("parse_pairs reads two facets with number and order") {
        const std::vector<PairRequest> pairs =
            parse_pairs({"person,place", "Person, person:20", "org,place.country:5:lift"});
        REQUIRE(pairs.size() == 3);
        CHECK(pairs[0].text == "person,place");
        CHECK(pairs[0].limit == 10);
        CHECK(pairs[0].among == 1000);
        CHECK_FALSE(pairs[0].by_lift);
        CHECK(pairs[1].text == "person,person");
        CHECK(pairs[1].limit == 20);
        CHECK(pairs[2].second.place_level == schema::Slot::Country);
        CHECK(pairs[2].by_lift);
        CHECK(pairs[2].min_articles == kPairLiftMinArticles);
    }

    TEST_CASE("parse_pairs refuses what makes no pairs and says why") {
        PairOptions sentences;
        sentences.level = PairLevel::Sentence;
        struct Row {
            std::vector<std::string> texts;
            PairOptions options;
            std::string_view why;
        };
        for (const Row& row : {
                 Row{{"person"}, {}, "two facets with a comma"},
                 Row{{""}, {}, "two facets with a comma"},
                 Row{{"person,place,org"}, {}, "two facets with a comma"},
                 Row{{"person:5,place"}, {}, "behind the second facet"},
                 Row{{",place"}, {}, "a name is missing"},
                 Row{{"person,"}, {}, "a name is missing"},
                 Row{{"person,plac"}, {}, "did you mean 'place'"},
                 Row{{"person,date.month"}, {}, "'date.month' counts days"},
                 Row{{"event,person"}, {}, "'event.month' counts days"},
                 Row{{"person,place:name"}, {}, "by count or by lift"},
                 Row{{"person,place:0"}, {}, "from 1 to"},
                 Row{{"person,place", "person,place:5"}, {}, "asked for twice"},
                 Row{{"person,topic"}, sentences, "not 'topic'"},
                 Row{{"place.city,person"}, sentences, "not 'place.city'"},
             }) {
            CAPTURE(row.why);
            try {
                static_cast<void>(parse_pairs(row.texts, row.options));
                FAIL_CHECK("no error");
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::Usage);
                CHECK(std::string_view(error.what()).find(row.why) != std::string_view::npos);
            }
        }
        CHECK(parse_pairs({"person,place", "person,org"}, sentences).size() == 2);
    }

    TEST_CASE("parse_facets and parse_pairs refuse any text as a mistake of usage or read it") {
        constexpr std::string_view pieces[] = {"person",
                                               "place",
                                               ".",
                                               "country",
                                               "date",
                                               "week",
                                               ":",
                                               "10",
                                               "0",
                                               "lift",
                                               "name",
                                               ",",
                                               " ",
                                               "\x1b",
                                               "\xff",
                                               "999999999999999999999",
                                               "PLACE.CITY:3:COUNT"};
        std::uint32_t state = 12345;
        std::size_t read = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            for (int i = 0; i < 1 + round % 7; ++i) {
                state = state * 1664525 + 1013904223;
                text += pieces[(state >> 16U) % std::size(pieces)];
            }
            CAPTURE(text);
            try {
                const std::vector<FacetRequest> facets = parse_facets(text);
                for (const FacetRequest& facet : facets) {
                    CHECK(facet.limit >= 1);
                    CHECK(facet.limit <= kMaxFacetValues);
                }
                read += facets.size();
                read += parse_pairs({text}).size();
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::Usage);
            }
        }
        CHECK(read > 100);
    }
}

}  // namespace dateline::search
