// Dates that are digits only, with and without a stated order.
#include "common/time/numeric_date.hpp"

#include <doctest/doctest.h>

#include <string>

using dateline::time::DateOrder;
using dateline::time::DateReading;
using dateline::time::format_published;
using dateline::time::is_ambiguous_date;
using dateline::time::parse_numeric_date;

namespace {

std::string read(std::string_view text, DateOrder order) {
    const DateReading reading{std::chrono::minutes(60), order};
    const auto published = parse_numeric_date(text, reading);
    if (published) {
        CHECK_FALSE(is_ambiguous_date(text, reading));
        return format_published(*published);
    }
    return is_ambiguous_date(text, reading) ? "ambiguous" : "none";
}

struct Case {
    const char* text;
    const char* expected;
};

}  // namespace

TEST_SUITE("time.numeric_date") {
    TEST_CASE("parse_numeric_date follows the stated order") {
        CHECK(read("03/04/87", DateOrder::DayMonthYear) == "1987-04-03");
        CHECK(read("03/04/87", DateOrder::MonthDayYear) == "1987-03-04");
        CHECK(read("03/04/87", DateOrder::YearMonthDay) == "none");
        CHECK(read("87/03/04", DateOrder::YearMonthDay) == "1987-03-04");
        CHECK(read("870403", DateOrder::YearMonthDay) == "1987-04-03");
        CHECK(read("030487", DateOrder::DayMonthYear) == "1987-04-03");
        CHECK(read("030487", DateOrder::MonthDayYear) == "1987-03-04");
        CHECK(read("03041987", DateOrder::DayMonthYear) == "1987-04-03");
        CHECK(read("3.4.1987", DateOrder::DayMonthYear) == "1987-04-03");
        CHECK(read("3. 4. 1987", DateOrder::DayMonthYear) == "1987-04-03");
        CHECK(read("3-4-1987", DateOrder::MonthDayYear) == "1987-03-04");
    }

    TEST_CASE("parse_numeric_date does not bend the stated order") {
        CHECK(read("13/04/1987", DateOrder::MonthDayYear) == "none");
        CHECK(read("04/13/1987", DateOrder::DayMonthYear) == "none");
        CHECK(read("13/04/1987", DateOrder::YearMonthDay) == "none");
    }

    TEST_CASE("parse_numeric_date reads a year of four digits in front in any order") {
        for (const DateOrder order : {DateOrder::Unstated,
                                      DateOrder::DayMonthYear,
                                      DateOrder::MonthDayYear,
                                      DateOrder::YearMonthDay}) {
            CHECK(read("1987-3-4", order) == "1987-03-04");
            CHECK(read("1987.03.04.", order) == "1987-03-04");
            CHECK(read("19870304", order) == "1987-03-04");
        }
        CHECK(read("1987/13/04", DateOrder::Unstated) == "none");
    }

    TEST_CASE("parse_numeric_date without an order reads what has one meaning") {
        for (const Case& c : {Case{"13/04/1987", "1987-04-13"},
                              Case{"04/13/1987", "1987-04-13"},
                              Case{"12/31/99", "1999-12-31"},
                              Case{"31.12.99", "1999-12-31"},
                              Case{"04/04/1987", "1987-04-04"},
                              Case{"870403", "1987-04-03"},
                              Case{"03/04/1987", "ambiguous"},
                              Case{"03/04/87", "ambiguous"},
                              Case{"3.4.1987", "ambiguous"},
                              Case{"030487", "ambiguous"},
                              Case{"10/11/12", "ambiguous"},
                              Case{"32/04/1987", "none"},
                              Case{"31/02/1987", "none"}}) {
            CAPTURE(c.text);
            CHECK(read(c.text, DateOrder::Unstated) == c.expected);
        }
    }

    TEST_CASE("parse_numeric_date puts years of two digits on their side of the pivot") {
        CHECK(read("31/12/39", DateOrder::DayMonthYear) == "2039-12-31");
        CHECK(read("01/01/40", DateOrder::DayMonthYear) == "1940-01-01");
        CHECK(read("01/01/00", DateOrder::DayMonthYear) == "2000-01-01");
        CHECK(read("31/12/99", DateOrder::DayMonthYear) == "1999-12-31");
    }

    TEST_CASE("parse_numeric_date takes a time of day behind the date") {
        for (const Case& c : {Case{"03/04/87 18:02", "1987-04-03T18:02:00+01:00"},
                              Case{"3/4/1987, 6:02 pm", "1987-04-03T18:02:00+01:00"},
                              Case{"03.04.1987 18:02:07 GMT", "1987-04-03T18:02:07Z"},
                              Case{"030487T18:02", "1987-04-03T18:02:00+01:00"},
                              Case{"03/04/87 25:02", "none"},
                              Case{"03/04/87 noon", "none"}}) {
            CAPTURE(c.text);
            CHECK(read(c.text, DateOrder::DayMonthYear) == c.expected);
        }
    }

    TEST_CASE("parse_numeric_date refuses what only looks like a date") {
        for (const char* text : {"",
                                 "03/04",
                                 "03/04-87",
                                 "03//87",
                                 "03/04/87/5",
                                 "003/04/87",
                                 "03/04/187",
                                 "1/1987/3",
                                 "12345",
                                 "1234567",
                                 "123456789",
                                 "99999999",
                                 "00/00/00",
                                 "a3/04/87",
                                 "3.4.1987x"}) {
            CAPTURE(text);
            CHECK(read(text, DateOrder::Unstated) == "none");
        }
    }
}
