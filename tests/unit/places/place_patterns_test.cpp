// What stands between and beside mentions.
#include "indexer/analysis/places/place_patterns.hpp"

#include "tests/unit/places/marked_text.hpp"

#include <doctest/doctest.h>

namespace dateline::analysis {

TEST_SUITE("places.place_patterns") {
    TEST_CASE("join_of tells how two mentions are joined") {
        struct Case {
            std::string_view marked;
            PlaceJoin join;
        };
        for (const Case& each : {
                 Case{"[Paris], [Texas]", PlaceJoin::Comma},
                 Case{"[Paris],[Texas]", PlaceJoin::Comma},
                 Case{"[Paris] ([Texas])", PlaceJoin::Brackets},
                 Case{"[Paris] ([Texas]", PlaceJoin::None},
                 Case{"[Paris] in [Texas]", PlaceJoin::In},
                 Case{"[Texas]'s [Paris]", PlaceJoin::Owner},
                 Case{"[Texas]\u2019s [Paris]", PlaceJoin::Owner},
                 Case{"[Paris] and [Texas]", PlaceJoin::None},
                 Case{"[Paris]; [Texas]", PlaceJoin::None},
                 Case{"[Paris]\n[Texas]", PlaceJoin::None},
             }) {
            CAPTURE(each.marked);
            const MarkedText marked = read_marked(each.marked);
            CHECK(join_of(marked.text, marked.mentions[0].range, marked.mentions[1].range) ==
                  each.join);
        }
        CHECK(join_of("Paris", {0, 5}, {0, 5}) == PlaceJoin::None);
    }

    TEST_CASE("list_goes_on needs a name behind the word that joins") {
        struct Case {
            std::string_view marked;
            bool goes_on;
        };
        for (const Case& each : {
                 Case{"[Texas] and Spain", true},
                 Case{"[Texas], and Spain", true},
                 Case{"[Texas] or Spain", true},
                 Case{"[Texas] and left", false},
                 Case{"[Texas] and ", false},
                 Case{"[Texas].", false},
                 Case{"[Texas]", false},
             }) {
            CAPTURE(each.marked);
            const MarkedText marked = read_marked(each.marked);
            CHECK(list_goes_on(marked.text, marked.mentions[0].range) == each.goes_on);
        }
    }

    TEST_CASE("lies_in asks for what is above a place") {
        const auto place = [](std::string_view id) {
            return candidate_of(shipped(), *shipped().find_place(id));
        };
        const PlaceCandidate paris_texas = place("L:4717560");
        const PlaceCandidate texas = place("L:4736286");
        const PlaceCandidate states = place("L:6252001");
        const PlaceCandidate france = place("L:3017382");
        CHECK(lies_in(paris_texas, texas, shipped()));
        CHECK(lies_in(paris_texas, states, shipped()));
        CHECK(lies_in(texas, states, shipped()));
        CHECK_FALSE(lies_in(texas, paris_texas, shipped()));
        CHECK_FALSE(lies_in(texas, texas, shipped()));
        CHECK_FALSE(lies_in(states, states, shipped()));
        CHECK_FALSE(lies_in(paris_texas, france, shipped()));
    }

    TEST_CASE("distance_km is that of the great circle") {
        const auto place = [](std::string_view id) {
            return shipped().place(*shipped().find_place(id));
        };
        // Paris and London: 344 km by any table.
        CHECK(distance_km(place("L:2988507"), place("L:2643743")) ==
              doctest::Approx(344).epsilon(0.01));
        CHECK(distance_km(place("L:2988507"), place("L:2988507")) == 0);
        gazetteer::Place nowhere;
        CHECK(distance_km(nowhere, place("L:2988507")) > 20'000);
    }
}

}  // namespace dateline::analysis
