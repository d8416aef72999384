// Pairs give what a plain look at all articles gives.
#include "common/text/borders.hpp"
#include "common/text/tokenizer.hpp"
#include "query/search/pair_request.hpp"
#include "tests/property/scanned_archive.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace dateline::property {
namespace {

using search::PairCount;
using search::PairLevel;
using search::PairOptions;
using search::PairRequest;
using search::PairResult;
using search::SearchRequest;
using Ids = std::set<std::string>;

PairResult pairs_of(search::Searcher& searcher,
                    const std::string& query,
                    const std::string& pairs,
                    const PairOptions& options) {
    SearchRequest request = all_of(query);
    request.all = false;
    request.limit = 0;
    request.pairs = search::parse_pairs({pairs}, options);
    return searcher.search(request).pairs.front();
}

/// The bytes of the full text at which its parts begin, or the sentences of its parts.
std::vector<std::size_t> unit_starts(const Article& article, PairLevel level) {
    text::Tokenizer tokenizer;
    text::TokenList list;
    std::vector<std::size_t> starts = {0};
    std::size_t offset = article.title.empty() ? 0 : article.title.size() + 2;
    for (const std::string& paragraph : article.paragraphs) {
        starts.push_back(offset);
        if (level == PairLevel::Sentence) {
            tokenizer.tokenize(paragraph, list);
            for (const std::uint32_t token : text::sentence_starts(paragraph, list)) {
                starts.push_back(offset + list.tokens()[token].start_bytes);
            }
        }
        offset += paragraph.size() + 2;
    }
    return starts;
}

/// What each unit of `article` mentions, of the type of `letter`.
std::map<std::size_t, Ids> mentioned(const Scanner& scanner,
                                     const Article& article,
                                     PairLevel level,
                                     char letter) {
    const std::vector<std::size_t> starts = unit_starts(article, level);
    std::map<std::size_t, Ids> units;
    for (const Mention& mention : article.mentions) {
        const char type = mention.type == MentionType::Person  ? 'P'
                          : mention.type == MentionType::Place ? 'L'
                          : mention.type == MentionType::Org   ? 'O'
                                                               : '-';
        if (type == letter) {
            const auto unit = std::count_if(starts.begin(), starts.end(), [&](std::size_t start) {
                return start <= mention.start_bytes;
            });
            units[static_cast<std::size_t>(unit)].insert(scanner.canonical(
                std::string{type, ':'} +
                text::slug(mention.id.empty() ? mention.name : mention.id.substr(2))));
        }
    }
    return units;
}

using Pairs = std::set<std::pair<std::string, std::string>>;

void add_pairs(const Ids& first, const Ids& second, bool of_one_kind, Pairs& pairs) {
    for (const std::string& a : first) {
        for (const std::string& b : second) {
            if (a != b) {
                const bool swapped = of_one_kind && b < a;
                pairs.emplace(swapped ? b : a, swapped ? a : b);
            }
        }
    }
}

Ids ids_of(const std::map<std::string, std::string>& values) {
    Ids ids;
    for (const auto& [id, name] : values) {
        ids.insert(id);
    }
    return ids;
}

/// The pairs of one article.
Pairs pairs_in(const Scanner& scanner, const Article& article, const PairRequest& request) {
    const bool of_one_kind = request.first.text == request.second.text;
    Pairs pairs;
    if (request.level == PairLevel::Article) {
        add_pairs(ids_of(scanner.values_of(article, request.first)),
                  ids_of(scanner.values_of(article, request.second)),
                  of_one_kind,
                  pairs);
        return pairs;
    }
    auto first = mentioned(scanner, article, request.level, request.first.field->id_letters[0]);
    auto second = mentioned(scanner, article, request.level, request.second.field->id_letters[0]);
    for (const auto& [unit, ids] : first) {
        add_pairs(ids, second[unit], of_one_kind, pairs);
    }
    return pairs;
}

void check_pairs(Archive& archive, const std::string& asked, PairLevel level) {
    const std::string query = print_query(archive.queries.tree(archive.random.below(3)));
    CAPTURE(query);
    CAPTURE(asked);
    PairOptions options;
    options.level = level;
    options.min_articles = archive.random.between(1, 2);
    const PairRequest request = search::parse_pairs({asked}, options).front();
    const std::vector<ScanHit> hits = archive.scanner.find(tree_of(query));
    std::map<std::pair<std::string, std::string>, std::uint64_t> expected;
    std::map<std::string, std::uint64_t> first_articles;
    std::map<std::string, std::uint64_t> second_articles;
    for (const ScanHit& hit : hits) {
        const Article& article = hit.article->article;
        for (const auto& pair : pairs_in(archive.scanner, article, request)) {
            ++expected[pair];
        }
        for (const auto& [id, name] : archive.scanner.values_of(article, request.first)) {
            ++first_articles[id];
        }
        for (const auto& [id, name] : archive.scanner.values_of(article, request.second)) {
            ++second_articles[id];
        }
    }
    std::erase_if(expected, [&](const auto& pair) { return pair.second < request.min_articles; });
    const PairResult got = pairs_of(archive.searcher, query, asked, options);
    CHECK(got.matches == hits.size());
    CHECK(got.complete);
    CHECK(got.distinct == expected.size());
    REQUIRE(got.values.size() == expected.size());
    std::uint64_t before = hits.size();
    for (const PairCount& pair : got.values) {
        std::pair<std::string, std::string> ids(pair.first.id, pair.second.id);
        if (request.first.text == request.second.text && ids.second < ids.first) {
            std::swap(ids.first, ids.second);
        }
        CAPTURE(ids.first);
        CAPTURE(ids.second);
        CHECK(pair.articles == expected[ids]);
        CHECK(pair.first.articles == first_articles[pair.first.id]);
        CHECK(pair.second.articles == second_articles[pair.second.id]);
        CHECK(pair.articles <= before);
        before = pair.articles;
        const double chance = static_cast<double>(pair.first.articles) *
                              static_cast<double>(pair.second.articles) /
                              static_cast<double>(hits.size());
        CHECK(std::abs(pair.lift - static_cast<double>(pair.articles) / chance) < 1e-9);
        CAPTURE(pair.query);
        CHECK(archive.searcher.search(all_of(pair.query)).total == pair.articles);
    }
}

}  // namespace

