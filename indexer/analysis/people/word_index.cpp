// Lists are ascending, since numbers are added in order.
#include "indexer/analysis/people/word_index.hpp"

#include <algorithm>

namespace dateline::analysis {

void WordIndex::add(const names::PersonName& name, std::size_t number) {
    for (const std::vector<names::NameWord>* words : {&name.words, &name.nicknames}) {
        for (const names::NameWord& word : *words) {
            std::vector<std::size_t>& numbers = numbers_[word.spelling];
            if (numbers.size() < kMostNames) {
                numbers.push_back(number);
            }
        }
    }
}

std::vector<std::size_t> WordIndex::find(std::span<const names::NameWord> words) const {
    std::vector<std::size_t> found;
    for (const names::NameWord& word : words) {
        const auto row = numbers_.find(word.spelling);
        if (row != numbers_.end()) {
            found.insert(found.end(), row->second.begin(), row->second.end());
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace dateline::analysis
