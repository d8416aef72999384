// Shards, threads and the history of an index leave no trace in its content and its answers.
#include "query/search/facet_request.hpp"
#include "tests/property/archive.hpp"
#include "tests/property/corpus.hpp"
#include "tests/property/random_query.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <tuple>

namespace dateline::property {
namespace {

constexpr const char* kFacets =
    "person:5,place,org,topic,source,section,lang,by,collection,date.month,date.week:2";

/// All of an answer that must not depend on the layout, as one text.
std::string described(search::Searcher& searcher, search::SearchRequest request) {
    request.all = true;
    request.facets = search::parse_facets(kFacets);
    const search::Answer answer = searcher.search(request);
    std::string text = answer.canonical + ' ' + std::to_string(answer.total) + '\n';
    for (const std::string& word : answer.dropped) {
        text += "dropped " + word + '\n';
    }
    for (const search::ResolvedName& name : answer.names) {
        for (const search::NamedEntity& entity : name.entities) {
            text += name.clause + '=' + entity.id + ' ' + entity.name + ' ' +
                    std::to_string(entity.articles) + '\n';
        }
        text += std::to_string(name.more) + '\n';
    }
    for (const search::Hit& hit : load_hits(searcher, answer)) {
        text += std::to_string(hit.rank) + ' ' + hit.id + ' ' + std::to_string(hit.score) + '\n';
    }
    for (const search::FacetResult& facet : answer.facets) {
        text += facet.name + ' ' + std::to_string(facet.distinct) + ' ' +
                std::to_string(facet.missing) + ' ' + std::to_string(facet.other_articles) + '\n';
        for (const search::FacetValueCount& value : facet.values) {
            text += value.id + ' ' + value.name + ' ' + std::to_string(value.articles) + ' ' +
                    value.query + '\n';
        }
    }
    return text;
}

}  // namespace

TEST_SUITE("property.layout") {
    TEST_CASE("content_digest and search do not depend on shards and threads") {
        Random random(run_seed() + 100);
        const testing::TempDir folder;
        const std::vector<Article> articles = random_corpus(random, {});
        std::vector<std::unique_ptr<search::Searcher>> searchers;
        std::vector<std::string> digests;
        for (const Layout layout : {Layout{1, 1}, {1, 2}, {2, 1}, {2, 2}, {3, 1}, {3, 2}}) {
            const std::string name =
                std::to_string(layout.shards) + '-' + std::to_string(layout.threads);
            const auto index = index_articles(folder, name, articles, layout);
            digests.push_back(digest_of(index));
            CAPTURE(name);
            CHECK(digests.back() == digests.front());
            searchers.push_back(std::make_unique<search::Searcher>(index));
        }
        QueryMaker queries(articles, random);
        for (std::size_t i = 0; i < 60; ++i) {
            const std::string query = print_query(queries.tree(i % 4));
            CAPTURE(query);
            search::SearchRequest request;
            request.tree = tree_of(query);
            request.feedback = i % 3 == 1;
            if (i % 3 == 2) {
                request.half_life = static_cast<std::uint32_t>(random.between(1, 1000));
            }
            const std::string expected = described(*searchers.front(), request);
            for (const auto& searcher : searchers) {
                CHECK(described(*searcher, request) == expected);
            }
        }
    }

    TEST_CASE("like: does not depend on shards and threads") {
        Random random(run_seed() + 300);
        const testing::TempDir folder;
        const std::vector<Article> articles = random_corpus(random, {});
        search::Searcher whole(index_articles(folder, "1", articles, {1, 1}));
        search::Searcher sharded(index_articles(folder, "3", articles, {3, 2}));
        std::size_t found = 0;
        for (const search::Hit& article : all_articles(whole)) {
            CAPTURE(article.id);
            search::SearchRequest request;
            request.tree.kind = parse::NodeKind::Like;
            request.tree.text = article.id;
            const std::string expected = described(whole, request);
            CHECK(described(sharded, request) == expected);
            found += whole.search(request).total > 0 ? 1 : 0;
        }
        CHECK(found > 0);
    }

    TEST_CASE("run_index after edits gives what indexing the last state anew gives") {
        for (std::size_t round = 0; round < 3; ++round) {
            Random random(run_seed() + 200 + round);
            const testing::TempDir folder;
            const Layout layout{static_cast<std::uint32_t>(round + 1), 2};
            std::vector<Article> articles = random_corpus(random, {40, true});
            std::filesystem::path grown = index_each(folder, "grown", articles, layout);
            std::string before = digest_of(grown);
            for (std::size_t step = 0; step < 4; ++step) {
                CAPTURE(round);
                CAPTURE(step);
                const std::size_t edits = random.between(1, 10);
                for (std::size_t i = 0; i < edits; ++i) {
                    redraw(articles[random.below(articles.size())], random);
                }
                if (step % 2 == 1) {
                    articles.erase(articles.begin() +
                                   static_cast<std::ptrdiff_t>(random.below(articles.size())));
                }
                grown = index_each(folder, "grown", articles, layout);
                const std::string digest = digest_of(grown);
                CHECK(digest != before);
                CHECK(digest == digest_of(index_each(
                                    folder, "fresh" + std::to_string(step), articles, {1, 1})));
                before = digest;
            }
        }
    }
}

}  // namespace dateline::property
