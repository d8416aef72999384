// Where a division lies, from its places.
#include "common/gazetteer/compile/extent.hpp"

#include <doctest/doctest.h>

#include <limits>

TEST_SUITE("gazetteer.extent") {
    using dateline::gazetteer::Extent;

    TEST_CASE("middle of one place is the place") {
        Extent extent;
        extent.add({47'498, 19'040}, 1);
        CHECK(extent.middle().latitude_millidegrees == 47'498);
        CHECK(extent.middle().longitude_millidegrees == 19'040);
    }

    TEST_CASE("middle lies between the mean and the middle of the box") {
        Extent extent;
        extent.add({0, -1'000}, 1);
        extent.add({0, -1'000}, 1);
        extent.add({3'000, 2'000}, 1);
        CHECK(extent.middle().latitude_millidegrees == 1'250);  // mean 1000, box 1500
        CHECK(extent.middle().longitude_millidegrees == 250);   // mean 0, box 500
    }

    TEST_CASE("population stops at what a record can hold") {
        const std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
        Extent extent;
        CHECK(extent.population() == 0);
        extent.add({}, most);
        CHECK(extent.population() == most);
        extent.add({}, 1);
        CHECK(extent.population() == most);
    }
}
