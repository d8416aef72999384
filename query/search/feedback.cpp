// Counts the words of the best hits.
#include "query/search/feedback.hpp"

#include "query/compile/article_words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace dateline::search {
namespace {

/// A word that some of the best hits have.
struct Candidate {
    std::string word;
    std::uint64_t occurrences = 0;  ///< of the form `word`, in one hit
    double holders = 0;
    double value = 0;
};

parse::Node word_node(std::string word) {
    parse::Node node;
    node.kind = parse::NodeKind::Word;
    node.text = std::move(word);
    node.boost = kFeedbackBoost;
    return node;
}

}  // namespace

double relevance_weight(double r, double n, double relevant, double articles) {
    // Statistics of the index may be estimates: no factor is below what 0.5 leaves of it.
    const double with = std::max(n - r, 0.0) + 0.5;
    const double without = std::max(articles - n - relevant + r, 0.0) + 0.5;
    return std::log((r + 0.5) * without / (with * (relevant - r + 0.5)));
}

std::vector<parse::Node> feedback_words(const storage::IndexReader& reader,
                                        compile::Compiler& compiler,
                                        const std::vector<RankedHit>& best) {
    std::map<std::string, Candidate> by_stem;
    for (const RankedHit& hit : best) {
        const Xapian::Document document = reader.document({hit.shard, hit.docid});
        for (auto& [stem, word] :
             compile::article_words(document, compiler.main_language(), compiler.words())) {
            Candidate& candidate = by_stem[stem];
            ++candidate.holders;
            if (word.of_word > candidate.occurrences) {
                candidate.word = word.word;
                candidate.occurrences = word.of_word;
            }
        }
    }
    std::vector<Candidate> candidates;
    for (auto& [stem, candidate] : by_stem) {
        const compile::WordStatistics statistics = compiler.word_statistics(candidate.word);
        candidate.value =
            candidate.holders * relevance_weight(candidate.holders,
                                                 static_cast<double>(statistics.articles_with_word),
                                                 static_cast<double>(best.size()),
                                                 static_cast<double>(statistics.articles));
        if (candidate.value > 0) {
            candidates.push_back(std::move(candidate));
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
        return a.value > b.value;
    });
    candidates.resize(std::min(candidates.size(), kFeedbackWords));
    std::vector<parse::Node> words;
    for (Candidate& candidate : candidates) {
        words.push_back(word_node(std::move(candidate.word)));
    }
    return words;
}

}  // namespace dateline::search
