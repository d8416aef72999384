// Days of time zones: what `date:`, facets and timelines find and count is what a plain look at all
// articles gives, with the changes of clocks written down here and not asked from a library.
#include "query/search/facet_request.hpp"
#include "query/search/timeline.hpp"
#include "tests/property/archive.hpp"
#include "tests/property/corpus.hpp"
#include "tests/property/random.hpp"
#include "tests/property/random_query.hpp"
#include "tests/property/scanner.hpp"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace dateline::property {
namespace {

using search::Answer;
using search::DateLevel;
using search::SearchRequest;
using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;
using time::TimestampMs;

/// From `since` on clocks are `ahead` of UTC.
struct Change {
    const char* since;
    int ahead_minutes;
};

struct KnownZone {
    const char* name;
    std::vector<Change> changes;  ///< ascending, the first before all articles
};

/// Source: IANA time zone database 2022 and later, for the years of the articles below.
const std::vector<KnownZone>& known_zones() {
    static const std::vector<KnownZone> zones = {
        {"UTC", {{"1990-01-01", 0}}},
        {"+14:00", {{"1990-01-01", 840}}},
        {"-11:30", {{"1990-01-01", -690}}},
        {"Asia/Kathmandu", {{"1990-01-01", 345}}},
        {"Europe/Berlin",
         {{"1990-01-01", 60},
          {"2006-03-26T01:00Z", 120},
          {"2006-10-29T01:00Z", 60},
          {"2011-03-27T01:00Z", 120},
          {"2011-10-30T01:00Z", 60},
          {"2025-03-30T01:00Z", 120},
          {"2025-10-26T01:00Z", 60}}},
        {"America/New_York",
         {{"1990-01-01", -300},
          {"2006-04-02T07:00Z", -240},
          {"2006-10-29T06:00Z", -300},
          {"2025-03-09T07:00Z", -240},
          {"2025-11-02T06:00Z", -300}}},
        // Put back at one minute past midnight: the evening before comes again.
        {"America/St_Johns",
         {{"1990-01-01", -210},
          {"2006-04-02T03:31Z", -150},
          {"2006-10-29T02:31Z", -210},
          {"2025-03-09T05:30Z", -150},
          {"2025-11-02T04:30Z", -210}}},
        // Went over the date line: there was no 30 December 2011.
        {"Pacific/Apia",
         {{"1990-01-01", -660},
          {"2011-09-24T14:00Z", -600},
          {"2011-12-30T10:00Z", 840},
          {"2012-03-31T14:00Z", 780},
          {"2025-01-01", 780}}}};
    return zones;
}

/// Days around which articles come out; around all of them some clock is changed, or a year begins.
constexpr std::array kDays = {"2006-04-02",
                              "2006-10-28",
                              "2011-12-30",
                              "2025-03-09",
                              "2025-03-30",
                              "2025-10-26",
                              "2025-12-31"};

TimestampMs instant_of(const char* text) {
    return time::parse_iso_time(text)->instant;
}

sys_days day_in(const KnownZone& zone, const time::Published& published) {
    minutes ahead(0);
    for (const Change& change : zone.changes) {
        if (published.instant >= instant_of(change.since)) {
            ahead = minutes(change.ahead_minutes);
        }
    }
    return published.precision == time::Precision::Time
               ? std::chrono::floor<days>(published.instant + ahead)
               : time::utc_day(published);
}

sys_days random_day(Random& random) {
    return std::chrono::floor<days>(instant_of(random.pick(kDays))) +
           days(static_cast<int>(random.below(5)) - 2);
}

std::vector<Article> random_articles(Random& random) {
    std::vector<Article> articles;
    for (int i = 0; i < 250; ++i) {
        Article article;
        article.id = "wire " + std::to_string(i);
        article.title = random.chance(50) ? "oil" : "gas";
        article.lang = "en";
        const sys_days day = random_day(random);
        if (random.chance(80)) {
            // Often at the minute at which a day begins somewhere.
            const int minute = static_cast<int>(
                random.chance(50) ? random.below(48) * 30 + random.below(3) : random.below(1440));
            article.published =
                time::Published{day + minutes(minute), time::Precision::Time, minutes(0)};
        } else if (random.chance(80)) {
            const std::string text = time::format_day(day);
            article.published = time::parse_iso_time(
                text.substr(0, std::array<std::size_t, 3>{4, 7, 10}[random.below(3)]));
        }
        articles.push_back(std::move(article));
    }
    return articles;
}

/// Whether `published` lies in [from, to) by the calendar of `zone`.
bool lies_in(const std::optional<time::Published>& published,
             const KnownZone& zone,
             sys_days from,
             sys_days to) {
    if (!published) {
        return false;
    }
    const sys_days first = day_in(zone, *published);
    const sys_days end =
        published->precision == time::Precision::Time ? first + days(1) : *days_of(*published).to;
    return first >= from && end <= to;
}

SearchRequest request_of(const std::string& query, const std::string& zone) {
    SearchRequest request;
    request.tree = tree_of(query);
    request.limit = 0;
    request.zone = *time::Zone::find(zone);
    return request;
}

struct Archive {
    testing::TempDir folder;
    std::vector<Article> articles;
    search::Searcher searcher;

