// Paths and coordinates of places.
#include "indexer/analysis/places/place_description.hpp"

#include "tests/unit/places/marked_text.hpp"

#include <doctest/doctest.h>

namespace dateline::analysis {

TEST_SUITE("places.place_description") {
    TEST_CASE("describe_place gives the path from the continent to the city") {
        const auto budapest = shipped().find_place("L:3054643");
        REQUIRE(budapest);
        const PlaceDescription place = describe_place(shipped(), *budapest);
        CHECK(place.id == "L:3054643");
        CHECK(place.name == "Budapest");
        CHECK(place.located);
        CHECK(place.latitude == doctest::Approx(47.498).epsilon(0.001));
        CHECK(place.longitude == doctest::Approx(19.040).epsilon(0.001));
        REQUIRE(place.path.size() == 3);
        CHECK(place.path[0] == PlaceLevel{"L:6255148", "Europe", "continent"});
        CHECK(place.path[1] == PlaceLevel{"L:719819", "Hungary", "country"});
        CHECK(place.path[2] == PlaceLevel{"L:3054643", "Budapest", "city"});
    }

    TEST_CASE("describe_place gives a region nothing above it that it is not in") {
        const auto region = shipped().find_place("L:region.middle-east");
        REQUIRE(region);
        const PlaceDescription place = describe_place(shipped(), *region);
        REQUIRE(place.path.size() == 1);
        CHECK(place.path[0].kind == "region");
    }
}

}  // namespace dateline::analysis
