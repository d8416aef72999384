// Which values fall into which bucket.
#include "query/search/buckets.hpp"

#include <doctest/doctest.h>

namespace dateline::search {
namespace {

const schema::Field& kDate = schema::field(schema::FieldId::Date);
const schema::Field& kEvent = schema::field(schema::FieldId::Event);

std::chrono::sys_days day_of(const char* text) {
    return time::utc_day(*time::parse_iso_time(text));
}

/// The names of the buckets of an article published at `date`.
std::vector<std::string> published(const char* date, DateLevel level, const char* zone = "UTC") {
    std::vector<std::string> names;
    const std::string value = schema::encode_published(*time::parse_iso_time(date));
    for (const auto start : buckets_of(value, kDate, level, *time::Zone::find(zone))) {
        names.push_back(bucket_name(start, level));
    }
    return names;
}

/// The names of the buckets of an article that speaks of `periods`.
std::vector<std::string> spoken_of(std::vector<schema::Period> periods, DateLevel level) {
    std::vector<std::string> names;
    for (const auto start :
         buckets_of(schema::encode_periods(std::move(periods)), kEvent, level, {})) {
        names.push_back(bucket_name(start, level));
    }
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_SUITE("search.buckets") {
    TEST_CASE("bucket_start, bucket_end and bucket_name agree on every level") {
        struct Row {
            const char* day;
            DateLevel level;
            const char* name;
            const char* start;
            const char* end;
        };
        for (const Row& row : {
                 Row{"2024-02-29", DateLevel::Year, "2024", "2024-01-01", "2025-01-01"},
                 Row{"2024-02-29", DateLevel::Month, "2024-02", "2024-02-01", "2024-03-01"},
                 Row{"2024-12-31", DateLevel::Month, "2024-12", "2024-12-01", "2025-01-01"},
                 Row{"2024-02-29", DateLevel::Day, "2024-02-29", "2024-02-29", "2024-03-01"},
                 Row{"2024-12-29", DateLevel::Week, "2024-W52", "2024-12-23", "2024-12-30"},
                 Row{"2024-12-30", DateLevel::Week, "2025-W01", "2024-12-30", "2025-01-06"},
                 Row{"2025-01-01", DateLevel::Week, "2025-W01", "2024-12-30", "2025-01-06"},
                 Row{"2021-01-03", DateLevel::Week, "2020-W53", "2020-12-28", "2021-01-04"},
                 Row{"1969-12-31", DateLevel::Week, "1970-W01", "1969-12-29", "1970-01-05"},
                 Row{"1000-01-01", DateLevel::Year, "1000", "1000-01-01", "1001-01-01"},
             }) {
            CAPTURE(row.day);
            CAPTURE(row.name);
            const std::chrono::sys_days start = bucket_start(day_of(row.day), row.level);
            CHECK(start == day_of(row.start));
            CHECK(bucket_end(start, row.level) == day_of(row.end));
            CHECK(bucket_name(start, row.level) == row.name);
        }
    }

    TEST_CASE("buckets_of puts an article into the bucket of its own day") {
        CHECK(published("2025-08-15T22:30:00Z", DateLevel::Day) == Names{"2025-08-15"});
        CHECK(published("2025-08-15T22:30:00Z", DateLevel::Day, "Europe/Berlin") ==
              Names{"2025-08-16"});
        CHECK(published("2025-12-31T23:30:00Z", DateLevel::Year, "Europe/Berlin") == Names{"2026"});
        CHECK(published("2025-08-17T23:30:00Z", DateLevel::Week, "Europe/Berlin") ==
              Names{"2025-W34"});
        CHECK(published("2025-08-15", DateLevel::Day, "Pacific/Honolulu") == Names{"2025-08-15"});
    }

    TEST_CASE("buckets_of has no bucket for what is not stated that finely") {
        CHECK(published("2025-08", DateLevel::Day).empty());
        CHECK(published("2025-08", DateLevel::Week).empty());
        CHECK(published("2025-08", DateLevel::Month) == Names{"2025-08"});
        CHECK(published("2025", DateLevel::Month).empty());
        CHECK(published("2025", DateLevel::Year) == Names{"2025"});
        CHECK(buckets_of("", kDate, DateLevel::Year, {}).empty());
        CHECK(buckets_of("", kEvent, DateLevel::Year, {}).empty());
    }

    TEST_CASE("buckets_of gives every bucket once that holds a whole period of events") {
        const schema::Period august{day_of("2025-08-01"), day_of("2025-08-31")};
        const schema::Period day{day_of("2025-08-15"), day_of("2025-08-15")};
        const schema::Period across{day_of("2025-08-31"), day_of("2025-09-01")};
        CHECK(spoken_of({august, day, across}, DateLevel::Day) == Names{"2025-08-15"});
        CHECK(spoken_of({august, day, across}, DateLevel::Month) == Names{"2025-08"});
        CHECK(spoken_of({across}, DateLevel::Month).empty());
        CHECK(spoken_of({across}, DateLevel::Year) == Names{"2025"});
        CHECK(spoken_of({day, {day_of("1945-05-08"), day_of("1945-05-08")}}, DateLevel::Day) ==
              Names{"1945-05-08", "2025-08-15"});
    }

    TEST_CASE("bucket_days names only days that queries can name") {
        const auto days = bucket_days(day_of("2025-08-11"), DateLevel::Week);
        CHECK(days.from == day_of("2025-08-11"));
        CHECK(days.to == day_of("2025-08-18"));
        // 1 January 1000 was a Wednesday, 31 December 9999 is a Friday.
        const auto first =
            bucket_days(bucket_start(day_of("1000-01-01"), DateLevel::Week), DateLevel::Week);
        CHECK_FALSE(first.from.has_value());
        CHECK(first.to == day_of("1000-01-06"));
        const auto last =
            bucket_days(bucket_start(day_of("9999-12-31"), DateLevel::Week), DateLevel::Week);
        CHECK(last.from == day_of("9999-12-27"));
        CHECK_FALSE(last.to.has_value());
        CHECK(bucket_days(day_of("1000-01-01"), DateLevel::Year).from == day_of("1000-01-01"));
        CHECK(bucket_days(day_of("9999-01-01"), DateLevel::Year).to.has_value());
    }

    TEST_CASE("BucketCounts adds up articles and other counts") {
        BucketCounts counts;
        counts.add(std::vector{day_of("2025-01-01"), day_of("2025-01-02")});
        counts.add(std::vector<std::chrono::sys_days>{});
        BucketCounts more = counts;
        more.add(counts);
        CHECK(more.articles[day_of("2025-01-02")] == 2);
        CHECK(more.missing == 2);
    }
}

}  // namespace dateline::search
