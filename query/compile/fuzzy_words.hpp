// The words of an index that are a few edits away from a wanted one.
#pragma once

#include "common/storage/index_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::compile {

/// A word of the index's vocabulary.
struct FuzzyWord {
    std::string word;            ///< folded
    std::size_t edits = 0;       ///< see EditRows
    std::uint64_t articles = 0;  ///< that have it

    friend bool operator==(const FuzzyWord&, const FuzzyWord&) = default;
};

/// Words near a wanted one.
struct FuzzyWords {
    std::vector<FuzzyWord> words;  ///< sorted by the word
    bool complete = true;          ///< whether the whole vocabulary was searched
    std::uint64_t looked_at = 0;   ///< terms that were read, in all shards
};

/// How far to look.
struct FuzzyLimits {
    std::size_t edits = 1;
    std::size_t words = 0;       ///< stops when there are more than that; 0: no limit
    std::uint64_t look_ups = 0;  ///< stops after so many terms of a shard; 0: no limit
};

/// The words behind `term_prefix` (of the text if it is empty) that at most `limits.edits` edits
/// turn `word`, folded, into; also `word` itself. The sorted terms are walked with the rows of
/// EditRows, and what cannot fit is skipped over: with one edit some thousand terms are looked at,
/// whatever the size of the vocabulary. The same index gives the same words.
[[nodiscard]] FuzzyWords fuzzy_words(const storage::IndexReader& reader,
                                     const std::string& term_prefix,
                                     std::string_view word,
                                     const FuzzyLimits& limits);

}  // namespace dateline::compile
