// The dates of an article as its mentions.
#include "indexer/analysis/dates/date_mentions.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::analysis;

namespace {

Article article_of(std::string paragraph) {
    Article article;
    article.paragraphs = {std::move(paragraph)};
    article.published = time::parse_iso_time("2025-10-16T18:02:00Z");
    article.lang = "en";
    return article;
}

std::vector<Mention> mentions_of(const Article& article) {
    return date_mentions(article, full_text(article), time::DateOrder::Unstated);
}

}  // namespace

TEST_SUITE("analysis.date_mentions") {
    TEST_CASE("date_mentions gives days and granularity in the form of an article") {
        const auto mentions = mentions_of(article_of("They met last week."));
        REQUIRE(mentions.size() == 1);
        CHECK(mentions[0].type == MentionType::Date);
        CHECK(mentions[0].start_bytes == 9);
        CHECK(mentions[0].end_bytes == 18);
        CHECK(mentions[0].value == "2025-W41");
        CHECK(mentions[0].method == "rules");
        REQUIRE(mentions[0].days.has_value());
        CHECK(time::format_day(mentions[0].days->from) == "2025-10-06");
        CHECK(time::format_day(mentions[0].days->to) == "2025-10-12");
        CHECK(mentions[0].days->granularity == "week");
    }

    TEST_CASE("date_mentions gives references and open dates no days") {
        Article article = article_of("He now left on Friday.");
        article.published.reset();
        const auto mentions = mentions_of(article);
        REQUIRE(mentions.size() == 2);
        CHECK(mentions[0].value == "PRESENT_REF");
        CHECK_FALSE(mentions[0].days.has_value());
        CHECK(mentions[1].value == "XXXX-WXX-5");
        CHECK_FALSE(mentions[1].days.has_value());
    }

    TEST_CASE("date_mentions goes by the date printed at the head") {
        Article article = article_of("He left yesterday.");
        article.dateline.date = "Oct 15";
        REQUIRE(mentions_of(article).size() == 1);
        CHECK(mentions_of(article)[0].value == "2025-10-14");
        article.dateline.date = "2025-10-16";
        CHECK(mentions_of(article)[0].value == "2025-10-15");
        article.dateline.date = "one fine day";
        CHECK(mentions_of(article)[0].value == "2025-10-15");
    }

    TEST_CASE("granularity_name names the shortest and the longest period") {
        CHECK(granularity_name(DateGranularity::Time) == "time");
        CHECK(granularity_name(DateGranularity::Day) == "day");
        CHECK(granularity_name(DateGranularity::Reference) == "reference");
    }
}