    explicit Archive(Random& random)
        : articles(random_articles(random)),
          searcher(index_articles(folder,
                                  "archive.idx",
                                  articles,
                                  {static_cast<std::uint32_t>(random.between(1, 3)), 1})) {}
};

/// A period as a query says it, and as days.
struct AskedDays {
    std::string clause;
    sys_days from;
    sys_days to;
};

AskedDays random_period(Random& random) {
    const sys_days from = random_day(random);
    if (random.chance(40)) {
        const DateLevel level = random.pick(
            std::array{DateLevel::Year, DateLevel::Month, DateLevel::Week, DateLevel::Day});
        const sys_days start = search::bucket_start(from, level);
        return {
            "date:" + search::bucket_name(start, level), start, search::bucket_end(start, level)};
    }
    const sys_days last = std::max(from, random_day(random));
    if (random.chance(20)) {
        return {"date:" + time::format_day(from) + "..",
                from,
                sys_days(std::chrono::year(9999) / 1 / 1)};
    }
    if (random.chance(20)) {
        return {"date:.." + time::format_day(last),
                sys_days(std::chrono::year(1000) / 1 / 1),
                last + days(1)};
    }
    return {"date:" + time::format_day(from) + ".." + time::format_day(last), from, last + days(1)};
}

}  // namespace