TEST_SUITE("property.pairs") {
    TEST_CASE("search counts pairs within articles as a scan does and each query finds its count") {
        for (std::size_t round = 50; round < 53; ++round) {
            Archive archive(round);
            for (const std::string pairs : {"person,place:100000",
                                            "person,person:100000",
                                            "place.country,org:100000",
                                            "place,place.country:100000",
                                            "topic,source:100000",
                                            "by,lang:100000"}) {
                check_pairs(archive, pairs, PairLevel::Article);
            }
        }
    }

    TEST_CASE(
        "search counts pairs within paragraphs and sentences as a scan and their queries do") {
        std::size_t found = 0;
        for (std::size_t round = 53; round < 56; ++round) {
            Archive archive(round);
            for (const PairLevel level : {PairLevel::Paragraph, PairLevel::Sentence}) {
                for (const std::string pairs :
                     {"person,place:100000", "place,place:100000", "org,person:100000"}) {
                    check_pairs(archive, pairs, level);
                    PairOptions options;
                    options.level = level;
                    found += pairs_of(archive.searcher, "*", pairs, options).values.size();
                }
            }
        }
        CHECK(found > 30);
    }

    TEST_CASE("search counts exactly among the most frequent values and says what is missing") {
        Archive archive(57);
        PairOptions options;
        const PairResult whole = pairs_of(archive.searcher, "*", "person,place:100000", options);
        REQUIRE(whole.complete);
        for (options.among = 1; options.among < 12; ++options.among) {
            CAPTURE(options.among);
            for (const std::size_t limit : {std::size_t{1}, std::size_t{3}, std::size_t{100'000}}) {
                const PairResult some = pairs_of(
                    archive.searcher, "*", "person,place:" + std::to_string(limit), options);
                CHECK(some.first_values <= options.among);
                CHECK(some.first_distinct == whole.first_distinct);
                std::map<std::pair<std::string, std::string>, std::uint64_t> all;
                for (const PairCount& pair : whole.values) {
                    all[{pair.first.id, pair.second.id}] = pair.articles;
                }
                for (std::size_t i = 0; i < some.values.size(); ++i) {
                    const PairCount& pair = some.values[i];
                    CHECK(pair.articles == all[{pair.first.id, pair.second.id}]);
                    if (some.complete) {
                        CHECK(pair.first.id == whole.values[i].first.id);
                        CHECK(pair.second.id == whole.values[i].second.id);
                    }
                }
                if (some.complete && some.values.size() < limit) {
                    CHECK(some.values.size() == whole.values.size());
                }
            }
        }
    }
}

}  // namespace dateline::property
