// What is a timeline, where does it begin and end, and what do its buckets ask for?
#include "query/search/timeline.hpp"

#include "common/base/error.hpp"
#include "tests/property/archive.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace dateline::search {
namespace {

std::chrono::sys_days day_of(const std::string& text) {
    return time::utc_day(*time::parse_iso_time(text));
}

/// `query` with as many articles as given in the bucket that begins on each day.
TimelineInput input_of(const std::string& query,
                       const std::vector<std::pair<std::string, std::uint64_t>>& articles) {
    TimelineInput input;
    input.tree = property::tree_of(query);
    for (const auto& [day, count] : articles) {
        input.counts.matching.articles[day_of(day)] = count;
    }
    return input;
}

/// First bucket, last bucket, and how many there are: `2025-08-01..2025-08-31 31`; `none`.
std::string extent_of(const std::string& field, std::vector<TimelineInput> inputs) {
    const Timeline timeline = make_timeline(parse_timeline(field), {}, std::move(inputs));
    if (timeline.starts.empty()) {
        return "none";
    }
    return bucket_name(timeline.starts.front(), timeline.level) + ".." +
           bucket_name(timeline.starts.back(), timeline.level) + " " +
           std::to_string(timeline.starts.size());
}

std::pair<std::string, std::string> failure(const std::string& text) {
    try {
        static_cast<void>(parse_timeline(text));
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Usage);
        return {error.what(), error.hint()};
    }
    return {"none", ""};
}

}  // namespace

