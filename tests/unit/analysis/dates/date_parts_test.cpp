// The parts that dates are found with: calendar, holidays, tense, scanner.
#include "indexer/analysis/dates/calendar_value.hpp"
#include "indexer/analysis/dates/clause_tense.hpp"
#include "indexer/analysis/dates/date_scanner.hpp"
#include "indexer/analysis/dates/date_tokens.hpp"
#include "indexer/analysis/dates/holidays.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

using namespace dateline::analysis;
using namespace std::chrono_literals;
using std::chrono::sys_days;

TEST_SUITE("analysis.date_parts") {
    TEST_CASE("timex_value numbers weeks as ISO 8601 does") {
        CHECK(timex_value(value_of_week(sys_days(2024y / 12 / 30))) == "2025-W01");
        CHECK(timex_value(value_of_week(sys_days(2021y / 1 / 3))) == "2020-W53");
        CHECK(timex_value(value_of_weekend(sys_days(2025y / 10 / 16))) == "2025-W42-WE");
    }

    TEST_CASE("range_of refuses years and days that are not in the calendar") {
        CHECK(range_of(value_of_year(kMinEventYear)).has_value());
        CHECK_FALSE(range_of(value_of_year(kMinEventYear - 1)).has_value());
        CHECK(range_of(value_of_year(kMaxEventYear)).has_value());
        CHECK_FALSE(range_of(value_of_year(kMaxEventYear + 1)).has_value());
        CalendarValue day = value_of_day(sys_days(2025y / 2 / 28));
        day.day = 29;
        CHECK_FALSE(range_of(day).has_value());
    }

    TEST_CASE("day_shifted_by_months ends with the month") {
        CHECK(day_shifted_by_months(sys_days(2025y / 3 / 31), -1) == sys_days(2025y / 2 / 28));
        CHECK(day_shifted_by_months(sys_days(2024y / 12 / 31), 2) == sys_days(2025y / 2 / 28));
    }

    TEST_CASE("easter_sunday agrees with the calendars of many years") {
        CHECK(easter_sunday(1818) == sys_days(1818y / 3 / 22));
        CHECK(easter_sunday(1943) == sys_days(1943y / 4 / 25));
        CHECK(easter_sunday(1987) == sys_days(1987y / 4 / 19));
        CHECK(easter_sunday(2024) == sys_days(2024y / 3 / 31));
        CHECK(easter_sunday(2025) == sys_days(2025y / 4 / 20));
    }

    TEST_CASE("clause_tense goes by the nearest verb of the clause") {
        struct Case {
            std::string text;
            Tense expected;
        };
        for (const Case& c : {
                 Case{"said it will meet X", Tense::Future},
                 Case{"will say that it met X", Tense::Past},
                 Case{"rejected the plan X", Tense::Past},
                 Case{"a deal that will be finalized by X", Tense::Future},
                 Case{"He fell. X", Tense::Unknown},
                 Case{"X he fell", Tense::Past},
                 Case{"was due X", Tense::Unknown},
                 Case{"they may meet X", Tense::Future},
                 Case{"they meet Leeds on X", Tense::Future},
                 Case{"they meet after the vote on X", Tense::Unknown},
                 Case{"they face charges over the attack on X", Tense::Unknown},
                 Case{"Thousands face power cuts after a storm on X", Tense::Unknown},
                 Case{"since X", Tense::Past},
                 Case{"until X", Tense::Future},
             }) {
            CAPTURE(c.text);
            const std::vector<ScanToken> scanned = scan_tokens(c.text);
            const DateTokens tokens(c.text, scanned);
            std::size_t at = 0;
            while (tokens.text(at) != "X") {
                ++at;
            }
            CHECK(clause_tense(tokens, at, at + 1) == c.expected);
        }
    }

    TEST_CASE("scan_tokens gives numbers with commas no value") {
        const std::vector<ScanToken> tokens = scan_tokens("1,987 1,98 1234567890");
        REQUIRE(tokens.size() == 5);
        CHECK(tokens[0].value == kNoNumber);
        CHECK(tokens[1].value == 1);
        CHECK(tokens[3].value == 98);
        CHECK(tokens[4].value == kNoNumber);
        CHECK(scan_tokens("123456789")[0].value == 123456789);
    }

    TEST_CASE("scan_tokens marks paragraphs and keeps letters of any script together") {
        const std::vector<ScanToken> tokens = scan_tokens("caf\xC3\xA9s\n\nMai");
        REQUIRE(tokens.size() == 3);
        CHECK(tokens[0].end_bytes == 6);
        CHECK(tokens[1].mark == kParagraphMark);
        CHECK(tokens[2].capital);
    }
}
