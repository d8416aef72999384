// Dates of headers and front matter.
#include "common/time/header_date.hpp"

#include <doctest/doctest.h>

using dateline::time::format_published;
using dateline::time::month_number;
using dateline::time::parse_header_date;

TEST_SUITE("time.header_date") {
    TEST_CASE("parse_header_date reads mail dates and English long forms") {
        struct Case {
            const char* text;
            const char* expected;
        };
        for (const Case& c : {
                 Case{"Thu, 16 Oct 2025 18:02:00 +0200", "2025-10-16T18:02:00+02:00"},
                 Case{"16 Oct 2025 18:02 GMT", "2025-10-16T18:02:00Z"},
                 Case{"Thu, 16 Oct 2025 18:02:59 -0530 (some zone)", "2025-10-16T18:02:59-05:30"},
                 Case{"16 OCT 2025 18:02:00 EST", "2025-10-16T18:02:00-05:00"},
                 Case{"16 October 2025", "2025-10-16"},
                 Case{"October 16, 2025", "2025-10-16"},
                 Case{"Oct. 16th 2025", "2025-10-16"},
                 Case{"Thursday, October 16, 2025", "2025-10-16"},
                 Case{"16-Oct-2025", "2025-10-16"},
                 Case{"  1 May 1987 ", "1987-05-01"},
                 Case{"Sept 3, 1999", "1999-09-03"},
                 Case{"February 2024", "2024-02"},
                 Case{"29 February 2024", "2024-02-29"},
                 Case{"October 16, 2025 at 6:02 p.m.", "2025-10-16T18:02:00Z"},
                 Case{"October 16, 2025 12:00am", "2025-10-16T00:00:00Z"},
                 Case{"October 16, 2025 12:59 pm GMT", "2025-10-16T12:59:00Z"},
             }) {
            CAPTURE(c.text);
            const auto published = parse_header_date(c.text);
            REQUIRE(published.has_value());
            CHECK(format_published(*published) == c.expected);
        }
    }

    TEST_CASE("parse_header_date takes a time without a zone in the default zone") {
        const auto published = parse_header_date("16 Oct 2025 18:02", std::chrono::minutes(540));
        REQUIRE(published.has_value());
        CHECK(format_published(*published) == "2025-10-16T18:02:00+09:00");
    }

    TEST_CASE("parse_header_date rejects what is ambiguous or no date") {
        for (const char* text : {
                 "",
                 "03/04/87",
                 "3 4 1987",
                 "16 Oct 87",         // which century
                 "31 June 2025",      // no such day
                 "29 February 2023",  // no leap year
                 "32 May 2025",
                 "0 May 2025",
                 "16 Okt 2025",
                 "16 Oct 0999",  // before kMinYear
                 "16 Oct 2025 24:00",
                 "16 Oct 2025 18:60",
                 "16 Oct 2025 18:2",
                 "16 Oct 2025 13:00 pm",
                 "16 Oct 2025 18:02 +1600",
                 "16 Oct 2025 18:02 XYZ",
                 "16 Oct 2025 18:02 +0200 more",
                 "October 2025 18:02",  // a time without a day
                 "Thursday",
                 "May",
                 "2025-10-16",  // parse_iso_time's business
             }) {
            CAPTURE(text);
            CHECK_FALSE(parse_header_date(text).has_value());
        }
    }

    TEST_CASE("parse_header_date rejects overlong text without reading it") {
        CHECK(parse_header_date(std::string(84, ' ') + "16 October 2025").has_value());
        CHECK_FALSE(parse_header_date("16 October" + std::string(90, ' ') + "2025").has_value());
    }

    TEST_CASE("month_number knows full and three-letter names only") {
        CHECK(month_number("MARCH") == 3);
        CHECK(month_number("Mar.") == 3);
        CHECK(month_number("dec") == 12);
        CHECK(month_number("Marc") == 0);
        CHECK(month_number("Ma") == 0);
        CHECK(month_number("Septembers") == 0);
    }
}
