// English dates, from expression and publication to value and days. 16 October 2025 is a Thursday.
#include "tests/unit/analysis/dates/dates_fixture.hpp"

#include <doctest/doctest.h>

using dateline::testing::DateCase;
using dateline::testing::published_on;
using dateline::testing::shown_dates;
using dateline::testing::shown_days;

namespace {

constexpr std::string_view kThursday = "2025-10-16";

void check_all(std::initializer_list<DateCase> cases) {
    for (const DateCase& c : cases) {
        CAPTURE(c.text);
        CHECK(shown_dates(c) == c.expected);
    }
}

}  // namespace

TEST_SUITE("analysis.event_dates") {
    TEST_CASE("find_dates reads whole dates in every order") {
        check_all({
            {"on October 16, 2025, they met", "", "October 16, 2025=2025-10-16"},
            {"on 16 October 2025 they met", "", "16 October 2025=2025-10-16"},
            {"on the 16th of October, 2025", "", "the 16th of October, 2025=2025-10-16"},
            {"Oct. 16, 2025", "", "Oct. 16, 2025=2025-10-16"},
            {"16-Oct-2025", "", "16-Oct-2025=2025-10-16"},
            {"2025-10-16", "", "2025-10-16=2025-10-16"},
            {"Thursday, October 16, 2025", "", "Thursday, October 16, 2025=2025-10-16"},
            {"October 16th", kThursday, "October 16th=2025-10-16"},
            {"31 June 2025", "", "31 June 2025=XXXX-06-31?"},
        });
    }

    TEST_CASE("find_dates reads digits in the order that the archive states") {
        auto context = published_on("");
        context.order = dateline::time::DateOrder::DayMonthYear;
        CHECK(shown_dates("on 03/04/1987", context) == "03/04/1987=1987-04-03");
        context.order = dateline::time::DateOrder::MonthDayYear;
        CHECK(shown_dates("on 03/04/1987", context) == "03/04/1987=1987-03-04");
        CHECK(shown_dates("on 16/10/2025", context) == "16/10/2025=2025-10-16");
        context.order = dateline::time::DateOrder::Unstated;
        CHECK(shown_dates("on 03/04/87", context) == "03/04/87=1987");
        CHECK(shown_dates("on 16/10/2025", context) == "16/10/2025=2025-10-16");
        context.lang = "en-gb";
        CHECK(shown_dates("on 03/04/87", context) == "03/04/87=1987-04-03");
        CHECK(shown_dates("version 10.2.3.4 of 1.2.3", context).empty());
    }

    TEST_CASE("find_dates takes the nearest year for a day that states none") {
        check_all({
            {"The talks on June 18 failed.", "2008-07-02", "June 18=2008-06-18"},
            {"It will be sold on June 17.", "2009-06-09", "June 17=2009-06-17"},
            {"They will meet on January 5.", "2008-12-20", "January 5=2009-01-05"},
            {"They met on December 30.", "2009-01-05", "December 30=2008-12-30"},
            {"He lost in October.", "2004-11-24", "October=2004-10"},
            {"He won in December.", "2004-11-24", "December=2003-12"},
            {"He will go in March.", "2004-11-24", "March=2005-03"},
            {"the election on Saturday, 14 October, was lost",
             "2023-01-20",
             "Saturday, 14 October=2023-10-14"},
        });
    }

    TEST_CASE("find_dates takes weekdays by the tense of their clause") {
        check_all({
            {"Putin said on Tuesday", kThursday, "Tuesday=2025-10-14"},
            {"they met on Thursday", kThursday, "Thursday=2025-10-16"},
            {"The court will rule on Tuesday.", kThursday, "Tuesday=2025-10-21"},
            {"The court is to rule on Tuesday.", kThursday, "Tuesday=2025-10-21"},
            {"The match is on Tuesday.", kThursday, "Tuesday=2025-10-21"},
            {"markets stayed closed until Friday", kThursday, "Friday=2025-10-17"},
            {"The bank has been shut since Friday", kThursday, "Friday=2025-10-10"},
            {"last Friday", kThursday, "last Friday=2025-10-10"},
            {"next Friday", kThursday, "next Friday=2025-10-17"},
            {"this Friday", kThursday, "this Friday=2025-10-17"},
            {"Sunday week", kThursday, "Sunday week=2025-10-26"},
            {"Tuesday of next week", kThursday, "Tuesday of next week=2025-10-21"},
            {"Tuesday last week", kThursday, "Tuesday last week=2025-10-07"},
        });
    }

    TEST_CASE("find_dates counts days from the publication") {
        check_all({
            {"today", kThursday, "today=2025-10-16"},
            {"Yesterday", kThursday, "Yesterday=2025-10-15"},
            {"tomorrow night", kThursday, "tomorrow night=2025-10-17TNI"},
            {"tonight", kThursday, "tonight=2025-10-16TNI"},
            {"last night", kThursday, "last night=2025-10-15TNI"},
            {"this morning", kThursday, "this morning=2025-10-16TMO"},
            {"Monday evening", kThursday, "Monday evening=2025-10-13TEV"},
            {"the day before yesterday", kThursday, "the day before yesterday=2025-10-14"},
            {"the day after tomorrow", kThursday, "the day after tomorrow=2025-10-18"},
            {"two days ago", kThursday, "two days ago=2025-10-14"},
            {"ten days from now", kThursday, "ten days from now=2025-10-26"},
            {"a fortnight ago", kThursday, "a fortnight ago=2025-10-02"},
            {"a week ago", kThursday, "a week ago=2025-10-09"},
        });
    }

    TEST_CASE("find_dates keeps the granularity of periods") {
        check_all({
            {"last week", kThursday, "last week=2025-W41"},
            {"the week before last", kThursday, "the week before last=2025-W40"},
            {"this month", kThursday, "this month=2025-10"},
            {"next month", "2025-12-31", "next month=2026-01"},
            {"two months ago", "2025-01-31", "two months ago=2024-11"},
            {"last year", kThursday, "last year=2024"},
            {"a year ago", kThursday, "a year ago=2024"},
            {"early next year", kThursday, "early next year=2026"},
            {"the end of March", kThursday, "the end of March=2025-03"},
            {"mid-December 2014", kThursday, "mid-December 2014=2014-12"},
            {"the first quarter of 2025", kThursday, "the first quarter of 2025=2025-Q1"},
            {"last year's third quarter", kThursday, "last year's third quarter=2024-Q3"},
            {"Q3 2025", kThursday, "Q3 2025=2025-Q3"},
            {"the second half of the year", kThursday, "the second half of the year=2025-H2"},
            {"the summer of 2004", kThursday, "the summer of 2004=2004-SU"},
            {"last winter", "2025-10-16", "last winter=2024-WI"},
            {"this winter", "2017-01-20", "this winter=2016-WI"},
            {"the winter of 1919-20", kThursday, "the winter of 1919-20=1919-WI"},
            {"the last day of 1983", kThursday, "the last day of 1983=1983-12-31"},
            {"the first Monday in May", kThursday, "the first Monday in May=2025-05-05"},
            {"the first week of May 2024", kThursday, "the first week of May 2024=2024-W18"},
            {"fiscal 1987", kThursday, "fiscal 1987=1987"},
        });
    }

    TEST_CASE("find_dates reads decades and centuries") {
        check_all({
            {"in the 1980s", kThursday, "the 1980s=198"},
            {"the early 1950s", kThursday, "the early 1950s=195"},
            {"the mid-1990s", kThursday, "the mid-1990s=199"},
            {"since the '80s", kThursday, "the '80s=198"},
            {"in the eighties", kThursday, "the eighties=198"},
            {"the 19th century", kThursday, "the 19th century=18"},
            {"the twenty-first century", kThursday, "twenty-first century=20"},
            {"in 490 BC", "", "490 BC=BC0490"},
            {"a woman in her eighties", kThursday, ""},
        });
    }

    TEST_CASE("find_dates reads both ends of a range") {
        check_all({
            {"from 3 to 5 May", kThursday, "3=2025-05-03; 5 May=2025-05-05"},
            {"May 3-5, 2004", kThursday, "May 3=2004-05-03; 5, 2004=2004-05-05"},
            {"3, 4 and 5 June 2004",
             kThursday,
             "3=2004-06-03; 4=2004-06-04; 5 June 2004=2004-06-05"},
            {"between May and July 2004", kThursday, "May=2004-05; July 2004=2004-07"},
            {"between 2001 and 2003", kThursday, "2001=2001; 2003=2003"},
            {"the war of 1939\xE2\x80\x93"
             "45",
             kThursday,
             "1939=1939; 45=1945"},
            {"in 2006, 2008 and 2011", kThursday, "2006=2006; 2008=2008; 2011=2011"},
        });
    }

    TEST_CASE("find_dates takes a month that is soon for one of this year") {
        check_all({
            {"It said the plant opens in early May.", "1987-03-09", "early May=1987-05"},
            {"Discounts for June shipment fell.", "1987-03-09", "June=1987-06"},
            {"CASE TO START IN APRIL", "1987-03-26", "APRIL=1987-04"},
            {"He said sales in June would rise.", "1987-03-09", "June=1987-06"},
            // Both sides of the limits: three months, and five where nothing speaks of the past.
            {"They said the sale in June of gold.", "1987-03-09", "June=1987-06"},
            {"They said the sale in July of gold.", "1987-03-09", "July=1986-07"},
            {"The sale in August of gold.", "1987-03-09", "August=1987-08"},
            {"The sale in September of gold.", "1987-03-09", "September=1986-09"},
            {"He won in April.", "1987-03-09", "April=1986-04"},
        });
    }

    TEST_CASE("find_dates reads the forms of old wires") {
        check_all({
            {"WASHINGTON, Feb 26 - Profit rose", "1987-02-27", "Feb 26=1987-02-26"},
            {"MARCH 3 - PROFIT ROSE", "1987-03-09", "MARCH 3=1987-03-03"},
            {"to holders of record April one", "1987-03-09", "April one=1987-04-01"},
            {"In May two men died", "1987-06-09", "May=1987-05"},
            {"five months to end-February", "1987-03-09", "end-February=1987-02"},
            {"at year-end 1985", "1987-03-09", "year-end 1985=1985"},
            {"deals between April and June this year",
             "1987-03-09",
             "April=1987-04; June this year=1987-06"},
            {"The fall was largely due to oil", "1987-03-09", ""},
            {"in the year-ago quarter, unlike the first quarter of 1987",
             "1987-03-09",
             "the year-ago quarter=1986-Q1; the first quarter of 1987=1987-Q1"},
            {"the crop of 1986/87, Soviet 1986/87 wheat",
             "1987-03-09",
             "1986=1986; 87=1987; 1986=1986; 87=1987"},
            {"the 1999/00 season", "", "1999=1999; 00=2000"},
            {"the 2018/19 season, the 2018/2019 school year",
             "",
             "2018=2018; 19=2019; 2018=2018; 2019=2019"},
            {"2000 season ticket holders, 1900 production workers, 1999 year-olds", "", ""},
            {"from Oct. 3 to Oct. 5, 2025", "", "Oct. 3=2025-10-03; Oct. 5, 2025=2025-10-05"},
            {"They play Leeds on Wednesday. He said they met on Wednesday.",
             "2025-10-20",
             "Wednesday=2025-10-22; Wednesday=2025-10-15"},
            {"28 December to 3 January 2026",
             "",
             "28 December=2025-12-28; 3 January 2026=2026-01-03"},
            {"in fiscal 1987/88", "1987-03-09", "fiscal 1987/88=1987/1988"},
            {"exports may fall this year, after the fall in 1986 profits",
             "1987-03-09",
             "this year=1987; 1986=1986"},
            {"in the fall of 1986", "1987-03-09", "the fall of 1986=1986-FA"},
            {"work begins in the fall in Chicago", "2024-03-09", "the fall=2024-FA"},
            {"hit by the fall in prices", "2024-03-09", ""},
            {"by end-1986, from early-1984", "1987-03-09", "end-1986=1986; early-1984=1984"},
            {"trades entered by 1000 London time",
             "1987-03-09",
             "1000 London time=1987-03-09T10:00"},
        });
    }

    TEST_CASE("find_dates reads the years of reports and tables") {
        check_all({
            {"GRUNDER AG <GRUG.F> 1986 YEAR", "1987-03-09", "1986=1986"},
            {"NOTE: 1986 net includes a gain", "1987-03-09", "1986=1986"},
            {"it costs EUR 2000, or USD 1950 here", "2024-03-09", ""},
            {"a 2000 year old skull", "2024-03-09", ""},
            {"Note: 1986 and 1985 figures are restated", "1987-03-09", "1986=1986; 1985=1985"},
            {"It expects 1987 earnings to rise", "1987-03-09", "1987=1987"},
            {"subordinated notes due 1997 with a coupon", "1987-03-09", "1997=1997"},
            {"For 1986, Tulser reported a loss", "1987-03-09", "1986=1986"},
            {"FINAL 1986 CROP OF COTTON", "1987-03-09", "1986=1986"},
            {"first quarter 1986 sales, fourth-quarter 1985",
             "1987-03-09",
             "first quarter 1986=1986-Q1; fourth-quarter 1985=1985-Q4"},
            {"It had 1986/88 and 1999/00/01", "1987-03-09", "1986=1986; 88=1988; 1999=1999"},
        });
    }

    TEST_CASE("find_dates hangs relative dates on the date before") {
        check_all({
            {"He left on May 3, 2001. Two days later he died.",
             kThursday,
             "May 3, 2001=2001-05-03; Two days later=2001-05-05"},
            {"He left on May 3, 2001. The following day he died.",
             kThursday,
             "May 3, 2001=2001-05-03; The following day=2001-05-04"},
            {"He left on May 3, 2001, and that evening he died.",
             kThursday,
             "May 3, 2001=2001-05-03; that evening=2001-05-03TEV"},
            {"It fell in January, compared to the same month a year ago.",
             kThursday,
             "January=2025-01; the same month a year ago=2024-01"},
            {"It lost $3 in the first quarter of 1989, from $2 a year earlier.",
             kThursday,
             "the first quarter of 1989=1989-Q1; a year earlier=1988-Q1"},
            {"sales in 2009 rose on the previous year",
             kThursday,
             "2009=2009; the previous year=2008"},
        });
    }

    TEST_CASE("find_dates reads times of day and their zones") {
        check_all({
            {"at 16:08 UTC", kThursday, "16:08 UTC=2025-10-16T16:08Z"},
            {"at 1400 GMT on Monday", kThursday, "1400 GMT on Monday=2025-10-13T14:00Z"},
            {"at 5.30pm", kThursday, "5.30pm=2025-10-16T17:30"},
            {"at 12 a.m. Monday", kThursday, "12 a.m. Monday=2025-10-13T00:00"},
            {"at noon on Tuesday", kThursday, "noon on Tuesday=2025-10-14T12:00"},
            {"at half past five", kThursday, "half past five=2025-10-16T17:30"},
            {"at four in the morning", kThursday, "four in the morning=2025-10-16T04:00"},
            {"at a quarter to ten on Monday night",
             kThursday,
             "a quarter to ten on Monday night=2025-10-13T21:45"},
            {"13:60 and 24:30 and 2:1", kThursday, ""},
        });
    }

    TEST_CASE("find_dates knows holidays") {
        check_all({
            {"on Christmas Eve", "2025-12-27", "Christmas Eve=2025-12-24"},
            {"on New Year's Day 1978", kThursday, "New Year's Day 1978=1978-01-01"},
            {"on Labor Day", "2025-09-10", "Labor Day=2025-09-01"},
            {"at Thanksgiving", "2025-12-01", "Thanksgiving=2025-11-27"},
            {"on Easter Monday", "2025-05-01", "Easter Monday=2025-04-21"},
            {"Good Friday 2024", kThursday, "Good Friday 2024=2024-03-29"},
            {"the Fourth of July", "2025-07-10", "the Fourth of July=2025-07-04"},
            {"the week before Chinese New Year", kThursday, ""},
            {"on Black Monday", kThursday, "Black Monday=1987-10-19"},
            {"since D-Day", kThursday, "D-Day=1944-06-06"},
            {"on Bloody Sunday", kThursday, ""},
        });
    }

    TEST_CASE("find_dates passes over what is no date") {
        for (const std::string_view text : {
                 "1,987 shares and 2000 people",
                 "Boeing 747, a Flight 1987, Resolution 1973 and Euro 2024",
                 "It cost $1990 or 1987.5 euros",
                 "1987 people, 1987 miles, Studio 2003 opened",
                 "The FTS 2000 system replaces it",
                 "for two weeks, aged 45, a 20-year low",
                 "every Friday, each year, every morning",
                 "Theresa May said they may march in march",
                 "the September 11 attacks",
                 "won 3-5, 6-4 and 10 to 8",
                 "the Sunday Times",
             }) {
            CAPTURE(text);
            CHECK(shown_dates(text, published_on(kThursday)).empty());
        }
    }

    TEST_CASE("find_dates keeps references apart from dates") {
        const auto mentions =
            dateline::analysis::find_dates("They now meet in the future.", published_on(kThursday));
        REQUIRE(mentions.size() == 2);
        CHECK(mentions[0].value == "PRESENT_REF");
        CHECK(mentions[0].granularity == dateline::analysis::DateGranularity::Reference);
        CHECK_FALSE(has_days(mentions[0]));
        CHECK_FALSE(mentions[0].unanchored);
        CHECK(mentions[1].value == "FUTURE_REF");
    }

    TEST_CASE("find_dates marks what hangs on an unknown date and invents none") {
        check_all({
            {"He left on Friday.", "", "Friday=XXXX-WXX-5?"},
            {"He left on October 16.", "", "October 16=XXXX-10-16?"},
            {"He left last year.", "", "last year=XXXX?"},
            {"He left yesterday.", "2025-10", "yesterday=XXXX-XX-XX?"},
            {"He left last month.", "2025-10", "last month=2025-09"},
            {"He left last month.", "2025", "last month=XXXX?"},
            {"He left last year.", "2025", "last year=2024"},
        });
        CHECK(shown_days("He left on Friday.", "").empty());
    }

    TEST_CASE("find_dates goes by the day in the zone of the publication") {
        CHECK(shown_dates("today", published_on("2025-10-16T23:30:00-05:00")) ==
              "today=2025-10-16");
        CHECK(shown_dates("today", published_on("2025-10-16T01:30:00+02:00")) ==
              "today=2025-10-16");
    }

    TEST_CASE("find_dates goes by a dateline shortly before the publication") {
        using namespace std::chrono;
        auto context = published_on(kThursday);
        context.dateline = sys_days(2025y / 10 / 15);
        CHECK(shown_dates("today", context) == "today=2025-10-15");
        context.dateline = sys_days(2025y / 10 / 2);
        CHECK(shown_dates("today", context) == "today=2025-10-02");
        context.dateline = sys_days(2025y / 10 / 1);
        CHECK(shown_dates("today", context) == "today=2025-10-16");
        context.published.reset();
        CHECK(shown_dates("today", context) == "today=2025-10-01");
    }

    TEST_CASE("find_dates gives the days that a period spans") {
        CHECK(shown_days("October 16, 2025", "") == "2025-10-16..2025-10-16");
        CHECK(shown_days("last week", kThursday) == "2025-10-06..2025-10-12");
        CHECK(shown_days("last weekend", kThursday) == "2025-10-11..2025-10-12");
        CHECK(shown_days("in February 2024", "") == "2024-02-01..2024-02-29");
        CHECK(shown_days("the last quarter of 2024", "") == "2024-10-01..2024-12-31");
        CHECK(shown_days("the winter of 2023", "") == "2023-12-01..2024-02-29");
        CHECK(shown_days("the first half of 2024", "") == "2024-01-01..2024-06-30");
        CHECK(shown_days("in 1987", "") == "1987-01-01..1987-12-31");
        CHECK(shown_days("in fiscal 1999/00", "") == "1999-01-01..2000-12-31");
        CHECK(shown_days("the 1980s", "") == "1980-01-01..1989-12-31");
        CHECK(shown_days("the 20th century", "") == "1900-01-01..1999-12-31");
        CHECK(shown_days("in 490 BC", "").empty());
    }
}
