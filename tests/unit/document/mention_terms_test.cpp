// Mentions as facet values, filter terms and periods.
#include "indexer/document/mention_terms.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <set>
#include <string>
#include <vector>

namespace dateline::document {
namespace {

using schema::Slot;
using std::chrono::sys_days;

const PlaceLevel kEurope{"L:6255148", "Europe", "continent"};
const PlaceLevel kHungary{"L:719819", "Hungary", "country"};
const PlaceLevel kBudapest{"L:3054643", "Budapest", "city"};

/// The first mention of `surface` in the text of `article`, as `name`.
Mention mention_of(const Article& article,
                   MentionType type,
                   const std::string& surface,
                   const std::string& name) {
    const std::size_t at = full_text(article).find(surface);
    REQUIRE(at != std::string::npos);
    Mention mention;
    mention.type = type;
    mention.start_bytes = static_cast<std::uint32_t>(at);
    mention.end_bytes = static_cast<std::uint32_t>(at + surface.size());
    mention.name = name;
    return mention;
}

FacetTerms terms_of(const Article& article) {
    text::Tokenizer tokenizer;
    FacetCollector collector(tokenizer);
    add_mentions(article, MentionValues(article), collector);
    add_period_terms(event_periods(article), collector);
    return collector.take();
}

std::vector<storage::FacetValue> values_in(const FacetTerms& terms, Slot slot) {
    for (const storage::FacetValues& facet : terms.facets) {
        if (facet.slot == slot) {
            return facet.values;
        }
    }
    return {};
}

bool has_term(const FacetTerms& terms, const std::string& wanted) {
    return std::any_of(terms.terms.begin(), terms.terms.end(), [&](const auto& term) {
        return term.term == wanted;
    });
}

Article budapest_article() {
    Article article;
    article.title = "Talks";
    article.paragraphs = {"Leaders met.", "In Budapest, Zelensky spoke on 16 October."};
    Mention place = mention_of(article, MentionType::Place, "Budapest", "Budapest");
    place.id = kBudapest.id;
    place.path = {kEurope, kHungary, kBudapest};
    Mention person = mention_of(article, MentionType::Person, "Zelensky", "Volodymyr Zelenskyy");
    person.id = "P:volodymyr-zelenskyy";
    Mention date = mention_of(article, MentionType::Date, "16 October", "");
    const sys_days day = std::chrono::year(2025) / 10 / 16;
    date.days = {day, day, "day"};
    article.mentions = {place, person, date};
    return article;
}

}  // namespace

TEST_SUITE("document.mention_terms") {
    TEST_CASE("add_mentions takes people places and organisations but no dates") {
        Article article;
        article.title = "Paris";
        for (const MentionType type :
             {MentionType::Person, MentionType::Place, MentionType::Org, MentionType::Date}) {
            article.mentions.push_back(mention_of(article, type, "Paris", "Paris"));
        }
        const FacetTerms terms = terms_of(article);
        CHECK(values_in(terms, Slot::Person).front().key == "P:paris");
        CHECK(values_in(terms, Slot::Place).front().key == "L:paris");
        CHECK(values_in(terms, Slot::Org).front().key == "O:paris");
        CHECK(terms.facets.size() == 3);
    }

    TEST_CASE("add_mentions counts the places that hold what is mentioned at their levels only") {
        const FacetTerms terms = terms_of(budapest_article());
        CHECK(values_in(terms, Slot::Place) ==
              std::vector<storage::FacetValue>{
                  {"L:3054643", "Budapest", "budapest/hungary/europe", "Hungary"}});
        CHECK(values_in(terms, Slot::City) == values_in(terms, Slot::Place));
        CHECK(values_in(terms, Slot::Country) ==
              std::vector<storage::FacetValue>{{"L:719819", "Hungary", "hungary/europe", ""}});
        CHECK(values_in(terms, Slot::Continent).size() == 1);
        CHECK(values_in(terms, Slot::Division).empty());
        for (const char* const term : {"XLI3054643", "XLB3054643", "XLB719819", "XLB6255148"}) {
            CAPTURE(term);
            CHECK(has_term(terms, term));
        }
        CHECK(has_term(terms, "XLWhungary"));
        CHECK_FALSE(has_term(terms, "XLI719819"));
    }

    TEST_CASE("add_mentions makes an entity findable by what the text spells it") {
        const FacetTerms terms = terms_of(budapest_article());
        CHECK(values_in(terms, Slot::Person) ==
              std::vector<storage::FacetValue>{{"P:volodymyr-zelenskyy", "Volodymyr Zelenskyy"}});
        CHECK(values_in(terms, Slot::Spelling) ==
              std::vector<storage::FacetValue>{{"P:volodymyr-zelenskyy", "Zelensky", "zelensky"}});
        CHECK(has_term(terms, "XPWzelensky"));
        CHECK(has_term(terms, "XPWzelenskyy"));
    }

    TEST_CASE("add_mentions ignores a path that is not the mention's own") {
        Article article = budapest_article();
        article.mentions[0].path.pop_back();
        const FacetTerms terms = terms_of(article);
        CHECK(values_in(terms, Slot::Country).empty());
        CHECK(values_in(terms, Slot::Place).front().slug == "budapest");
    }

    TEST_CASE("add_mentions says what an article is about") {
        Article article = budapest_article();
        CHECK_FALSE(has_term(terms_of(article), "XBIl:3054643"));
        const Mention place = article.mentions[0];
        article.mentions.push_back(place);
        CHECK_FALSE(has_term(terms_of(article), "XBIl:3054643"));
        article.mentions.push_back(place);
        for (const char* const term : {"XBIl:3054643", "XBIl:719819", "XBWbudapest", "XBWeurope"}) {
            CAPTURE(term);
            CHECK(has_term(terms_of(article), term));
        }
        CHECK_FALSE(has_term(terms_of(article), "XBIp:volodymyr-zelenskyy"));
        article = budapest_article();
        article.paragraphs.erase(article.paragraphs.begin());
        for (Mention& mention : article.mentions) {
            mention.start_bytes -= 14;
            mention.end_bytes -= 14;
        }
        CHECK(has_term(terms_of(article), "XBIp:volodymyr-zelenskyy"));
        CHECK(has_term(terms_of(article), "XBWzelensky"));
    }

    TEST_CASE("add_period_terms gives the day month and year of each start once") {
        Article article = budapest_article();
        article.mentions.push_back(article.mentions.back());
        CHECK(event_periods(article).size() == 1);
        const FacetTerms terms = terms_of(article);
        for (const char* const term : {"XDY2025", "XDM202510", "XDD20251016", "XHevent"}) {
            CAPTURE(term);
            CHECK(has_term(terms, term));
        }
        article.mentions.clear();
        CHECK_FALSE(has_term(terms_of(article), "XHevent"));
    }

    TEST_CASE("mention_value takes the id of the mention if it is of its type") {
        Mention mention;
        mention.name = "Mr Putin";
        mention.id = "P:vladimir-putin";
        CHECK(mention_value(mention) ==
              storage::FacetValue{"P:vladimir-putin", "Mr Putin", "mr-putin"});
        mention.id = "L:3054643";
        CHECK(mention_value(mention) == storage::FacetValue{"P:mr-putin", "Mr Putin"});
        mention.id = "";
        CHECK(mention_value(mention).key == "P:mr-putin");
    }
}

}  // namespace dateline::document
