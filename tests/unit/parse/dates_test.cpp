// Date points, and ranges of days and numbers.
#include "common/time/published.hpp"
#include "query/parse/date_points.hpp"
#include "query/parse/ranges.hpp"
#include "tests/unit/parse/examples.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace dateline::parse {
namespace {

std::string period(std::string_view text, std::chrono::sys_days today = kToday) {
    const auto point = parse_date_point(text, today);
    if (const auto* const found = std::get_if<DayPeriod>(&point)) {
        return time::format_day(found->from) + " " + time::format_day(found->to);
    }
    return "<" + std::get<BadValue>(point).hint + ">";
}

struct PointExample {
    std::string_view text;
    std::string_view expected;
};

}  // namespace

TEST_SUITE("parse.dates") {
    TEST_CASE("parse_date_point takes a partial date as the whole period") {
        for (const auto& [text, expected] : std::vector<PointExample>{
                 {"2025", "2025-01-01 2026-01-01"},     {"2025-02", "2025-02-01 2025-03-01"},
                 {"2024-02", "2024-02-01 2024-03-01"},  {"2025-12-31", "2025-12-31 2026-01-01"},
                 {"20251016", "2025-10-16 2025-10-17"}, {"2024-02-29", "2024-02-29 2024-03-01"},
                 {"2025-W01", "2024-12-30 2025-01-06"}, {"2025-w42", "2025-10-13 2025-10-20"},
                 {"2020-W53", "2020-12-28 2021-01-04"}, {"2025-Q1", "2025-01-01 2025-04-01"},
                 {"2025-q4", "2025-10-01 2026-01-01"},  {"1000", "1000-01-01 1001-01-01"},
                 {"today", "2025-10-16 2025-10-17"},    {"Yesterday", "2025-10-15 2025-10-16"},
                 {"1d", "2025-10-16 2025-10-17"},       {"30d", "2025-09-17 2025-10-17"},
                 {"2w", "2025-10-03 2025-10-17"},       {"1m", "2025-09-17 2025-10-17"},
                 {"1y", "2024-10-17 2025-10-17"},
             }) {
            CAPTURE(text);
            CHECK(period(text) == expected);
        }
    }

    TEST_CASE("parse_date_point ends a month back at the month's last day") {
        CHECK(period("1m", std::chrono::year(2025) / 3 / 31) == "2025-03-01 2025-04-01");
        CHECK(period("1y", std::chrono::year(2024) / 2 / 29) == "2023-03-01 2024-03-01");
    }

    TEST_CASE("parse_date_point refuses what could be misread") {
        for (const auto& [text, expected] : std::vector<PointExample>{
                 {"01/02/2025", "<write 2025-02-01 (day first) or 2025-01-02 (month first)>"},
                 {"1.2.2025", "<write 2025-02-01 (day first) or 2025-01-02 (month first)>"},
                 {"31/12/2025", "<write 2025-12-31>"},
                 {"12/31/2025", "<write 2025-12-31>"},
                 {"05/05/2025", "<write 2025-05-05>"},
                 {"2025/10/16", "<write 2025-10-16>"},
                 {"2025-2026", "<write 2025..2026>"},
                 {"20/3/87", "<write 1987-03-20>"},
                 {"2/3/87", "<write 1987-03-02 (day first) or 1987-02-03 (month first)>"},
                 {"1/2/25", "<write 2025-02-01 (day first) or 2025-01-02 (month first)>"},
                 {"march 1987", "<write 1987-03>"},
                 {"Mar-87",
                  "<dates are 2025, 2025-10, 2025-10-16, 2025-W42, 2025-Q4, 30d, today, "
                  "yesterday or none>"},
                 {"20-Mar-1987", "<write 1987-03-20>"},
                 {"20-Mar-87", "<write 1987-03-20>"},
                 {"March 20th, 1987", "<write 1987-03-20>"},
                 {"1987-march-3", "<write 1987-03-03>"},
                 {"1987-3", "<write 1987-03>"},
                 {"3/1987", "<write 1987-03>"},
                 {"1987-3-5", "<write 1987-03-05>"},
                 {"1987Q1", "<write 1987-Q1>"},
                 {"q1-1987", "<write 1987-Q1>"},
                 {"1987W5", "<write 1987-W05>"},
                 {"1980s", "<write 1980..1989>"},
                 {"7days", "<write 7d>"},
                 {"last-week", "<write 1w>"},
                 {"past 3 months", "<write 3m>"},
                 {"1987,1988", "<write 1987..1988>"},
                 {"1987/1988", "<write 1987..1988>"},
                 {"1987-03-20-1987-03-25", "<write 1987-03-20..1987-03-25>"},
                 {"1987-03-20/1987-03-25", "<write 1987-03-20..1987-03-25>"},
                 {"1987-03:1987-05", "<write 1987-03..1987-05>"},
                 {"2025-Q5", "<quarters are Q1 to Q4>"},
                 {"0d", "<today is 'today' or '1d'>"},
                 {"now", "<write today>"},
                 {"now-7d", "<for the last 7d write date:7d>"},
                 {"NOW-1y/d", "<for the last 1y write date:1y>"},
                 {"now+1d", "<write today>"},
             }) {
            CAPTURE(text);
            CHECK(period(text) == expected);
        }
    }

    TEST_CASE("parse_date_point refuses dates that do not exist and says why") {
        for (const auto& [text, expected] : std::vector<PointExample>{
                 {"2025-13", "there is no month 13 in '2025-13'"},
                 {"2025-00", "there is no month 0 in '2025-00'"},
                 {"2025-02-30", "there is no day 30 in 2025-02, which has 28 days"},
                 {"2025-02-29", "there is no day 29 in 2025-02, which has 28 days"},
                 {"20250431", "there is no day 31 in 2025-04, which has 30 days"},
                 {"2025-01-00", "there is no day 0 in 2025-01, which has 31 days"},
                 {"2025-W53", "there is no week 53 in 2025"},
                 {"2025-W00", "there is no week 0 in 2025"},
                 {"0999", "'0999' lies outside the years 1000 to 9999"},
                 {"9999999d", "'9999999d' lies outside the years 1000 to 9999"},
                 {"99999999999d", "'99999999999d' lies outside the years 1000 to 9999"},
                 {"9999999y", "'9999999y' lies outside the years 1000 to 9999"},
                 {"october", "'october' is no date"},
                 {"2025-1", "'2025-1' is no date"},
                 {"25", "'25' is no date"},
                 {"", "'' is no date"},
             }) {
            CAPTURE(text);
            const auto point = parse_date_point(text, kToday);
            REQUIRE(std::holds_alternative<BadValue>(point));
            CHECK(std::get<BadValue>(point).code == "bad_date");
            CHECK(std::get<BadValue>(point).message == expected);
        }
    }

    TEST_CASE("parse_query reads ranges of days") {
        for (const auto& [text, expected] : std::vector<PointExample>{
                 {"date:2025", "date:2025"},
                 {"date:2025-01-01..2025-12-31", "date:2025"},
                 {"date:2025-08..2025-09", "date:2025-08-01..2025-09-30"},
                 {"date:2025-W42", "date:2025-10-13..2025-10-19"},
                 {"date:2025-Q3", "date:2025-07-01..2025-09-30"},
                 {"date:..2025-10-17", "date:..2025-10-17"},
                 {"date:2025-10..", "date:2025-10-01.."},
                 {"date:>=2025", "date:2025-01-01.."},
                 {"date:>2025", "date:2026-01-01.."},
                 {"date:<=2025", "date:..2025-12-31"},
                 {"date:<2025", "date:..2024-12-31"},
                 {"after:2025 before:2026", "date:2025-01-01.. AND date:..2025-12-31"},
                 {"after:20251016", "date:2025-10-16.."},
                 {"before:7d", "date:..2025-10-09"},
                 {"date:<7d", "date:..2025-10-09"},
                 {"date:>=30d", "date:2025-09-17.."},
                 {"date:30d", "date:2025-09-17..2025-10-16"},
                 {"date:30d..yesterday", "date:2025-09-17..2025-10-15"},
                 {"date:none", "date:none"},
                 {"published:today", "date:2025-10-16"},
                 {"seen:7d", "seen:2025-10-10..2025-10-16"},
                 {"before:1000", "date:<1000-01-01"},
                 {"date:>9999", "date:>9999-12-31"},
                 {"date:<1000-01-01", "date:<1000-01-01"},
                 {"seen:none", "<bad_date>"},
                 {"after:none", "<bad_date>"},
                 {"after:2025..2026", "<bad_date>"},
                 {"after:(2025)", "<bad_date>"},
                 {"date:\"2025\"", "<quoted_value>"},
                 {"date:=2025", "<bad_date>"},
                 {"date:..", "<bad_range>"},
                 {"date:>", "<bad_range>"},
                 {"date:2024..30d", "<bad_range>"},
                 {"date:>30d", "<bad_range>"},
                 {"date:<=30d", "<bad_range>"},
                 {"date:2025-09..2025-08", "<empty_range>"},
                 {"date:2025-02-30", "<bad_date>"},
                 {"date:01/02/2025..02/02/2025", "<bad_date>"},
             }) {
            CAPTURE(text);
            CHECK(canonical(text) == expected);
        }
    }

    TEST_CASE("parse_query reads ranges of numbers") {
        for (const auto& [text, expected] : std::vector<PointExample>{
                 {"len:300", "len:300"},
                 {"len:>=300", "len:>=300"},
                 {"len:>300", "len:>=301"},
                 {"len:<=300", "len:<=300"},
                 {"len:<300", "len:<=299"},
                 {"len:<1", "len:<=0"},
                 {"len:100..500", "len:100..500"},
                 {"len:7..7", "len:7"},
                 {"len:100..", "len:>=100"},
                 {"len:..100", "len:<=100"},
                 {"len:9223372036854775806", "len:9223372036854775806"},
                 {"len:9223372036854775807", "<bad_number>"},
                 {"len:>9223372036854775805", "len:>=9223372036854775806"},
                 {"len:>9223372036854775806", "<bad_number>"},
                 {"len:99999999999999999999", "<bad_number>"},
                 {"len:<0", "<empty_range>"},
                 {"len:500..100", "<empty_range>"},
                 {"len:-5", "<negation_behind_colon>"},
                 {"len:>=-5", "<bad_number>"},
                 {"len:1,000", "<bad_number>"},
                 {"len:many", "<bad_number>"},
             }) {
            CAPTURE(text);
            CHECK(canonical(text) == expected);
        }
    }
}

}  // namespace dateline::parse
