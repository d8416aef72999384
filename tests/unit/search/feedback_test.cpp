// Weights of relevance, and words of the best hits.
#include "query/search/feedback.hpp"

#include "tests/property/archive.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace dateline::search {
namespace {

Article article_of(const std::string& id, const std::string& title) {
    Article article;
    article.id = id;
    article.title = title;
    article.lang = "en";
    return article;
}

SearchRequest with_feedback(const std::string& query) {
    SearchRequest request;
    request.tree = property::tree_of(query);
    request.feedback = true;
    return request;
}

std::vector<std::string> ids(Searcher& searcher, const Answer& answer) {
    std::vector<std::string> found;
    for (const Hit& hit : property::load_hits(searcher, answer)) {
        found.push_back(hit.article.id);
    }
    return found;
}

}  // namespace

TEST_SUITE("search.feedback") {
    TEST_CASE("relevance_weight equals F4 computed by hand") {
        // 3 of 10 relevant articles and 5 of 100 in all have the word.
        CHECK(std::abs(relevance_weight(3, 5, 10, 100) -
                       std::log(3.5 * (100 - 5 - 10 + 3.5) / (2.5 * 7.5))) < 1e-12);
        // In all of them: the word tells nothing.
        CHECK(relevance_weight(10, 100, 10, 100) < 0);
        // Estimates that cannot be: fewer articles with the word than relevant ones with it.
        CHECK(std::abs(relevance_weight(3, 2, 10, 10) - std::log(3.5 * 1.5 / (0.5 * 7.5))) < 1e-12);
    }

    TEST_CASE("feedback lets words of the best hits rank and changes nothing that matches") {
        const testing::TempDir folder;
        std::vector<Article> articles = {article_of("a", "tin tin tin smelters quota cartel"),
                                         article_of("b", "tin tin quota cartel meeting"),
                                         article_of("near", "tin can cartel plus words"),
                                         article_of("far", "tin can words plus words")};
        for (int i = 0; i < 30; ++i) {
            articles.push_back(article_of("other" + std::to_string(i), "coffee beans harvest"));
        }
        Searcher searcher(property::index_articles(folder, "archive.idx", articles, {2, 1}));
        const Answer answer = searcher.search(with_feedback("tin"));
        CHECK(answer.total == 4);
        REQUIRE(answer.feedback.size() > 1);
        CHECK(answer.feedback.size() <= kFeedbackWords);
        CHECK(std::any_of(answer.feedback.begin(), answer.feedback.end(), [](const auto& added) {
            return added.clause == "cartel" && added.boost == kFeedbackBoost;
        }));
        const std::vector<std::string> order = ids(searcher, answer);
        const auto place = [&](const std::string& id) {
            return std::find(order.begin(), order.end(), id) - order.begin();
        };
        CHECK(place("near") < place("far"));
    }

    TEST_CASE("feedback adds nothing without hits and where hits are in order of time") {
        const testing::TempDir folder;
        Searcher searcher(property::index_articles(
            folder, "archive.idx", {article_of("a", "tin"), article_of("b", "oil")}, {1, 1}));
        CHECK(searcher.search(with_feedback("zinc")).feedback.empty());
        SearchRequest request = with_feedback("tin");
        request.sort = SortOrder::NewestFirst;
        CHECK(searcher.search(request).feedback.empty());
    }
}

}  // namespace dateline::search
