// Order and number of the words shown.
#include "query/search/expansions.hpp"

#include <algorithm>
#include <utility>

namespace dateline::search {
namespace {

bool is_listed_before(const compile::FuzzyWord& a, const compile::FuzzyWord& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.edits < b.edits;
}

}  // namespace

std::vector<Expansion> expansions_of(compile::Compiler& compiler,
                                     const parse::Node& tree,
                                     const CountTerms& count,
                                     bool all) {
    std::vector<Expansion> expansions;
    for (compile::WordReading& reading : compiler.read_words(tree)) {
        std::stable_sort(reading.words.begin(), reading.words.end(), is_listed_before);
        Expansion& expansion = expansions.emplace_back();
        expansion.clause = std::move(reading.clause);
        const std::size_t listed =
            all ? reading.words.size() : std::min(reading.words.size(), kMaxListedWords);
        expansion.more = reading.words.size() - listed;
        reading.words.resize(listed);
        if (count) {
            for (compile::FuzzyWord& word : reading.words) {
                word.articles = count({reading.term_prefix + word.word});
            }
            std::stable_sort(reading.words.begin(), reading.words.end(), is_listed_before);
        }
        for (compile::FuzzyWord& word : reading.words) {
            expansion.words.push_back({std::move(word.word), word.articles});
        }
    }
    return expansions;
}

}  // namespace dateline::search
