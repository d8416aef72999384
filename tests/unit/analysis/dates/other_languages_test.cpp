// Dates in languages other than English. 20 October 2025 is a Monday.
#include "common/time/day_names.hpp"
#include "tests/unit/analysis/dates/dates_fixture.hpp"

#include <doctest/doctest.h>

using dateline::testing::published_on;
using dateline::testing::shown_dates;

namespace {

struct LangCase {
    std::string_view lang;
    std::string_view text;
    std::string_view expected;
};

}  // namespace

TEST_SUITE("analysis.other_languages") {
    TEST_CASE("find_dates reads whole dates of many languages") {
        for (const LangCase& c : {
                 LangCase{"de", "am 16. Oktober 2025", "16. Oktober 2025=2025-10-16"},
                 LangCase{"fr", "le 16 octobre 2025", "16 octobre 2025=2025-10-16"},
                 LangCase{"es", "el 16 de octubre de 2025", "16 de octubre de 2025=2025-10-16"},
                 LangCase{"ru", "16 октября 2025 года", "16 октября 2025=2025-10-16"},
                 LangCase{"ja", "2025年10月16日に", "2025年10月16日=2025-10-16"},
                 LangCase{"ar", "16 أكتوبر 2025", "16 أكتوبر 2025=2025-10-16"},
                 LangCase{"de", "am 16.10.2025", "16.10.2025=2025-10-16"},
                 LangCase{"sv", "2025-10-16", "2025-10-16=2025-10-16"},
             }) {
            CAPTURE(c.text);
            CHECK(shown_dates(c.text, published_on("", c.lang)) == c.expected);
        }
    }

    TEST_CASE("find_dates reads parts of dates of many languages") {
        for (const LangCase& c : {
                 LangCase{"de", "am 3. November", "3. November=2025-11-03"},
                 LangCase{"fr", "en mars 2023", "mars 2023=2023-03"},
                 LangCase{"es", "en 2024", "2024=2024"},
                 LangCase{"fr", "le 5 janvier", "5 janvier=2026-01-05"},
                 LangCase{"fr", "vers 2024 euros", ""},
                 LangCase{"ja", "10月5日", "10月5日=2025-10-05"},
                 LangCase{"zh", "2024年", "2024年=2024"},
                 LangCase{"de", "Freitag und gestern", "Freitag=2025-10-17; gestern=2025-10-19"},
                 LangCase{"ru", "в пятницу", "пятницу=2025-10-17"},
                 LangCase{"pt", "segunda-feira", "segunda-feira=2025-10-20"},
                 LangCase{"de", "5 maja", ""},
             }) {
            CAPTURE(c.text);
            CHECK(shown_dates(c.text, published_on("2025-10-20", c.lang)) == c.expected);
        }
    }

    TEST_CASE("find_dates takes the nearest year where another language states none") {
        CHECK(shown_dates("5 janvier", published_on("2025-12-20", "fr")) == "5 janvier=2026-01-05");
        CHECK(shown_dates("5 décembre", published_on("2025-01-20", "fr")) ==
              "5 décembre=2024-12-05");
        CHECK(shown_dates("5 décembre, lundi", published_on("", "fr")) ==
              "5 décembre=XXXX-12-05?; lundi=XXXX-WXX-1?");
    }

    TEST_CASE("day_names gives nothing for a language that is not known") {
        CHECK(dateline::time::day_names("").empty());
        CHECK(dateline::time::day_names("qqq").empty());
        CHECK_FALSE(dateline::time::day_names("de").empty());
    }
}
