// Articles that several indexes hold count once, and others with equal ids do not disappear.
#include "query/search/earlier_keys.hpp"

#include "query/search/facet_request.hpp"
#include "query/search/searcher.hpp"
#include "query/search/timeline.hpp"
#include "tests/property/archive.hpp"

#include <doctest/doctest.h>

#include <string>

namespace dateline::search {
namespace {

/// The lift of the most frequent source.
std::vector<FacetRequest> lift_of_source() {
    FacetOptions options;
    options.min_articles = 1;
    return parse_facets("source:1:lift", options);
}

Article article_of(const std::string& id, const std::string& text) {
    Article article;
    article.id = id;
    article.title = text;
    article.source = "Wire";
    article.people = {"John Smith"};
    article.lang = "en";
    article.published = time::parse_iso_time("2025-10-16");
    return article;
}

SearchRequest request_of(const std::string& query) {
    SearchRequest request;
    request.tree = property::tree_of(query);
    return request;
}

/// How many articles two indexes have together, the first with `a`, the second with `b`.
std::uint64_t together(const Article& a, const Article& b) {
    const testing::TempDir folder;
    const auto first = property::index_articles(folder, "a.idx", {a}, {1, 1});
    const auto second = property::index_articles(folder, "b.idx", {b}, {2, 1});
    return Searcher({first, second}).search(request_of("*")).total;
}

}  // namespace

TEST_SUITE("search.earlier_keys") {
    TEST_CASE("EarlierKeys joins equal ids only with the collection or the text") {
        Article a = article_of("1", "Oil rises");
        Article b = article_of("1", "Oil rises");
        CHECK(together(a, b) == 1);
        b.source = "Daily";  // another content hash, the same text
        CHECK(together(a, b) == 1);
        b.title = "Tin falls";
        CHECK(together(a, b) == 2);
        a.collection = b.collection = "wire";
        CHECK(together(a, b) == 1);
    }

    TEST_CASE("EarlierKeys joins equal addresses") {
        Article a = article_of("", "Oil rises");
        Article b = article_of("", "Oil fell after all");
        a.url = "http://example.org/oil";
        b.url = "http://example.org/oil";
        CHECK(together(a, b) == 1);
    }

    TEST_CASE("search counts an article of two indexes once in denominators and names") {
        const testing::TempDir folder;
        const auto index = property::index_articles(
            folder,
            "a.idx",
            {article_of("1", "Oil rises"), article_of("2", "Oil falls"), article_of("3", "Tin")},
            {2, 1});
        Searcher searcher({index, index});
        SearchRequest request = request_of("person:smith fall*");
        request.facets = lift_of_source();
        request.timeline = parse_timeline("date.year");
        request.timeline->normalise = true;
        const Answer answer = searcher.search(request);
        CHECK(answer.total == 1);
        CHECK(answer.facets[0].values[0].archive_articles == 3);
        CHECK(answer.facets[0].values[0].lift == doctest::Approx(1));
        REQUIRE(answer.timeline.has_value());
        REQUIRE(answer.timeline->archive.articles.size() == 1);
        CHECK(answer.timeline->archive.articles.begin()->second == 3);
        REQUIRE(answer.names.size() == 1);
        REQUIRE(answer.names[0].entities.size() == 1);
        CHECK(answer.names[0].entities[0].articles == 3);
        REQUIRE(answer.expansions.size() == 1);
        REQUIRE(answer.expansions[0].words.size() == 1);
        CHECK(answer.expansions[0].words[0].articles == 1);
    }
}

}  // namespace dateline::search
