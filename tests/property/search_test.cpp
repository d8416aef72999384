// Every search gives what a plain look at all articles gives: matches, order, scores.
#include "tests/property/scanned_archive.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace dateline::property {
namespace {

using search::Answer;
using search::Hit;
using search::SearchRequest;
using search::SortOrder;

constexpr std::size_t kCorpora = 4;
constexpr std::size_t kQueries = 120;
/// The order that `sort` asks for, computed from the scanner's hits.
std::vector<std::string> ids_in_order(std::vector<ScanHit> hits, SortOrder sort) {
    const auto rank = [&](const ScanHit& hit) {
        const auto& published = hit.article->article.published;
        const auto instant = published ? published->instant.time_since_epoch().count() : 0;
        return std::pair(published.has_value() ? 0 : 1,
                         sort == SortOrder::NewestFirst ? -instant : instant);
    };
    std::sort(hits.begin(), hits.end(), [&](const ScanHit& a, const ScanHit& b) {
        const auto left = rank(a);
        const auto right = rank(b);
        return left != right ? left < right : a.article->id < b.article->id;
    });
    std::vector<std::string> ids;
    for (const ScanHit& hit : hits) {
        ids.push_back(hit.article->id);
    }
    return ids;
}

std::vector<std::string> ids_of(const std::vector<Hit>& hits) {
    std::vector<std::string> ids;
    for (const Hit& hit : hits) {
        ids.push_back(hit.id);
    }
    return ids;
}

void check_scores(const std::vector<ScanHit>& expected, const std::vector<Hit>& hits) {
    std::map<std::string, double> scores;
    for (const ScanHit& hit : expected) {
        scores[hit.article->id] = hit.score;
    }
    double before = std::numeric_limits<double>::max();
    for (const Hit& hit : hits) {
        CAPTURE(hit.id);
        CHECK(std::abs(hit.score - scores[hit.id]) <= 1e-4);
        CHECK(hit.score <= before + 1e-5);
        before = hit.score;
    }
}

}  // namespace

TEST_SUITE("property.search") {
    TEST_CASE("run_index keeps every article as it was written") {
        const Archive archive(0);
        std::map<std::string, const Article*> by_place;
        REQUIRE(archive.scanner.articles().size() == archive.articles.size());
        std::set<std::uint64_t> records;
        for (const ScanArticle& scanned : archive.scanner.articles()) {
            const Article& stored = scanned.article;
            REQUIRE(stored.locator.record < archive.articles.size());
            records.insert(stored.locator.record);
            Article given = archive.articles[stored.locator.record];
            given.locator = stored.locator;
            given.format = stored.format;
            given.published_from = stored.published_from;
            given.lang = given.lang.empty() ? stored.lang : given.lang;
            given.lang_from = stored.lang_from;
            REQUIRE(given.quotes.size() == stored.quotes.size());
            for (std::size_t i = 0; i < given.quotes.size(); ++i) {
                if (given.quotes[i].speaker_id.empty()) {  // follows from the name
                    given.quotes[i].speaker_id = stored.quotes[i].speaker_id;
                }
            }
            CHECK(given == stored);
        }
        CHECK(records.size() == archive.articles.size());
    }

    TEST_CASE("search finds, orders and scores as a scan of all articles does") {
        for (std::size_t round = 0; round < kCorpora; ++round) {
            Archive archive(round);
            std::size_t matched = 0;
            for (std::size_t i = 0; i < kQueries; ++i) {
                const std::string query = print_query(archive.queries.tree(i % 4));
                CAPTURE(round);
                CAPTURE(query);
                const parse::Node tree = tree_of(query);
                CHECK(same_query(tree_of(print_query(tree)), tree));
                const std::vector<ScanHit> expected = archive.scanner.find(tree);
                matched += expected.empty() ? 0 : 1;
                for (const SortOrder sort : {SortOrder::NewestFirst, SortOrder::OldestFirst}) {
                    const Answer answer = archive.searcher.search(all_of(query, sort));
                    CHECK(answer.total == expected.size());
                    CHECK(ids_of(load_hits(archive.searcher, answer)) ==
                          ids_in_order(expected, sort));
                }
                const Answer answer = archive.searcher.search(all_of(query));
                const std::vector<Hit> hits = load_hits(archive.searcher, answer);
                CHECK(answer.total == expected.size());
                if (answer.sort == SortOrder::Relevance) {
                    check_scores(expected, hits);
                }
            }
            CHECK(matched > kQueries / 3);
        }
    }

    TEST_CASE("search breaks ties of the score by the hash of the key") {
        Archive archive(5);
        for (std::size_t i = 0; i < kQueries; ++i) {
            const std::string query = print_query(archive.queries.tree(1));
            CAPTURE(query);
            const Answer answer = archive.searcher.search(all_of(query));
            const std::vector<Hit> hits = load_hits(archive.searcher, answer);
            for (std::size_t hit = 1; answer.sort == SortOrder::Relevance && hit < hits.size();
                 ++hit) {
                if (hits[hit].score == hits[hit - 1].score) {
                    CHECK(hits[hit - 1].id < hits[hit].id);
                }
            }
        }
    }

    TEST_CASE("search pages add up to all hits") {
        Archive archive(6);
        for (std::size_t i = 0; i < 40; ++i) {
            const std::string query = print_query(archive.queries.tree(2));
            CAPTURE(query);
            SearchRequest request = all_of(query);
            const Answer whole = archive.searcher.search(request);
            const std::vector<std::string> all = ids_of(load_hits(archive.searcher, whole));
            std::vector<std::string> paged;
            request.all = false;
            request.limit = archive.random.between(1, 9);
            for (request.offset = 0; request.offset <= all.size();
                 request.offset += request.limit) {
                const Answer page = archive.searcher.search(request);
                CHECK(page.total == all.size());
                const std::vector<Hit> hits = load_hits(archive.searcher, page);
                for (std::size_t hit = 0; hit < hits.size(); ++hit) {
                    CHECK(hits[hit].rank == request.offset + hit + 1);
                    paged.push_back(hits[hit].id);
                }
            }
            CHECK(paged == all);
        }
    }

    TEST_CASE("search never finds more for one more filter") {
        Archive archive(7);
        for (std::size_t i = 0; i < kQueries; ++i) {
            const std::string query = print_query(archive.queries.tree(2));
            const std::string filter = print_query(archive.queries.filter());
            CAPTURE(query);
            CAPTURE(filter);
            const std::uint64_t before = archive.searcher.search(all_of(query)).total;
            const std::uint64_t with =
                archive.searcher.search(all_of("(" + query + ") AND " + filter)).total;
            const std::uint64_t without =
                archive.searcher.search(all_of("(" + query + ") AND NOT " + filter)).total;
            CHECK(with + without == before);
        }
    }
}

}  // namespace dateline::property