TEST_SUITE("search.timeline") {
    TEST_CASE("parse_timeline reads each field by each unit") {
        CHECK(parse_timeline("date.day").level == DateLevel::Day);
        CHECK(parse_timeline("event.week").field->id == schema::FieldId::Event);
        CHECK(parse_timeline("Date.Year").level == DateLevel::Year);
        CHECK(parse_timeline("published.day").field->id == schema::FieldId::Date);
        CHECK(parse_timeline("event").level == DateLevel::Month);
    }

    TEST_CASE("parse_timeline says what was meant") {
        CHECK(failure("date.days").second == "did you mean 'date.day'?");
        CHECK(failure("evnt.month").second == "did you mean 'event.month'?");
        CHECK(failure("day").second == "did you mean 'date.day'?");
        CHECK(failure("person").first == "there is no timeline 'person'");
        for (const char* const text :
             {"person", "seen.month", "date.", ".day", "date.day:10", "date.hour", ""}) {
            CAPTURE(text);
            CHECK(failure(text).first != "none");
            CHECK_FALSE(failure(text).second.empty());
        }
    }

    TEST_CASE("make_timeline goes from the first to the last article") {
        CHECK(extent_of("date.day", {input_of("oil", {})}) == "none");
        CHECK(extent_of("date.day", {input_of("oil", {{"2025-08-15", 1}})}) ==
              "2025-08-15..2025-08-15 1");
        CHECK(extent_of("date.month", {input_of("oil", {{"2024-12-01", 1}, {"2025-02-01", 2}})}) ==
              "2024-12..2025-02 3");
    }

    TEST_CASE("make_timeline begins and ends where the query does") {
        const std::vector<std::pair<std::string, std::uint64_t>> counts = {{"2025-08-15", 1}};
        for (const auto& [query, extent] :
             {std::pair{"oil date:2025-08", "2025-08-01..2025-08-31 31"},
              {"date:2025-08-10..", "2025-08-10..2025-08-15 6"},
              {"date:..2025-08-16", "2025-08-15..2025-08-16 2"},
              {"date:2025 date:2025-07..2025-08", "2025-07-01..2025-08-31 62"},
              {"date:2025-08-14 OR date:2025-08-16", "2025-08-14..2025-08-16 3"},
              {"date:2025-08-14 OR oil", "2025-08-15..2025-08-15 1"},
              {"oil -date:2025-07", "2025-08-15..2025-08-15 1"},
              {"event:2025-07 oil", "2025-08-15..2025-08-15 1"},
              {"date:none", "2025-08-15..2025-08-15 1"}}) {
            CAPTURE(query);
            CHECK(extent_of("date.day", {input_of(query, counts)}) == extent);
        }
        CHECK(extent_of("date.day", {input_of("date:2025-08", {})}) == "2025-08-01..2025-08-31 31");
        CHECK(extent_of("date.day", {input_of("date:2025 date:2024", {})}) == "none");
        CHECK(extent_of("date.week", {input_of("date:2025-08", {})}) == "2025-W31..2025-W35 5");
    }

    TEST_CASE("make_timeline leaves out events beyond those the query asks for") {
        TimelineInput input =
            input_of("event:2025-08", {{"1945-05-08", 2}, {"2025-08-15", 3}, {"2030-01-01", 1}});
        const Timeline timeline = make_timeline(parse_timeline("event.day"), {}, {input});
        CHECK(timeline.starts.size() == 31);
        CHECK(timeline.series.front().articles[14] == 3);
        CHECK(extent_of("event.year", {input_of("event:2025 event:2027", {{"2025-01-01", 1}})}) ==
              "2025..2027 3");
        CHECK(extent_of("event.day", {input_of("event:2025-09..", {{"2025-08-15", 3}})}) == "none");
    }

    TEST_CASE("make_timeline gives all queries the same buckets") {
        const Timeline timeline =
            make_timeline(parse_timeline("date.day"),
                          {},
                          {input_of("oil", {{"2025-08-15", 4}}),
                           input_of("gas", {{"2025-08-12", 1}, {"2025-08-13", 2}}),
                           input_of("coal", {})});
        CHECK(timeline.starts.size() == 4);
        REQUIRE(timeline.series.size() == 3);
        CHECK(timeline.series[0].articles == std::vector<std::uint64_t>{0, 0, 0, 4});
        CHECK(timeline.series[1].articles == std::vector<std::uint64_t>{1, 2, 0, 0});
        CHECK(timeline.series[2].articles == std::vector<std::uint64_t>{0, 0, 0, 0});
    }

    TEST_CASE("make_timeline refuses more than kMaxBuckets") {
        const std::chrono::sys_days first = day_of("1700-01-01");
        const auto end_of = [first](std::size_t buckets) {
            return time::format_day(first + std::chrono::days(buckets - 1));
        };
        CHECK(extent_of("date.day", {input_of("date:1700.." + end_of(kMaxBuckets), {})}) ==
              "1700-01-01.." + end_of(kMaxBuckets) + " 100000");
        try {
            static_cast<void>(
                extent_of("date.day", {input_of("date:1700.." + end_of(kMaxBuckets + 1), {})}));
            FAIL("not refused");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::Usage);
            CHECK(std::string(error.hint()).find("--timeline date.month") != std::string::npos);
        }
    }

    TEST_CASE("make_timeline refuses queries that are too long for so many buckets") {
        const auto input_until = [](std::size_t buckets) {
            const std::chrono::sys_days last =
                day_of("1700-01-01") + std::chrono::days(buckets - 1);
            return input_of(std::string(1000, 'a') + " date:1700.." + time::format_day(last), {});
        };
        const std::size_t bytes = Refiner(input_until(1000).tree).size_bytes();
        const std::size_t most = kMaxBucketQueryBytes / bytes;
        REQUIRE(most < kMaxBuckets);
        const TimelineRequest days = parse_timeline("date.day");
        CHECK(make_timeline(days, {}, {input_until(most)}).starts.size() == most);
        try {
            static_cast<void>(make_timeline(days, {}, {input_until(most + 1)}));
            FAIL("not refused");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::Usage);
            CHECK(std::string(error.hint()).find("--timeline date.year") != std::string::npos);
        }
    }

    TEST_CASE("Timeline::query asks for the bucket and the whole of the query") {
        const Timeline timeline = make_timeline(
            parse_timeline("date.week"), {}, {input_of("oil OR gas", {{"2025-08-11", 1}})});
        CHECK(timeline.query(timeline.series.front(), 0) ==
              "(oil OR gas) AND date:2025-08-11..2025-08-17");
    }

    TEST_CASE("Timeline::share is empty where the archive has no article") {
        TimelineInput input = input_of("oil", {{"2025-08-14", 1}, {"2025-08-16", 2}});
        input.counts.archive.articles[day_of("2025-08-14")] = 4;
        input.counts.archive.articles[day_of("2025-08-16")] = 2;
        TimelineRequest request = parse_timeline("date.day");
        CHECK_FALSE(
            make_timeline(request, {}, {input}).share({Refiner(input.tree), {3}}, 0).has_value());
        request.normalise = true;
        const Timeline timeline = make_timeline(request, {}, {input});
        CHECK(timeline.archive == std::vector<std::uint64_t>{4, 0, 2});
        CHECK(timeline.share(timeline.series.front(), 0) == 0.25);
        CHECK_FALSE(timeline.share(timeline.series.front(), 1).has_value());
        CHECK(timeline.share(timeline.series.front(), 2) == 1.0);
    }
}

}  // namespace dateline::search
