// Fuzzy words against every word of every article, and diagnoses against the queries they speak of.
#include "common/schema/fields.hpp"
#include "query/compile/fuzzy_words.hpp"
#include "query/search/diagnosis.hpp"
#include "tests/property/archive.hpp"
#include "tests/property/corpus.hpp"
#include "tests/property/random_query.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace dateline::property {
namespace {

constexpr std::size_t kCorpora = 3;
constexpr std::size_t kWords = 150;
constexpr std::size_t kQueries = 150;

using Vocabulary = std::map<std::string, std::uint64_t>;

/// The folded words of `articles`, or of their titles, with the number of articles that have them.
Vocabulary vocabulary_of(const std::vector<search::Hit>& articles, bool titles) {
    text::Tokenizer tokenizer;
    text::TokenList list;
    Vocabulary vocabulary;
    for (const search::Hit& hit : articles) {
        std::set<std::string> words;
        std::vector<std::string> parts = {hit.article.title};
        if (!titles) {
            parts.insert(parts.end(), hit.article.paragraphs.begin(), hit.article.paragraphs.end());
        }
        for (const std::string& part : parts) {
            tokenizer.tokenize(part, list);
            for (const text::Token& token : list.tokens()) {
                if (token.kind != text::TokenKind::Character) {
                    words.emplace(list.folded(token));
                }
            }
        }
        for (const std::string& word : words) {
            ++vocabulary[word];
        }
    }
    return vocabulary;
}

std::u32string code_points(std::string_view word) {
    std::u32string letters;
    for (std::size_t at = 0; at < word.size();) {
        const auto first = static_cast<unsigned char>(word[at]);
        const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t letter = size == 1 ? first : first & (0x7FU >> size);
        for (std::size_t i = 1; i < size; ++i) {
            letter = (letter << 6U) | (static_cast<unsigned char>(word[at + i]) & 0x3FU);
        }
        letters.push_back(letter);
        at += size;
    }
    return letters;
}

/// Optimal string alignment by its definition.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    std::iota(d[0].begin(), d[0].end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        d[i][0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

std::string mutated(std::string word, Random& random) {
    static constexpr std::string_view kLetters = "aeioutrnszk0";
    for (std::size_t edits = random.below(3); edits > 0 && !word.empty(); --edits) {
        const std::size_t at = random.below(word.size());
        const bool is_ascii = std::all_of(
            word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (!is_ascii) {
            break;
        }
        switch (random.below(4)) {
            case 0:
                word.erase(at, 1);
                break;
            case 1:
                word.insert(at, 1, random.pick(kLetters));
                break;
            case 2:
                word[at] = random.pick(kLetters);
                break;
            default:
                std::swap(word[at], word[at > 0 ? at - 1 : word.size() - 1]);
        }
    }
    return word;
}

std::uint64_t total_of(search::Searcher& searcher, const std::string& query) {
    search::SearchRequest request;
    request.tree = tree_of(query);
    request.limit = 0;
    return searcher.search(request).total;
}

}  // namespace

TEST_SUITE("property.fuzzy") {
    TEST_CASE("fuzzy_words gives what a look at every word gives") {
        for (std::size_t round = 0; round < kCorpora; ++round) {
            const testing::TempDir folder;
            Random random(run_seed() + round);
            const auto index = index_articles(folder,
                                              "archive.idx",
                                              random_corpus(random, {}),
                                              {static_cast<std::uint32_t>(round + 1), 1});
            search::Searcher searcher(index);
            const storage::IndexReader reader(index);
            const auto articles = all_articles(searcher);
            for (const bool titles : {false, true}) {
                const Vocabulary vocabulary = vocabulary_of(articles, titles);
                std::vector<std::string> words;
                for (const auto& [word, count] : vocabulary) {
                    words.push_back(word);
                }
                for (std::size_t number = 0; number < kWords; ++number) {
                    const std::string word = mutated(random.pick(words), random);
                    const std::size_t edits = random.below(3);
                    CAPTURE(word);
                    CAPTURE(edits);
                    std::map<std::string, std::uint64_t> expected;
                    for (const auto& [known, count] : vocabulary) {
                        if (distance(code_points(word), code_points(known)) <= edits) {
                            expected[known] = count;
                        }
                    }
                    const std::string prefix(titles ? schema::kTitlePrefix : std::string_view());
                    std::map<std::string, std::uint64_t> found;
                    for (const auto& each :
                         compile::fuzzy_words(reader, prefix, word, {edits, 0, 0}).words) {
                        // Characters of scripts without spaces are in the vocabulary too.
                        if (vocabulary.contains(each.word)) {
                            found[each.word] = each.articles;
                        }
                        CHECK(each.edits == distance(code_points(word), code_points(each.word)));
                        CHECK(each.edits <= edits);
                    }
                    CHECK(found == expected);
                }
            }
        }
    }

    TEST_CASE("diagnose says what running each of its queries says") {
        std::size_t diagnosed = 0;
        std::size_t suggested = 0;
        for (std::size_t round = 0; round < kCorpora; ++round) {
            const testing::TempDir folder;
            Random random(run_seed() + 100 + round);
            const std::vector<Article> articles = random_corpus(random, {});
            search::Searcher searcher(index_articles(
                folder, "archive.idx", articles, {static_cast<std::uint32_t>(round + 1), 1}));
            QueryMaker queries(articles, random);
            for (std::size_t number = 0; number < kQueries; ++number) {
                std::string query = print_query(queries.tree(1));
                for (std::size_t more = random.below(4); more > 0; --more) {
                    query = "(" + query + ") " + print_query(queries.tree(0));
                }
                query = random.chance(20) ? "(" + query + ") nosuchwordatall" : query;
                CAPTURE(query);
                if (total_of(searcher, query) > 0) {
                    continue;
                }
                ++diagnosed;
                const search::Diagnosis diagnosis = searcher.diagnose();
                std::vector<std::string> clauses;
                for (const search::CountedClause& clause : diagnosis.clauses) {
                    CAPTURE(clause.clause);
                    CHECK(total_of(searcher, clause.clause) == clause.articles);
                    CHECK(clause.span.offset_bytes + clause.span.size_bytes <= query.size());
                    clauses.push_back(clause.clause);
                }
                for (const std::vector<std::size_t>& killer : diagnosis.killers) {
                    std::string together;
                    for (const std::size_t clause : killer) {
                        together += " (" + clauses.at(clause) + ")";
                    }
                    CAPTURE(together);
                    CHECK(total_of(searcher, together) == 0);
                }
                for (const search::Suggestion& suggestion : diagnosis.suggestions) {
                    CAPTURE(suggestion.query);
                    CHECK(suggestion.articles > 0);
                    CHECK(total_of(searcher, suggestion.query) == suggestion.articles);
                    ++suggested;
                }
            }
        }
        CHECK(diagnosed > 20);
        CHECK(suggested > 20);
    }
}

}  // namespace dateline::property
