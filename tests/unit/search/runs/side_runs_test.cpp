// Runs beside a search change nothing of it, and what they share is counted over the whole archive.
#include "query/search/facet_request.hpp"
#include "query/search/searcher.hpp"
#include "tests/property/archive.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace dateline::search {
namespace {

/// The lift of the most frequent source.
std::vector<FacetRequest> lift_of_source() {
    FacetOptions options;
    options.min_articles = 1;
    return parse_facets("source:1:lift", options);
}

/// An article that was published by `source`.
Article article_of(const std::string& id, const std::string& text, const std::string& source) {
    Article article;
    article.id = id;
    article.paragraphs = {text};
    article.source = source;
    article.lang = "en";
    return article;
}

SearchRequest request_of(const std::string& query, std::vector<FacetRequest> facets = {}) {
    SearchRequest request;
    request.tree = property::tree_of(query);
    request.facets = std::move(facets);
    return request;
}

/// The first snippet of the first hit of `request`.
std::string snippet_of(Searcher& searcher, const SearchRequest& request) {
    REQUIRE(searcher.search(request).hits > 0);
    const std::optional<Hit> hit = searcher.load_hit(0);
    REQUIRE(hit.has_value());
    REQUIRE_FALSE(hit->snippets.empty());
    return hit->snippets.front().text;
}

const FacetValueCount& first_value(const Answer& answer) {
    REQUIRE(answer.facets.size() == 1);
    REQUIRE_FALSE(answer.facets[0].values.empty());
    return answer.facets[0].values[0];
}

/// Words in a row behind a sentence that has more of them.
constexpr const char* kPlaced =
    "Oil rose as trade in oil fell and oil trade with oil grew. The oil price fell.";

}  // namespace

TEST_SUITE("search.side_runs") {
    TEST_CASE("search counts the archive behind the lift whatever since says") {
        const testing::TempDir folder;
        const auto index = property::index_articles(
            folder,
            "archive.idx",
            {article_of("1", "Oil.", "Wire"), article_of("2", "Tin.", "Wire")},
            {2, 1});
        const std::uint64_t before = Searcher(index).info().revision;
        property::index_articles(folder,
                                 "archive.idx",
                                 {article_of("1", "Oil.", "Wire"),
                                  article_of("2", "Tin.", "Wire"),
                                  article_of("3", "Oil again.", "Daily"),
                                  article_of("4", "Gas.", "Daily")},
                                 {2, 1});
        Searcher searcher(index);
        SearchRequest request = request_of("oil", lift_of_source());
        request.since = before;
        const Answer recent = searcher.search(request);
        REQUIRE(recent.total == 1);
        CHECK(first_value(recent).archive_articles == 2);
        CHECK(first_value(recent).lift == doctest::Approx(2));
        request.since.reset();
        const Answer all = searcher.search(request);
        REQUIRE(all.total == 2);
        CHECK(first_value(all).archive_articles == 2);
        CHECK(first_value(all).lift == doctest::Approx(1));
    }

    TEST_CASE("search gives the same snippets with and without the lift") {
        const testing::TempDir folder;
        Searcher searcher(property::index_articles(
            folder, "archive.idx", {article_of("1", kPlaced, "Wire")}, {1, 1}));
        const std::string plain = snippet_of(searcher, request_of("oil NEAR/1 price"));
        CHECK(plain == "The oil price fell.");
        const SearchRequest lift = request_of("oil NEAR/1 price", lift_of_source());
        CHECK(snippet_of(searcher, lift) == plain);  // counts the archive
        CHECK(snippet_of(searcher, lift) == plain);  // has it counted
        SearchRequest own = request_of("oil NEAR/1 price source:wire");
        FacetOptions options;
        options.exclude_own = true;
        own.facets = parse_facets("source:1", options);
        CHECK(snippet_of(searcher, own) == plain);
    }

    TEST_CASE("search gives the same snippets with and without feedback") {
        const testing::TempDir folder;
        Searcher searcher(property::index_articles(folder,
                                                   "archive.idx",
                                                   {article_of("1", kPlaced, "Wire"),
                                                    article_of("2", kPlaced, "Wire"),
                                                    article_of("3", "Tin.", "Wire"),
                                                    article_of("4", "Gas.", "Wire"),
                                                    article_of("5", "Coal.", "Wire")},
                                                   {1, 1}));
        SearchRequest request = request_of("oil NEAR/1 price");
        request.feedback = true;
        REQUIRE_FALSE(searcher.search(request).feedback.empty());
        CHECK(snippet_of(searcher, request) == "The oil price fell.");
    }
}

}  // namespace dateline::search
