// All that finds mentions, together, on articles whose mentions are known.
#include "indexer/analysis/entity_finder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dateline::analysis {
namespace {

const EntityFinder& finder() {
    static const EntityFinder shipped;
    return shipped;
}

Article budapest() {
    Article article;
    article.lang = "en";
    article.published = time::parse_iso_time("2025-10-16T18:02:00Z");
    article.title = "Leaders plan to meet in Budapest";
    article.paragraphs = {
        "President Donald Trump said on Thursday he would meet Russian President Vladimir Putin in "
        "Budapest after a phone call between the two leaders.",
        "Prime Minister Viktor Orb\u00E1n said that Hungary was ready. Orban and Putin spoke on "
        "Monday. Ukrainian President Volodymyr Zelenskiy was in Helsinki in 2018."};
    return article;
}

std::vector<Mention> of_type(const Article& article, MentionType type) {
    std::vector<Mention> mentions;
    std::copy_if(article.mentions.begin(),
                 article.mentions.end(),
                 std::back_inserter(mentions),
                 [type](const Mention& mention) { return mention.type == type; });
    return mentions;
}

std::string surface(const Article& article, const Mention& mention) {
    return full_text(article).substr(mention.start_bytes, mention.end_bytes - mention.start_bytes);
}

const Mention* find(const Article& article, const std::string& id, const std::string& text) {
    const auto found =
        std::find_if(article.mentions.begin(), article.mentions.end(), [&](const Mention& mention) {
            return mention.id == id && surface(article, mention) == text;
        });
    return found == article.mentions.end() ? nullptr : &*found;
}

}  // namespace

TEST_SUITE("analysis.entity_finder") {
    TEST_CASE("find gives surnames and spellings the ids of the full names") {
        Article article = budapest();
        finder().find(article);
        for (const auto& [id, text] : {
                 std::pair("P:donald-trump", "Donald Trump"),
                 std::pair("P:vladimir-putin", "Vladimir Putin"),
                 std::pair("P:vladimir-putin", "Putin"),
                 std::pair("P:viktor-orban", "Orban"),
                 std::pair("P:volodymyr-zelenskyy", "Volodymyr Zelenskiy"),
             }) {
            CAPTURE(id);
            CAPTURE(text);
            CHECK(find(article, id, text) != nullptr);
        }
        const Mention* const putin = find(article, "P:vladimir-putin", "Vladimir Putin");
        REQUIRE(putin != nullptr);
        CHECK(putin->honorific == "President");
        CHECK(putin->method == "model");
    }

    TEST_CASE("find gives places their coordinates and what they are in") {
        Article article = budapest();
        finder().find(article);
        const Mention* const place = find(article, "L:3054643", "Budapest");
        REQUIRE(place != nullptr);
        REQUIRE(place->coordinates);
        CHECK(place->coordinates->latitude == doctest::Approx(47.498).epsilon(0.01));
        CHECK(place->path == std::vector<PlaceLevel>{{"L:6255148", "Europe", "continent"},
                                                     {"L:719819", "Hungary", "country"},
                                                     {"L:3054643", "Budapest", "city"}});
    }

    TEST_CASE("find reads dates as seen from the day of publication") {
        Article article = budapest();
        finder().find(article);
        std::vector<std::string> values;
        for (const Mention& mention : of_type(article, MentionType::Date)) {
            values.push_back(mention.value);
        }
        CHECK(values == std::vector<std::string>{"2025-10-16", "2025-10-13", "2018"});
    }

    TEST_CASE("find orders mentions by the text and finds the same again") {
        Article article = budapest();
        article.people = {"Viktor Orban", "Nobody Known"};
        article.places = {"hungary", "Nowhere in Particular"};
        finder().find(article);
        const std::vector<Mention> once = article.mentions;
        CHECK(std::is_sorted(once.begin(), once.end(), [](const Mention& a, const Mention& b) {
            return std::pair(!a.given.empty(), a.start_bytes) <
                   std::pair(!b.given.empty(), b.start_bytes);
        }));
        finder().find(article);
        CHECK(article.mentions == once);
    }

    TEST_CASE("find says what given names mean and leaves unknown ones alone") {
        Article article = budapest();
        article.people = {"Viktor Orban", "Nobody Known"};
        article.places = {"hungary", "Nowhere in Particular"};
        finder().find(article);
        std::vector<std::string> given;
        for (const Mention& mention : article.mentions) {
            if (!mention.given.empty()) {
                given.push_back(mention.given + " = " + mention.id);
            }
        }
        CHECK(given ==
              std::vector<std::string>{"Viktor Orban = P:viktor-orban", "hungary = L:719819"});
        CHECK(unresolved(article, MentionType::Person, article.people) ==
              std::vector<std::string>{"Nobody Known"});
        CHECK(unresolved(article, MentionType::Place, article.places) ==
              std::vector<std::string>{"Nowhere in Particular"});
    }

    TEST_CASE("find keeps stated mentions and finds nothing where they are") {
        Article article = budapest();
        Mention stated;
        stated.type = MentionType::Org;
        stated.start_bytes = 24;
        stated.end_bytes = 32;
        stated.id = "O:budapest";
        stated.name = "Budapest FC";
        stated.method = "editor";
        article.mentions = {stated};
        finder().find(article);
        REQUIRE_FALSE(article.mentions.empty());
        CHECK(article.mentions.front() == stated);
        CHECK(std::count_if(article.mentions.begin(),
                            article.mentions.end(),
                            [](const Mention& mention) { return mention.end_bytes == 32; }) == 1);
    }

    TEST_CASE("find keeps the quotes that are stated and adds those beside them") {
        Article article;
        article.lang = "en";
        article.paragraphs = {
            "\"One is a number,\" Jane Doe said. \"Two is a number,\" she said. "
            "\"Three is a number,\" she said."};
        Quote outer{1, 40, {}, "An Editor", "editor"};
        Quote inner{3, 6, {}, "Another", "editor"};
        article.quotes = {outer, inner};
        finder().find(article);
        std::vector<std::string> found;
        for (const Quote& quote : article.quotes) {
            found.push_back(
                full_text(article).substr(quote.start_bytes, quote.end_bytes - quote.start_bytes));
        }
        const std::string text = full_text(article);
        CHECK(found == std::vector<std::string>{
                           text.substr(1, 39), text.substr(3, 3), "Three is a number,"});
    }

    TEST_CASE("find reads other languages by rules and lists") {
        Article article;
        article.lang = "de";
        article.paragraphs = {
            "Bundeskanzlerin Angela Merkel reiste am 3. M\u00E4rz 2015 nach Paris."};
        finder().find(article);
        CHECK(find(article, "P:angela-merkel", "Angela Merkel") != nullptr);
        const Mention* const paris = find(article, "L:2988507", "Paris");
        REQUIRE(paris != nullptr);
        CHECK(paris->method != "model");
        REQUIRE(of_type(article, MentionType::Date).size() == 1);
        CHECK(of_type(article, MentionType::Date).front().value == "2015-03-03");
    }

    TEST_CASE("find takes an article without any text") {
        Article article;
        finder().find(article);
        CHECK(article.mentions.empty());
    }
}

}  // namespace dateline::analysis
