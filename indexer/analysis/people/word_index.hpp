// Finds the names that have a word, so that long lists of people do not take the square of their
// length.
#pragma once

#include "common/names/person_name.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::analysis {

/// Numbers of names by the spelling of their words.
class WordIndex {
public:
    /// How many names are found by one word; those that were added later are not.
    static constexpr std::size_t kMostNames = 250;

    /// Adds all words of `name`, its nicknames too.
    void add(const names::PersonName& name, std::size_t number);

    /// The numbers of names with any of `words`, ascending, each once.
    [[nodiscard]] std::vector<std::size_t> find(std::span<const names::NameWord> words) const;

private:
    std::unordered_map<std::string, std::vector<std::size_t>> numbers_;
};

}  // namespace dateline::analysis
