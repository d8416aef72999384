// What an answer says that the deadline cut: nothing that was not counted to the end.
#include "query/search/facet_request.hpp"
#include "query/search/pair_request.hpp"
#include "query/search/searcher.hpp"
#include "query/search/timeline.hpp"
#include "tests/property/archive.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <string>

namespace dateline::search {
namespace {

/// The lift of the most frequent source.
std::vector<FacetRequest> lift_of_source() {
    FacetOptions options;
    options.min_articles = 1;
    return parse_facets("source:1:lift", options);
}

std::vector<Article> sample_articles() {
    std::vector<Article> articles;
    for (const char* const text : {"Oil rose.", "Oil fell.", "Tin rose."}) {
        Article article;
        article.id = std::to_string(articles.size() + 1);
        article.paragraphs = {text};
        article.source = "Wire";
        article.people = {"John Smith", "Mary Jones"};
        article.lang = "en";
        articles.push_back(article);
    }
    return articles;
}

/// A request of which the time is over before it begins.
SearchRequest late(const std::string& query) {
    SearchRequest request;
    request.tree = property::tree_of(query);
    request.deadline.at = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    return request;
}

struct Archive {
    testing::TempDir folder;
    Searcher searcher{property::index_articles(folder, "archive.idx", sample_articles(), {2, 1})};
};

}  // namespace

TEST_SUITE("search.deadlines") {
    TEST_CASE("search keeps no archive counts that the deadline cut") {
        Archive archive;
        SearchRequest request = late("zzzz");  // which itself is not cut: it finds nothing
        request.facets = lift_of_source();
        const Answer cut = archive.searcher.search(request);
        CHECK(cut.partial);
        REQUIRE(cut.facets.size() == 1);
        CHECK_FALSE(cut.facets[0].exact);
        request = late("oil");
        request.facets = lift_of_source();
        request.deadline.at.reset();
        const Answer whole = archive.searcher.search(request);
        CHECK_FALSE(whole.partial);
        REQUIRE(whole.facets[0].values.size() == 1);
        CHECK(whole.facets[0].exact);
        CHECK(whole.facets[0].values[0].archive_articles == 3);
        CHECK(whole.facets[0].values[0].lift == doctest::Approx(1));
    }

    TEST_CASE("search says that facets and pairs of a part are not exact") {
        Archive archive;
        SearchRequest request = late("oil");
        request.facets = parse_facets("source");
        request.pairs = parse_pairs({"person,person"});
        const Answer answer = archive.searcher.search(request);
        CHECK(answer.partial);
        CHECK_FALSE(answer.facets[0].exact);
        CHECK_FALSE(answer.pairs[0].exact);
        CHECK_FALSE(answer.pairs[0].complete);
        request.deadline.at.reset();
        const Answer whole = archive.searcher.search(request);
        CHECK_FALSE(whole.partial);
        CHECK(whole.facets[0].exact);
        CHECK(whole.pairs[0].exact);
        CHECK(whole.pairs[0].complete);
        REQUIRE(whole.pairs[0].values.size() == 1);
        CHECK(whole.pairs[0].values[0].articles == 2);
    }

    TEST_CASE("search gives up when it is told to, and not before") {
        Archive archive;
        std::atomic<bool> stop{false};
        SearchRequest request;
        request.tree = property::tree_of("oil");
        request.deadline.stop = &stop;
        CHECK_FALSE(archive.searcher.search(request).partial);
        stop = true;
        CHECK(archive.searcher.search(request).partial);
    }

    TEST_CASE("search has no shares where the archive was cut") {
        Archive archive;
        SearchRequest request = late("zzzz");
        request.timeline = parse_timeline("date.year");
        request.timeline->normalise = true;
        const Answer answer = archive.searcher.search(request);
        CHECK(answer.partial);
        REQUIRE(answer.timeline.has_value());
        CHECK(answer.timeline->archive_cut);
    }

    TEST_CASE("diagnose states no count that the deadline cut") {
        Archive archive;
        CHECK(archive.searcher.search(late("oil zzzzqq")).total == 0);
        const Diagnosis diagnosis = archive.searcher.diagnose();
        CHECK(diagnosis.cut);
        CHECK_FALSE(diagnosis.complete);
        CHECK(diagnosis.clauses.empty());
        CHECK(diagnosis.killers.empty());
        CHECK(diagnosis.suggestions.empty());
        CHECK(archive.searcher.search(late("zzzzqq oil")).total == 0);
        const Diagnosis other = archive.searcher.diagnose();
        REQUIRE(other.clauses.size() == 1);  // counted before the one that was cut
        CHECK(other.clauses[0].clause == "zzzzqq");
        CHECK(other.clauses[0].articles == 0);
        CHECK(other.cut);
    }
}

}  // namespace dateline::search
