// Dates in the addresses of articles.
#include "indexer/source/html/date_in_url.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace dateline::source {
namespace {

std::string found(std::string_view url, time::DateOrder order = time::DateOrder::Unstated) {
    const auto published = date_in_url(url, order);
    return published ? time::format_published(*published) : "";
}

}  // namespace

TEST_SUITE("source.date_in_url") {
    TEST_CASE("date_in_url reads the forms that sites use") {
        for (const std::string_view url : {
                 "https://a.org/world/2025/10/16/slug",
                 "https://a.org/2025/oct/16/slug",
                 "https://a.org/2025/October/16/slug",
                 "https://a.org/2025-10-16-slug",
                 "https://a.org/news/slug-2025-10-16/",
                 "https://a.org/n1/2025/1016/c1002-40583.html",
                 "https://a.org/politics/2025-10/16/c_1129.htm",
                 "https://a.org/202510/16/t20251016_88.html",
                 "https://a.org/slug-20251016",
                 "https://a.org/art/20251016180200.html",
                 "https://a.org/view/AKR20251016000100001",
                 "https://a.org/16-10-2025/slug",
                 "https://a.org/10/16/2025/slug",
                 "https://a.org/16-oct-2025-slug",
                 "https://a.org/2025/10/16",
                 "https://a.org/2025/10/slug-20251016.html",
                 "https://a.org/view?id=7&date=2025-10-16",
                 "/archive/2025/10/16/page.html",
                 "a.org/2025/10/16/slug",
             }) {
            CAPTURE(url);
            CHECK(found(url) == "2025-10-16");
        }
    }

    TEST_CASE("date_in_url gives the month when no day is stated") {
        CHECK(found("https://a.org/2025/10/slug") == "2025-10");
        CHECK(found("https://a.org/2025/10/16-ways-to-sleep") == "2025-10");
        CHECK(found("https://a.org/2025/oct/slug/") == "2025-10");
        CHECK(found("https://a.org/2025/02/30") == "2025-02");  // 30: the number of an article
    }

    TEST_CASE("date_in_url takes digits that end with the year in the order given") {
        CHECK(found("https://a.org/03-04-2025/") == "");
        CHECK(found("https://a.org/03-04-2025/", time::DateOrder::DayMonthYear) == "2025-04-03");
        CHECK(found("https://a.org/03-04-2025/", time::DateOrder::MonthDayYear) == "2025-03-04");
        CHECK(found("https://a.org/04-04-2025/") == "2025-04-04");
    }

    TEST_CASE("date_in_url passes over what is no date") {
        for (const std::string_view url : {
                 "",
                 "https://a.org/",
                 "https://a.org/20259916",
                 "https://a.org/2025/26/26/x",
                 "https://a.org/19891231",            // compact days begin in 1990
                 "https://a.org/202510161802001234",  // 18 digits
                 "https://2025-10-16.a.org/x",        // the host
                 "https://a.org/x?ref=2025-10-16",
                 "https://a.org/x#2025-10-16",
                 "https://a.org/1799/10/16/x",
                 "https://a.org/article/1760637720",
                 "https://a.org/12-345-2025",
             }) {
            CAPTURE(url);
            CHECK(found(url) == "");
        }
        CHECK(found("https://a.org/19900101") == "1990-01-01");
        CHECK(found("https://a.org/1800/10/16/x") == "1800-10-16");
        CHECK(found("https://a.org/20251016180200123") == "2025-10-16");
    }
}

}  // namespace dateline::source
