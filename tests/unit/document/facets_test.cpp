// Metadata as facet values and filter terms.
#include "indexer/document/facets.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace dateline::document {
namespace {

using schema::Slot;

FacetTerms facets_of(const Article& article) {
    text::Tokenizer tokenizer;
    return collect_facets(article, MentionValues(article), {}, tokenizer);
}

std::vector<storage::FacetValue> values_of(const FacetTerms& terms, Slot slot) {
    for (const storage::FacetValues& facet : terms.facets) {
        if (facet.slot == slot) {
            return facet.values;
        }
    }
    return {};
}

std::set<std::string> terms_of(const FacetTerms& facets) {
    std::set<std::string> terms;
    for (const storage::TermCount& term : facets.terms) {
        CHECK(term.wdf == 0);
        terms.insert(term.term);
    }
    return terms;
}

}  // namespace

TEST_SUITE("document.facets") {
    TEST_CASE("collect_facets gives one value for the spellings of a name, and the words of all") {
        Article article;
        article.people = {"Jos\u00E9  P\u00E9rez", "JOSE PEREZ", "Smith", " "};
        const FacetTerms facets = facets_of(article);
        const std::vector<storage::FacetValue> expected = {{"P:jose-perez", "Jos\u00E9 P\u00E9rez"},
                                                           {"P:smith", "Smith"}};
        CHECK(values_of(facets, Slot::Person) == expected);
        const std::set<std::string> terms = {
            "Lund", "XHperson", "XPIjose-perez", "XPIsmith", "XPWjose", "XPWperez", "XPWsmith"};
        CHECK(terms_of(facets) == terms);
    }

    TEST_CASE("collect_facets gives each of many values once under the first of its names") {
        Article article;
        for (int turn = 0; turn < 2; ++turn) {
            for (char letter = 'a'; letter <= 'z'; ++letter) {
                article.people.push_back(turn == 0 ? std::string("Name ") + letter
                                                   : std::string("NAME ") + letter);
            }
        }
        const std::vector<storage::FacetValue> values = values_of(facets_of(article), Slot::Person);
        REQUIRE(values.size() == 26);
        CHECK(values.front() == storage::FacetValue{"P:name-a", "Name a"});
        CHECK(values.back() == storage::FacetValue{"P:name-z", "Name z"});
    }

    TEST_CASE("collect_facets gives an article that states nothing an undetermined language") {
        const FacetTerms facets = facets_of({});
        CHECK(facets.facets.empty());
        CHECK(terms_of(facets) == std::set<std::string>{"Lund"});
    }

    TEST_CASE("collect_facets counts languages without their regions and finds both") {
        Article article;
        article.lang = "en-gb";
        const FacetTerms facets = facets_of(article);
        CHECK(values_of(facets, Slot::Lang) == std::vector<storage::FacetValue>{{"G:en", "en"}});
        CHECK(terms_of(facets) == std::set<std::string>{"Len", "Len-gb", "XHlang"});
    }

    TEST_CASE("collect_facets says what an article has") {
        Article article;
        article.title = "T";
        article.id = "7";
        article.url = "https://example.org/";
        article.dateline.date = "Oct 16";
        article.published = time::parse_iso_time("2025");
        CHECK(terms_of(facets_of(article)) ==
              std::set<std::string>{"Lund", "XHdate", "XHdateline", "XHid", "XHtitle", "XHurl"});
    }

    TEST_CASE("collect_facets cuts a very long name for display at a character border") {
        Article article;
        std::string name;
        for (int i = 0; i < 400; ++i) {
            name += "\u00E9";
        }
        article.people = {"x" + name};
        const auto values = values_of(facets_of(article), Slot::Person);
        REQUIRE(values.size() == 1);
        CHECK(values.front().name.size() == 511);
    }
}

}  // namespace dateline::document
