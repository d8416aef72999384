// Dates as our own article form writes them: what is read, what is rejected, what is written back.
#include "common/time/published.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string_view>

using dateline::time::format_published;
using dateline::time::parse_iso_time;

TEST_SUITE("time.published") {
    TEST_CASE("parse_iso_time reads every form and format_published writes it back") {
        struct Row {
            std::string_view text;
            std::string_view canonical;
        };
        for (const Row& row : {
                 Row{"2025", "2025"},
                 Row{"2025-10", "2025-10"},
                 Row{" 2025-10-16 ", "2025-10-16"},
                 Row{"20251016", "2025-10-16"},
                 Row{"2025-10-16T18:02", "2025-10-16T18:02:00Z"},
                 Row{"2025-10-16 18:02:07Z", "2025-10-16T18:02:07Z"},
                 Row{"20251016T180207Z", "2025-10-16T18:02:07Z"},
                 Row{"2025-10-16T18:02:07.250+02:00", "2025-10-16T18:02:07.250+02:00"},
                 Row{"2025-10-16T18:02:07 -0530", "2025-10-16T18:02:07-05:30"},
             }) {
            CAPTURE(row.text);
            const auto published = parse_iso_time(row.text);
            REQUIRE(published.has_value());
            CHECK(format_published(*published) == row.canonical);
            CHECK(parse_iso_time(row.canonical) == published);
        }
    }

    TEST_CASE("parse_iso_time rejects what is not a date") {
        for (const std::string_view text : {"",
                                            "2025-13",
                                            "2025-06-31",
                                            "2015-26-26",
                                            "2025-10-16T25:00",
                                            "2025-10-16T10:60",
                                            "2025-10-16T10",
                                            "2025-10-16x",
                                            "0999",
                                            "16/10/2025",
                                            "2025-10-16T10:00:00+2"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_iso_time(text).has_value());
        }
    }

    TEST_CASE("parse_iso_time takes a time without a zone in the default zone") {
        const auto published = parse_iso_time("2025-10-16T01:30", std::chrono::minutes(120));
        REQUIRE(published.has_value());
        CHECK(format_published(*published) == "2025-10-16T01:30:00+02:00");
        CHECK(dateline::time::format_day(utc_day(*published)) == "2025-10-15");
    }
}
