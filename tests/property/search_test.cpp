// Every search gives what a plain look at all articles gives: matches, order, scores, facets,
// marks.
#include "common/base/file.hpp"
#include "common/base/utf8.hpp"
#include "common/entities/entity_joins.hpp"
#include "common/schema/fields.hpp"
#include "query/search/facet_request.hpp"
#include "tests/property/archive.hpp"
#include "tests/property/corpus.hpp"
#include "tests/property/random_query.hpp"
#include "tests/property/scanner.hpp"

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
constexpr const char* kAllFacets =
    "person:1000,place:3,org:1000,topic:1000,source:1000,section:2,lang:1000,by:1000,collection:"
    "1000,"
    "date.year,date.month,date.week:3,date.day,event.year,event.month,event.week:3,event.day,"
    "place.continent,place.country,place.division,place.city:2";

/// Random joins of the ids that `articles` have, written to the index at `index`.
entities::EntityJoins join_some(const std::filesystem::path& index,
                                const std::vector<Article>& articles,
                                Random& random) {
    std::map<char, std::set<std::string>> ids;
    for (const Article& article : articles) {
        for (const ScanEntity& entity : entities_of(article, "PLO", true)) {
            ids[entity.key[0]].insert(entity.key);
        }
    }
    std::vector<entities::Join> table;
    for (const auto& [letter, all] : ids) {
        std::vector<std::string> canonical;
        for (const std::string& id : all) {
            if (canonical.empty() || random.chance(60)) {
                canonical.push_back(id);
            } else {
                const std::string& target = random.pick(canonical);
                table.push_back({id, target, "same", "Joined " + target.substr(2)});
            }
        }
    }
    write_file_atomically(entities::join_table_path(index), entities::write_join_table(table));
    return {table, {}};
}

struct Archive {
    testing::TempDir folder;
    Random random;
    std::vector<Article> articles;
    std::filesystem::path index;
    entities::EntityJoins joins;  // of every other archive
    search::Searcher searcher;
    Scanner scanner;
    QueryMaker queries;

    explicit Archive(std::size_t round)
        : random(run_seed() + round),
          articles(random_corpus(random, {})),
          index(index_articles(
              folder, "archive.idx", articles, {static_cast<std::uint32_t>(round % 3 + 1), 2})),
          joins(round % 2 == 1 ? join_some(index, articles, random) : entities::EntityJoins()),
          searcher(index),
          scanner(all_articles(searcher), joins),
          queries(articles, random) {}
};

SearchRequest all_of(const std::string& query, SortOrder sort = SortOrder::Relevance) {
    SearchRequest request;
    request.tree = tree_of(query);
    request.all = true;
    request.sort = sort;
    return request;
}

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

TEST_SUITE("property.facets") {
    TEST_CASE("search counts facets as a scan does, and each refinement finds its count") {
        const std::vector<search::FacetRequest> requests = search::parse_facets(kAllFacets);
        for (std::size_t round = 10; round < 10 + kCorpora; ++round) {
            Archive archive(round);
            for (std::size_t i = 0; i < 14; ++i) {
                const std::string query = print_query(archive.queries.tree(i % 4));
                CAPTURE(query);
                SearchRequest request = all_of(query);
                request.facets = requests;
                const Answer answer = archive.searcher.search(request);
                const std::vector<ScanHit> hits = archive.scanner.find(request.tree);
                REQUIRE(answer.total == hits.size());
                REQUIRE(answer.facets.size() == requests.size());
                for (std::size_t facet = 0; facet < requests.size(); ++facet) {
                    const search::FacetResult& got = answer.facets[facet];
                    const search::FacetResult expected =
                        archive.scanner.facet(hits, requests[facet]);
                    CAPTURE(got.name);
                    CHECK(got.exact);
                    CHECK(got.distinct == expected.distinct);
                    CHECK(got.missing == expected.missing);
                    CHECK(got.other_articles == expected.other_articles);
                    REQUIRE(got.values.size() == expected.values.size());
                    for (std::size_t value = 0; value < got.values.size(); ++value) {
                        const search::FacetValueCount& counted = got.values[value];
                        CAPTURE(counted.query);
                        CHECK(counted.id == expected.values[value].id);
                        CHECK(counted.name == expected.values[value].name);
                        CHECK(counted.articles == expected.values[value].articles);
                        CHECK(archive.searcher.search(all_of(counted.query)).total ==
                              counted.articles);
                    }
                }
            }
        }
    }

    TEST_CASE("search counts each article once in a facet of single values") {
        Archive archive(20);
        for (std::size_t i = 0; i < kQueries; ++i) {
            SearchRequest request = all_of(print_query(archive.queries.tree(2)));
            request.facets = search::parse_facets(
                "source,section,lang,collection,date.year,date.month,date.week,date.day");
            const Answer answer = archive.searcher.search(request);
            for (const search::FacetResult& facet : answer.facets) {
                std::uint64_t sum = facet.missing + facet.other_articles;
                for (const search::FacetValueCount& value : facet.values) {
                    sum += value.articles;
                }
                CHECK(sum == answer.total);
            }
        }
    }
}

}  // namespace dateline::property
