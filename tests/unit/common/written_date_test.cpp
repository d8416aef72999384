// Dates as newspapers print them.
#include "common/time/written_date.hpp"

#include "common/time/month_names.hpp"
#include "common/time/other_calendars.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>

using dateline::time::date_order_of;
using dateline::time::DateOrder;
using dateline::time::DateReading;
using dateline::time::find_written_date;
using dateline::time::format_published;
using dateline::time::named_month;

namespace {

std::string found(std::string_view text,
                  std::string_view lang = {},
                  const DateReading& reading = {}) {
    const auto published = find_written_date(text, reading, lang);
    return published ? format_published(*published) : "";
}

struct Case {
    std::string_view text;
    std::string_view lang;
};

}  // namespace

TEST_SUITE("common.written_date") {
    TEST_CASE("find_written_date reads the same day in many languages") {
        for (const Case& c : {
                 Case{"Published on October 16th, 2025", "en"},
                 Case{"Thu 16 Oct 2025", "en-gb"},
                 Case{"Oct. 16, 2025", ""},
                 Case{"Donnerstag, 16. Oktober 2025", "de"},
                 Case{"Publié le jeudi 16 octobre 2025", "fr"},
                 Case{"16 de octubre de 2025", "es"},
                 Case{"16 de out. de 2025", "pt"},
                 Case{"giovedì 16 ottobre 2025", "it"},
                 Case{"16 d'octubre del 2025", "ca"},
                 Case{"joi, 16 octombrie 2025", "ro"},
                 Case{"donderdag 16 okt 2025", "nl"},
                 Case{"torsdag den 16. oktober 2025", "da"},
                 Case{"Publicerad 16 oktober 2025", "sv"},
                 Case{"16. lokakuuta 2025", "fi"},
                 Case{"16. oktoober 2025", "et"},
                 Case{"2025. gada 16. oktobris", "lv"},
                 Case{"2025 m. spalio 16 d.", "lt"},
                 Case{"2025 m. spalio mėn. 2025-10-16", "lt"},
                 Case{"16 października 2025", "pl"},
                 Case{"16. října 2025", "cs"},
                 Case{"16. októbra 2025", "sk"},
                 Case{"16. oktobra 2025", "sl"},
                 Case{"16. listopada 2025.", "hr"},
                 Case{"16. октобар 2025.", "sr"},
                 Case{"16 октомври 2025 г.", "bg"},
                 Case{"16 октября 2025 года", "ru"},
                 Case{"16 жовтня 2025", "uk"},
                 Case{"16 кастрычніка 2025", "be"},
                 Case{"2025. október 16.", "hu"},
                 Case{"2025. okt. 16., csütörtök", "hu"},
                 Case{"16 EKİM 2025 PERŞEMBE", "tr"},
                 Case{"16 oktyabr 2025", "az"},
                 Case{"16 қазан 2025", "kk"},
                 Case{"16 tetor 2025", "sq"},
                 Case{"Πέμπτη, 16 Οκτωβρίου 2025", "el"},
                 Case{"16 Հոկտեմբերի 2025", "hy"},
                 Case{"16 ოქტომბერი 2025", "ka"},
                 Case{"Kamis, 16 Oktober 2025", "id"},
                 Case{"Khamis, 16 Oktober 2025", "ms"},
                 Case{"Ika-16 ng Oktubre 2025", "tl"},
                 Case{"Ngày 16 tháng 10 năm 2025", "vi"},
                 Case{"16 Tháng 10, 2025", "vi"},
                 Case{"الخميس ١٦ أكتوبر ٢٠٢٥", "ar"},
                 Case{"١٦ تشرين الأول ٢٠٢٥", "ar"},
                 Case{"16 באוקטובר 2025", "he"},
                 Case{"2025eko urriaren 16a", "eu"},
                 Case{"2025 оны 10 сарын 16", "mn"},
                 Case{"۱۶ اکتبر ۲۰۲۵", "fa"},
                 Case{"۲۴ مهر ۱۴۰۴", "fa"},
                 Case{"۱۴۰۴/۰۷/۲۴", "fa"},
                 Case{"16 اکتوبر 2025", "ur"},
                 Case{"16 अक्टूबर 2025", "hi"},
                 Case{"১৬ অক্টোবর ২০২৫", "bn"},
                 Case{"16 அக்டோபர் 2025", "ta"},
                 Case{"16 అక్టోబర్ 2025", "te"},
                 Case{"16 ตุลาคม 2568", "th"},
                 Case{"วันที่ 16 ต.ค. 68", "th"},
                 Case{"16/10/2568", "th"},
                 Case{"16 ตุลาคม พ.ศ. 2568", ""},
                 Case{"2025年10月16日", "zh"},
                 Case{"发布时间：2025年 10月16日", "zh"},
                 Case{"民國114年10月16日", "zh-tw"},
                 Case{"令和7年10月16日", "ja"},
                 Case{"2025년 10월 16일", "ko"},
                 Case{"2025. 10. 16.", "ko"},
                 Case{"입력 2025.10.16", "ko"},
                 Case{"2025-10-16", ""},
                 Case{"16.10.2025", ""},
                 Case{"16. 10. 2025", "cs"},
                 Case{"10/16/2025", ""},
                 Case{"16/10/25", "fr"},
             }) {
            CAPTURE(c.text);
            CHECK(found(c.text, c.lang) == "2025-10-16");
        }
    }

    TEST_CASE("find_written_date takes the time of day beside the date") {
        for (const Case& c : {
                 Case{"October 16, 2025 at 6:02 PM", "en"},
                 Case{"October 16, 2025 6:02 p.m.", "en"},
                 Case{"18:02, 16 октября 2025", "ru"},
                 Case{"16.10.2025, 18:02 Uhr", "de"},
                 Case{"16. Oktober 2025 um 18.02 Uhr", "de"},
                 Case{"le 16 octobre 2025 à 18h02", "fr"},
                 Case{"16 Oktober 2025 pukul 18.02", "id"},
                 Case{"16.10.2025 klo 18.02", "fi"},
                 Case{"2025.10.16 오후 6:02", "ko"},
                 Case{"2025年10月16日18时02分", "zh"},
                 Case{"2025年10月16日 下午6:02", "zh"},
                 Case{"2025年10月16日 午後6時2分", "ja"},
                 Case{"2025-10-16 18:02:00", ""},
             }) {
            CAPTURE(c.text);
            CHECK(found(c.text, c.lang) == "2025-10-16T18:02:00Z");
        }
        CHECK(found("October 16, 2025 12:05 am", "en") == "2025-10-16T00:05:00Z");
        CHECK(found("Thu Oct 16 18:02:00 PDT 2025") == "2025-10-16T18:02:00-07:00");
        CHECK(found("Thu Oct 16 2025 18:02:00 GMT+0200 (Central European Summer Time)") ==
              "2025-10-16T18:02:00+02:00");
        CHECK(found("2025-10-16 18:02:00.000 +0300") == "2025-10-16T18:02:00+03:00");
        CHECK(found("October 16, 2025 18:02 GMT+3", "en") == "2025-10-16T18:02:00+03:00");
        CHECK(found("October 16, 2025 18:02 (UTC +05:30)", "en") == "2025-10-16T18:02:00+05:30");
        CHECK(found("16 Oktober 2025 18:02 WIB", "id") == "2025-10-16T18:02:00+07:00");
        DateReading reading;
        reading.zone = std::chrono::hours(2);
        CHECK(found("16.10.2025 18:02", "de", reading) == "2025-10-16T18:02:00+02:00");
    }

    TEST_CASE("find_written_date takes digits in the order of the language or the option") {
        CHECK(found("03/04/2025") == "");
        CHECK(found("04/04/2025") == "2025-04-04");
        CHECK(found("03/04/2025", "en-gb") == "2025-04-03");
        CHECK(found("03/04/2025", "en-us") == "2025-03-04");
        DateReading reading;
        reading.order = DateOrder::DayMonthYear;
        CHECK(found("03/04/2025", "en-us", reading) == "2025-04-03");
        CHECK(found("16.10.39", "de") == "2039-10-16");
        CHECK(found("16.10.40", "de") == "1940-10-16");
    }

    TEST_CASE("find_written_date passes over what is no date") {
        for (const std::string_view text : {
                 "",
                 "yesterday",
                 "3 hours ago",
                 "31 June 2025",
                 "2025-26-26",
                 "16 October",
                 "October 2025",
                 "version 1.16.10.2025",
                 "10.16.20.25",
                 "16 Oct 18:02",
                 "0 October 2025",
                 "call 030 16 10 2025",
                 "99/99/2025",
                 "۳۱ مهر ۱۴۰۴",  // the month has 30 days
             }) {
            CAPTURE(text);
            CHECK(found(text, "en") == "");
        }
        CHECK(found(std::string(560, 'x') + " 16 October 2025").empty() == false);
        CHECK(found(std::string(590, 'x') + " 16 October 2025").empty());
    }

    TEST_CASE("named_month asks the given language first") {
        CHECK(named_month("listopada", "pl").number == 11);
        CHECK(named_month("listopada", "hr").number == 10);
        CHECK(named_month("jui", "fr").number == 0);  // juin or juillet
        CHECK(named_month("juil", "fr").number == 7);
        CHECK(named_month("sept.", "").number == 9);
        CHECK(named_month("oc", "en").number == 0);
        CHECK(named_month("", "en").number == 0);
        CHECK(named_month("مهر", "fa").solar_hijri);
        CHECK_FALSE(named_month("اکتبر", "fa").solar_hijri);
    }

    TEST_CASE("solar_hijri_day knows leap years and the ends of months") {
        using namespace std::chrono;
        using dateline::time::solar_hijri_day;
        CHECK(solar_hijri_day(1404, 1, 1) == year(2025) / 3 / 21);
        CHECK(solar_hijri_day(1403, 12, 30) == year(2025) / 3 / 20);
        CHECK_FALSE(solar_hijri_day(1404, 12, 30).has_value());
        CHECK_FALSE(solar_hijri_day(1199, 1, 1).has_value());
        CHECK(solar_hijri_day(1200, 1, 1).has_value());
        CHECK_FALSE(solar_hijri_day(1601, 1, 1).has_value());
    }

    TEST_CASE("date_order_of follows the readers of the language") {
        CHECK(date_order_of("en") == DateOrder::MonthDayYear);
        CHECK(date_order_of("en-au") == DateOrder::DayMonthYear);
        CHECK(date_order_of("de") == DateOrder::DayMonthYear);
        CHECK(date_order_of("") == DateOrder::Unstated);
    }
}
