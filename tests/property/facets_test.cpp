// Facets give what a plain count over all articles gives, whatever is chosen of them.
#include "query/search/facet_request.hpp"
#include "tests/property/scanned_archive.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace dateline::property {
namespace {

using search::Answer;
using search::FacetOptions;
using search::FacetRequest;
using search::FacetResult;
using search::FacetSort;
using search::FacetValueCount;
using search::SearchRequest;

constexpr std::size_t kCorpora = 4;
constexpr std::size_t kQueries = 120;
constexpr const char* kAllFacets =
    "person:1000,place:3,org:1000,topic:1000,source:1000,section:2,lang:1000,by:1000,collection:"
    "1000,"
    "date.year,date.month,date.week:3,date.day,event.year,event.month,event.week:3,event.day,"
    "place.continent,place.country,place.division,place.city:2";

FacetResult facet_of(search::Searcher& searcher,
                     const std::string& query,
                     const std::string& facet,
                     const FacetOptions& options = {}) {
    SearchRequest request = all_of(query);
    request.all = false;
    request.limit = 0;
    request.facets = search::parse_facets(facet, options);
    return searcher.search(request).facets.front();
}

std::uint64_t total_of(search::Searcher& searcher, const std::string& query) {
    SearchRequest request = all_of(query);
    request.all = false;
    request.limit = 0;
    return searcher.search(request).total;
}

std::uint64_t sum_of(const FacetResult& facet) {
    std::uint64_t sum = facet.other_articles;
    for (const FacetValueCount& value : facet.values) {
        sum += value.articles;
    }
    return sum;
}

/// Articles of the archive by value, by scanning.
std::map<std::string, std::uint64_t> archive_counts(Archive& archive, FacetRequest request) {
    request.limit = search::kMaxFacetValues;
    request.sort = FacetSort::Usual;
    std::map<std::string, std::uint64_t> counts;
    for (const FacetValueCount& value :
         archive.scanner.facet(archive.scanner.find(tree_of("*")), request).values) {
        counts[value.id] = value.articles;
    }
    return counts;
}

/// The facets that the tests of options count: one of each kind.
constexpr const char* kKinds[] = {
    "person", "place", "place.country", "org", "by", "lang", "date.month", "event.year"};

/// The field's name in `facet`.
std::string field_of(std::string_view facet) {
    return std::string(facet.substr(0, facet.find('.')));
}

}  // namespace

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

    TEST_CASE("search gives each value its lift against the whole archive") {
        for (std::size_t round = 30; round < 32; ++round) {
            Archive archive(round);
            for (const std::string facet : kKinds) {
                FacetOptions options;
                options.sort = FacetSort::Lift;
                options.min_articles = archive.random.between(0, 3);
                const std::string query = print_query(archive.queries.tree(2));
                CAPTURE(facet);
                CAPTURE(query);
                const FacetResult got =
                    facet_of(archive.searcher, query, facet + ":1000:lift", options);
                const FacetRequest request = search::parse_facets(facet + ":1000").front();
                const std::vector<ScanHit> hits = archive.scanner.find(tree_of(query));
                const FacetResult all = archive.scanner.facet(hits, request);
                const auto in_archive = archive_counts(archive, request);
                std::vector<std::tuple<double, std::int64_t, std::string>> expected;
                for (const FacetValueCount& value : all.values) {
                    if (value.articles >= *options.min_articles) {
                        const double share =
                            static_cast<double>(value.articles) / static_cast<double>(hits.size());
                        const double archive_share = static_cast<double>(in_archive.at(value.id)) /
                                                     static_cast<double>(archive.articles.size());
                        expected.emplace_back(-share / archive_share,
                                              -static_cast<std::int64_t>(value.articles),
                                              value.id);
                    }
                }
                REQUIRE(got.values.size() == expected.size());
                CHECK(got.distinct == all.distinct);
                CHECK(got.selected.value_or(all.distinct) == expected.size());
                std::map<std::string, double> lifts;
                for (const auto& [lift, articles, id] : expected) {
                    lifts[id] = -lift;
                }
                for (std::size_t i = 0; i < got.values.size(); ++i) {
                    const FacetValueCount& value = got.values[i];
                    CAPTURE(value.id);
                    REQUIRE(value.lift.has_value());
                    CHECK(std::abs(*value.lift - lifts.at(value.id)) < 1e-9);
                    CHECK(value.archive_articles == in_archive.at(value.id));
                    CHECK(value.archive_articles == total_of(archive.searcher, value.refine));
                    if (i > 0) {
                        const FacetValueCount& before = got.values[i - 1];
                        CHECK(*before.lift >= *value.lift - 1e-9);
                        if (*before.lift == *value.lift) {
                            CHECK(std::pair(value.articles, before.id) <=
                                  std::pair(before.articles, value.id));
                        }
                    }
                }
            }
        }
    }

    TEST_CASE("search pages through all values of a facet in every order") {
        Archive archive(33);
        for (const std::string facet : kKinds) {
            for (const std::string order : {"", ":count", ":lift", ":name"}) {
                FacetOptions options;
                options.min_articles = archive.random.between(1, 2);
                const std::string query = print_query(archive.queries.tree(1));
                CAPTURE(facet + order);
                CAPTURE(query);
                const FacetResult whole =
                    facet_of(archive.searcher, query, facet + ":1000" + order, options);
                const std::size_t step = archive.random.between(1, 4);
                std::vector<std::string> paged;
                for (; options.offset <= whole.values.size(); options.offset += step) {
                    const FacetResult page = facet_of(archive.searcher,
                                                      query,
                                                      facet + ":" + std::to_string(step) + order,
                                                      options);
                    CHECK(page.distinct == whole.distinct);
                    CHECK(page.missing == whole.missing);
                    CHECK(page.selected == whole.selected);
                    CHECK(sum_of(page) == sum_of(whole));
                    CHECK(page.values.size() ==
                          std::min(step, whole.values.size() - options.offset));
                    for (const FacetValueCount& value : page.values) {
                        paged.push_back(value.id);
                    }
                }
                std::vector<std::string> all;
                for (const FacetValueCount& value : whole.values) {
                    all.push_back(value.id);
                }
                // Pages of periods are the most frequent ones, each in order of time.
                if (order.empty()) {
                    std::sort(paged.begin(), paged.end());
                    std::sort(all.begin(), all.end());
                }
                CHECK(paged == all);
            }
        }
    }

    TEST_CASE("search counts a facet without the query's own clauses on it") {
        for (std::size_t round = 34; round < 36; ++round) {
            Archive archive(round);
            for (const std::string facet : kKinds) {
                const std::string rest = print_query(archive.queries.tree(1));
                const FacetResult any = facet_of(archive.searcher, "*", facet + ":5");
                if (any.values.size() < 2) {
                    continue;
                }
                const std::string first = any.values[0].refine;
                const std::string second = any.values[1].refine;
                FacetOptions options;
                options.exclude_own = true;
                for (const std::string& own :
                     {first, "(" + first + " OR " + second + ")", first + " AND " + second}) {
                    const std::string query = "(" + rest + ") AND " + own;
                    CAPTURE(facet);
                    CAPTURE(query);
                    const FacetResult got =
                        facet_of(archive.searcher, query, facet + ":1000", options);
                    // What is left may say something about the field itself, too.
                    const FacetResult expected =
                        facet_of(archive.searcher, rest, facet + ":1000", options);
                    CHECK(got.own_excluded);
                    CHECK(got.matches == expected.matches);
                    CHECK(got.missing == expected.missing);
                    CHECK(got.distinct == expected.distinct);
                    REQUIRE(got.values.size() == expected.values.size());
                    for (std::size_t i = 0; i < got.values.size(); ++i) {
                        CHECK(got.values[i].id == expected.values[i].id);
                        CHECK(got.values[i].articles == expected.values[i].articles);
                        CAPTURE(got.values[i].query);
                        CHECK(total_of(archive.searcher, got.values[i].query) ==
                              got.values[i].articles);
                    }
                }
            }
        }
    }

    TEST_CASE("search never counts more of a value for one more filter") {
        Archive archive(36);
        for (std::size_t i = 0; i < 30; ++i) {
            const std::string query = print_query(archive.queries.tree(1));
            const std::string filter = print_query(archive.queries.filter());
            const std::string facet = std::string(kKinds[i % std::size(kKinds)]) + ":1000";
            CAPTURE(query);
            CAPTURE(filter);
            CAPTURE(facet);
            std::map<std::string, std::uint64_t> before;
            for (const FacetValueCount& value : facet_of(archive.searcher, query, facet).values) {
                before[value.id] = value.articles;
            }
            for (const FacetValueCount& value :
                 facet_of(archive.searcher, "(" + query + ") AND " + filter, facet).values) {
                CHECK(value.articles <= before[value.id]);
            }
        }
    }

    TEST_CASE("search lists the values that a prefix names and no others") {
        for (std::size_t round = 38; round < 40; ++round) {
            Archive archive(round);
            for (const std::string facet : {"person", "place", "org", "by", "topic"}) {
                for (const std::string prefix :
                     {"jo", "smi", "par", "UN", "zelen", "p\xC3\xA9", "xq"}) {
                    FacetOptions options;
                    options.prefix = prefix;
                    CAPTURE(facet);
                    CAPTURE(prefix);
                    const FacetResult whole = facet_of(archive.searcher, "*", facet + ":1000");
                    const FacetResult got =
                        facet_of(archive.searcher, "*", facet + ":1000", options);
                    CHECK(got.selected == got.values.size());
                    CHECK(sum_of(got) == sum_of(whole));
                    const std::string query = field_of(facet) + ":" + prefix + "*";
                    std::set<std::string> listed;
                    for (const FacetValueCount& value : got.values) {
                        listed.insert(value.id);
                        CAPTURE(value.refine);
                        CHECK(total_of(archive.searcher, query + " AND " + value.refine) ==
                              value.articles);
                    }
                    // Whoever has the prefix in the name that is shown is listed.
                    for (const FacetValueCount& value : whole.values) {
                        const std::string slug = "-" + text::slug(value.name);
                        if (archive.joins.find(value.id) == std::nullopt &&
                            slug.find("-" + text::slug(prefix)) != std::string::npos) {
                            CHECK(listed.contains(value.id));
                        }
                    }
                }
            }
        }
    }
}

}  // namespace dateline::property