TEST_SUITE("property.zones") {
    TEST_CASE("search finds dates by the calendar of the zone") {
        Random random(run_seed() + 300);
        for (int round = 0; round < 3; ++round) {
            Archive archive(random);
            std::size_t found = 0;
            for (const KnownZone& zone : known_zones()) {
                for (int i = 0; i < 40; ++i) {
                    const AskedDays asked = random_period(random);
                    CAPTURE(zone.name);
                    CAPTURE(asked.clause);
                    const auto expected = std::count_if(
                        archive.articles.begin(), archive.articles.end(), [&](const Article& each) {
                            return lies_in(each.published, zone, asked.from, asked.to);
                        });
                    CHECK(archive.searcher.search(request_of(asked.clause, zone.name)).total ==
                          static_cast<std::uint64_t>(expected));
                    CHECK(archive.searcher.search(request_of("NOT " + asked.clause, zone.name))
                              .total ==
                          archive.articles.size() - static_cast<std::size_t>(expected));
                    found += expected > 0 ? 1 : 0;
                }
            }
            CHECK(found > known_zones().size() * 20);
        }
    }

    TEST_CASE("search finds when articles were indexed by the calendar of the zone") {
        Random random(run_seed() + 302);
        const auto now = [] {
            return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
        };
        // At any moment their calendars show different days.
        const time::Zone east = *time::Zone::find("+14:00");
        const time::Zone west = *time::Zone::find("-11:30");
        const sys_days first = east.day_at(now());
        const sys_days first_west = west.day_at(now());
        Archive archive(random);
        const auto seen = [](sys_days from, sys_days last) {
            return "seen:" + time::format_day(from) + ".." + time::format_day(last);
        };
        const std::string in_east = seen(first, east.day_at(now()));
        const std::string in_west = seen(first_west, west.day_at(now()));
        const std::uint64_t all = archive.articles.size();
        CHECK(archive.searcher.search(request_of(in_east, east.name())).total == all);
        CHECK(archive.searcher.search(request_of(in_east, west.name())).total == 0);
        CHECK(archive.searcher.search(request_of(in_west, west.name())).total == all);
        CHECK(archive.searcher.search(request_of(in_west, east.name())).total == 0);
    }

    TEST_CASE("search counts timelines and facets by the calendar of the zone") {
        Random random(run_seed() + 301);
        Archive archive(random);
        for (const KnownZone& zone : known_zones()) {
            for (const char* const name : {"date.day", "date.week", "date.month", "date.year"}) {
                CAPTURE(zone.name);
                CAPTURE(name);
                const search::TimelineRequest timeline = search::parse_timeline(name);
                std::map<std::string, std::uint64_t> expected;
                std::uint64_t dated = 0;
                for (const Article& article : archive.articles) {
                    const auto needed = timeline.level == DateLevel::Year ? time::Precision::Year
                                        : timeline.level == DateLevel::Month
                                            ? time::Precision::Month
                                            : time::Precision::Day;
                    if (article.title == "oil" && article.published &&
                        article.published->precision >= needed) {
                        ++expected[bucket_of(day_in(zone, *article.published), timeline.level)];
                        ++dated;
                    }
                }
                SearchRequest request = request_of("oil", zone.name);
                request.timeline = timeline;
                request.facets = search::parse_facets(name);
                const Answer answer = archive.searcher.search(request);
                CHECK(answer.zone == request.zone.name());
                REQUIRE(answer.facets.front().values.size() == expected.size());
                for (const search::FacetValueCount& value : answer.facets.front().values) {
                    CHECK(value.articles == expected[value.id]);
                    CHECK(archive.searcher.search(request_of(value.query, zone.name)).total ==
                          value.articles);
                }
                const search::Timeline line = search::make_timeline(
                    timeline, request.zone, {{request.tree, *answer.timeline}});
                std::uint64_t sum = 0;
                for (std::size_t i = 0; i < line.starts.size(); ++i) {
                    const std::uint64_t count = line.series.front().articles[i];
                    CHECK(count == expected[search::bucket_name(line.starts[i], timeline.level)]);
                    sum += count;
                    if (count > 0) {
                        CHECK(archive.searcher
                                  .search(request_of(line.query(line.series.front(), i), zone.name))
                                  .total == count);
                    }
                }
                CHECK(sum == dated);
                CHECK(line.series.front().missing == answer.total - dated);
            }
        }
    }
}

TEST_SUITE("property.timelines") {
    TEST_CASE("each bucket of a timeline has what its query finds and there are no gaps") {
        for (std::size_t round = 30; round < 33; ++round) {
            Random random(run_seed() + round);
            const testing::TempDir folder;
            const std::vector<Article> articles = random_corpus(random, {});
            search::Searcher searcher(index_articles(
                folder, "archive.idx", articles, {static_cast<std::uint32_t>(round % 3 + 1), 1}));
            QueryMaker queries(articles, random);
            for (int i = 0; i < 12; ++i) {
                const std::string query =
                    print_query(queries.tree(static_cast<std::size_t>(i) % 3));
                CAPTURE(query);
                for (const char* const name :
                     {"date.month", "date.year", "event.month", "event.week", "event.year"}) {
                    CAPTURE(name);
                    SearchRequest request = request_of(query, "UTC");
                    request.timeline = search::parse_timeline(name);
                    request.timeline->normalise = true;
                    const Answer answer = searcher.search(request);
                    const search::Timeline line = search::make_timeline(
                        *request.timeline, {}, {{request.tree, *answer.timeline}});
                    for (std::size_t bucket = 0; bucket < line.starts.size(); ++bucket) {
                        const std::uint64_t count = line.series.front().articles[bucket];
                        const std::string refined = line.query(line.series.front(), bucket);
                        CAPTURE(refined);
                        CHECK((bucket == 0 ||
                               line.starts[bucket] ==
                                   search::bucket_end(line.starts[bucket - 1], line.level)));
                        CHECK(count <= line.archive[bucket]);
                        if (count > 0 || random.chance(3)) {
                            CHECK(searcher.search(request_of(refined, "UTC")).total == count);
                            const std::string all =
                                std::string(line.field->name) + ":" +
                                search::bucket_name(line.starts[bucket], line.level);
                            CHECK(searcher.search(request_of(all, "UTC")).total ==
                                  line.archive[bucket]);
                        }
                    }
                }
            }
        }
    }
}

}  // namespace dateline::property
