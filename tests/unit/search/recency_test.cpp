// Decay by half-lives against values computed by hand.
#include "query/search/recency.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace dateline::search {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days kNewest = std::chrono::year(2025) / std::chrono::October / 31;

time::Published published(sys_days day) {
    return {time::TimestampMs(day.time_since_epoch()), time::Precision::Day, std::nullopt};
}

}  // namespace

TEST_SUITE("search.recency") {
    TEST_CASE("half_lives counts whole days from the newest article") {
        const Recency recency{30, kNewest, kNewest - days(300)};
        CHECK(half_lives(recency, published(kNewest)) == 0);
        CHECK(half_lives(recency, published(kNewest - days(30))) == 1);
        CHECK(half_lives(recency, published(kNewest - days(45))) == 1.5);
        CHECK(half_lives(recency, published(kNewest + days(15))) == -0.5);
        // Without a date as old as the oldest.
        CHECK(half_lives(recency, std::nullopt) == 10);
        time::Published evening = published(kNewest - days(30));
        evening.instant += std::chrono::hours(23);
        CHECK(half_lives(recency, evening) == 1);
    }

    TEST_CASE("decayed halves the score with each half-life") {
        CHECK(decayed(8, 0) == 8);
        CHECK(decayed(8, 1) == 4);
        CHECK(decayed(8, 3) == 1);
        CHECK(std::abs(decayed(8, 0.5) - 8 / std::sqrt(2.0)) < 1e-12);
    }

    TEST_CASE("decayed_key orders as decayed where that is too small to tell") {
        CHECK(decayed_key(8, 0) == 3'000'000);
        CHECK(decayed_key(8, 1.5) == 1'500'000);
        CHECK(decayed_key(4, 0) == decayed_key(8, 1));
        CHECK(decayed_key(8, 2000) > decayed_key(8, 2001));
        CHECK(decayed_key(8, 2000) > decayed_key(7.9, 2000));
        CHECK(decayed_key(0, 0) == std::numeric_limits<std::int64_t>::min());
    }
}

}  // namespace dateline::search
