// Order and number of the words shown.
#include "query/search/expansions.hpp"

#include <algorithm>
#include <utility>

namespace dateline::search {

std::vector<Expansion> expansions_of(compile::Compiler& compiler,
                                     const parse::Node& tree,
                                     const CountTerms& count,
                                     bool all) {
    std::vector<Expansion> expansions;
    for (compile::WordReading& reading : compiler.read_words(tree)) {
        if (count) {
            for (compile::FuzzyWord& word : reading.words) {
                word.articles = count({reading.term_prefix + word.word});
            }
        }
        std::stable_sort(
            reading.words.begin(), reading.words.end(), [](const auto& a, const auto& b) {
                return a.articles != b.articles ? a.articles > b.articles : a.edits < b.edits;
            });
        Expansion& expansion = expansions.emplace_back();
        expansion.clause = std::move(reading.clause);
        const std::size_t listed =
            all ? reading.words.size() : std::min(reading.words.size(), kMaxListedWords);
        for (std::size_t i = 0; i < listed; ++i) {
            expansion.words.push_back(
                {std::move(reading.words[i].word), reading.words[i].articles});
        }
        expansion.more = reading.words.size() - listed;
    }
    return expansions;
}

}  // namespace dateline::search
