// Dates in hostile text: huge numbers, odd Unicode, long input.
#include "common/base/utf8.hpp"
#include "tests/unit/analysis/dates/dates_fixture.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>

using dateline::analysis::DateMention;
using dateline::analysis::find_dates;
using dateline::testing::published_on;
using dateline::testing::shown_dates;

namespace {

constexpr std::string_view kDay = "2025-10-16";

/// Whether the ranges of `mentions` ascend, do not overlap, and lie on characters of `text`.
bool are_sound(std::string_view text, const std::vector<DateMention>& mentions) {
    std::size_t last = 0;
    for (const DateMention& mention : mentions) {
        const bool range = mention.start_bytes >= last && mention.start_bytes < mention.end_bytes &&
                           mention.end_bytes <= text.size();
        if (!range || mention.value.empty() ||
            !dateline::is_valid_utf8(text.substr(0, mention.start_bytes)) ||
            !dateline::is_valid_utf8(
                text.substr(mention.start_bytes, mention.end_bytes - mention.start_bytes))) {
            return false;
        }
        last = mention.end_bytes;
    }
    return true;
}

}  // namespace

TEST_SUITE("analysis.date_limits") {
    TEST_CASE("find_dates gives sound ranges for any mixture of words") {
        constexpr auto words = std::to_array<std::string_view>({"the",         "first",
                                                                "last",        "May",
                                                                "3",           "5",
                                                                "-",           "to",
                                                                "and",         ",",
                                                                ".",           "2004",
                                                                "week",        "of",
                                                                "ago",         "two",
                                                                "Friday",      "morning",
                                                                "late",        "early",
                                                                "'",           "80",
                                                                "s",           "p.m.",
                                                                ":",           "30",
                                                                "quarter",     "on",
                                                                "at",          "noon",
                                                                "next",        "same",
                                                                "day",         "before",
                                                                "a",           "half",
                                                                "past",        "\xE2\x80\x93",
                                                                "BC",          "\n\n",
                                                                "summer",      "New",
                                                                "Year",        "Eve",
                                                                "é",           "日",
                                                                "99999999999", "0",
                                                                "GMT",         "/",
                                                                "16",          "current",
                                                                "year"});
        constexpr unsigned seed = 20251016;
        std::mt19937 random(seed);
        CAPTURE(seed);
        for (int round = 0; round < 600; ++round) {
            std::string text;
            for (int word = 0; word < 40; ++word) {
                text += words.at(random() % words.size());
                text += random() % 4 == 0 ? "" : " ";
            }
            CAPTURE(text);
            for (const std::string_view lang : {"en", "de", "ja"}) {
                const auto mentions = find_dates(text, published_on(kDay, lang));
                CHECK(are_sound(text, mentions));
            }
        }
    }

    TEST_CASE("find_dates takes numbers of any size for no dates") {
        const std::string digits(10'000, '9');
        for (const std::string_view form : {"#",
                                            "# days ago",
                                            "May #",
                                            "# May #",
                                            "# BC",
                                            "#:# p.m.",
                                            "in #s",
                                            "99999 years ago",
                                            "0 May 0000"}) {
            CAPTURE(form);
            std::string text;
            for (const char c : form) {
                text += c == '#' ? digits : std::string(1, c);
            }
            CHECK(are_sound(text, find_dates(text, published_on(kDay))));
        }
        CHECK(shown_dates("5000 years ago", published_on(kDay)) == "5000 years ago=BC2976");
        CHECK(shown_dates("5001 years ago", published_on(kDay)).empty());
    }

    TEST_CASE("find_dates leaves out days beyond the calendar") {
        CHECK(shown_dates("10 years from now", published_on("9999-12-31")) ==
              "10 years from now=XXXX?");
        CHECK(shown_dates("ten days from now", published_on("9999-12-31")) ==
              "ten days from now=XXXX-XX-XX?");
        CHECK(shown_dates("tomorrow", published_on("9999-12-31")) == "tomorrow=XXXX-XX-XX?");
        CHECK(shown_dates("1100 years ago", published_on("1000-01-01")) == "1100 years ago=BC0101");
    }

    TEST_CASE("find_dates reads odd characters around dates") {
        CHECK(shown_dates("“May\xC2\xA0"
                          "3”",
                          published_on(kDay)) ==
              "May\xC2\xA0"
              "3=2025-05-03");
        CHECK(shown_dates("café May 3—5", published_on(kDay)) == "May 3=2025-05-03; 5=2025-05-05");
        CHECK(shown_dates("the ’80s", published_on(kDay)) == "the ’80s=198");
        CHECK(shown_dates("🎄 Christmas Day 🎄", published_on("2025-12-27")) ==
              "Christmas Day=2025-12-25");
    }

    TEST_CASE("find_dates takes time in proportion to the text") {
        for (const std::string_view piece : {"9",
                                             "1,",
                                             "May ",
                                             "1-",
                                             "1 to ",
                                             "the ",
                                             "early ",
                                             "a half past ",
                                             "the morning of ",
                                             "5 p.m. on ",
                                             "two days ",
                                             "1939-",
                                             "May 1, ",
                                             "noon on ",
                                             "the last week of ",
                                             "Monday "}) {
            CAPTURE(piece);
            std::string text;
            while (text.size() < 200'000) {
                text += piece;
            }
            // The square of the length would take longer than the test may run.
            CHECK(are_sound(text, find_dates(text, published_on(kDay))));
        }
        std::string digits;
        digits.resize(10'000'000, '7');
        CHECK(find_dates(digits, published_on(kDay)).empty());
    }
}
