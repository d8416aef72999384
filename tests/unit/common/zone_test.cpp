// Zones by name and offset, and the days they show.
#include "common/time/zone.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace dateline::time {
namespace {

TimestampMs instant(const char* text) {
    return parse_iso_time(text)->instant;
}

std::string day_in(const char* zone, const char* time) {
    return format_day(Zone::find(zone)->day_at(instant(time)));
}

}  // namespace

TEST_SUITE("time.zone") {
    TEST_CASE("Zone::find knows UTC by all its names") {
        for (const char* const name :
             {"UTC", "utc", "Z", "GMT", "Etc/UTC", "+00:00", "-00", "+0000"}) {
            CAPTURE(name);
            REQUIRE(Zone::find(name).has_value());
            CHECK(Zone::find(name)->is_utc());
            CHECK(Zone::find(name)->name() == "UTC");
        }
        CHECK(Zone().is_utc());
    }

    TEST_CASE("Zone::find reads offsets up to 15:59 hours") {
        struct Row {
            const char* text;
            const char* name;
            int minutes;
        };
        for (const Row& row : {Row{"+02", "+02:00", 120},
                               Row{"+0530", "+05:30", 330},
                               Row{"-03:30", "-03:30", -210},
                               Row{"+15:59", "+15:59", 959},
                               Row{"-00:01", "-00:01", -1}}) {
            CAPTURE(row.text);
            const auto zone = Zone::find(row.text);
            REQUIRE(zone.has_value());
            CHECK(zone->name() == row.name);
            CHECK(zone->offset_at({}) == std::chrono::minutes(row.minutes));
            CHECK_FALSE(zone->is_utc());
        }
        for (const char* const text :
             {"+16:00", "+02:60", "+2", "02:00", "+", "+02:0", "+a2", "+02:00:00"}) {
            CAPTURE(text);
            CHECK_FALSE(Zone::find(text).has_value());
        }
    }

    TEST_CASE("Zone::find takes names of the IANA database in any case and no abbreviations") {
        REQUIRE(Zone::find("europe/BERLIN").has_value());
        CHECK(Zone::find("europe/BERLIN")->name() == "Europe/Berlin");
        CHECK(Zone::find("Asia/Kathmandu").has_value());
        CHECK(Zone::find("US/Eastern").has_value());
        for (const char* const name : {"",
                                       "BST",
                                       "CET",
                                       "EST",
                                       "IST",
                                       "PST",
                                       "Europe/Berlim",
                                       "Etc/Unknown",
                                       "UTC+2",
                                       "Berlin"}) {
            CAPTURE(name);
            CHECK_FALSE(Zone::find(name).has_value());
        }
        const std::vector<std::string> names = zone_names();
        CHECK(std::is_sorted(names.begin(), names.end()));
        CHECK(names.size() > 400);
        for (const std::string& name : names) {
            CAPTURE(name);
            CHECK(Zone::find(name).has_value());
        }
    }

    TEST_CASE("Zone::day_at follows the zone through its history") {
        // Summer time of Berlin in 2025: from 30 March 01:00Z to 26 October 01:00Z.
        CHECK(day_in("Europe/Berlin", "2025-03-29T22:59:59Z") == "2025-03-29");
        CHECK(day_in("Europe/Berlin", "2025-03-29T23:00:00Z") == "2025-03-30");
        CHECK(day_in("Europe/Berlin", "2025-03-30T22:00:00Z") == "2025-03-31");
        CHECK(day_in("Europe/Berlin", "2025-10-26T22:30:00Z") == "2025-10-26");
        CHECK(day_in("Europe/Berlin", "2025-10-25T22:00:00Z") == "2025-10-26");
        CHECK(day_in("America/New_York", "2025-08-15T03:59:59Z") == "2025-08-14");
        CHECK(day_in("America/New_York", "2025-08-15T04:00:00Z") == "2025-08-15");
        CHECK(day_in("Asia/Kathmandu", "2025-08-14T18:15:00Z") == "2025-08-15");
        CHECK(day_in("Asia/Kathmandu", "2025-08-14T18:14:59.999Z") == "2025-08-14");
        // Samoa had no 30 December 2011: it went from 10 hours behind UTC to 14 ahead.
        CHECK(day_in("Pacific/Apia", "2011-12-30T09:59:59Z") == "2011-12-29");
        CHECK(day_in("Pacific/Apia", "2011-12-30T10:00:00Z") == "2011-12-31");
        // Newfoundland put its clocks back at one minute past midnight: the day before came again.
        CHECK(day_in("America/St_Johns", "2006-10-29T02:30:30Z") == "2006-10-29");
        CHECK(day_in("America/St_Johns", "2006-10-29T02:31:00Z") == "2006-10-28");
        CHECK(day_in("America/St_Johns", "2006-10-29T03:30:00Z") == "2006-10-29");
        // Before 1970, and before there was any clock of a zone.
        CHECK(day_in("Europe/Berlin", "1969-12-31T23:00:00Z") == "1970-01-01");
        CHECK(day_in("Europe/Berlin", "1850-01-01T23:06:31Z") == "1850-01-01");
        CHECK(day_in("Europe/Berlin", "1850-01-01T23:06:32Z") == "1850-01-02");
    }

    TEST_CASE("Zone::day_of never shifts a date without a time") {
        for (const char* const name :
             {"UTC", "Asia/Tokyo", "Pacific/Honolulu", "-15:00", "+15:00"}) {
            const Zone zone = *Zone::find(name);
            CAPTURE(name);
            for (const char* const date : {"2025-10-16", "2025-10", "2025"}) {
                const Published published = *parse_iso_time(date);
                CHECK(zone.day_of(published) == utc_day(published));
            }
        }
        const Published late = *parse_iso_time("2025-10-16T20:00:00Z");
        CHECK(format_day(Zone::find("Asia/Tokyo")->day_of(late)) == "2025-10-17");
    }
}

}  // namespace dateline::time
