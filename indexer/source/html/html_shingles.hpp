// Whether one text says what another says: the share of four-word sequences that both have.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace dateline::source {

/// The sequences of four words of one or more texts; letter case, punctuation and white space do
/// not matter, and a character of Chinese, Japanese or Korean is a word. Kept as 64-bit hashes.
class ShingleSet {
public:
    /// Adds the sequences of `text`.
    void add(std::string_view text);

    /// The share of the sequences of `text` that are in the set, from 0 to 1; 0 for a text of fewer
    /// than four words.
    [[nodiscard]] double share_of(std::string_view text) const;

    [[nodiscard]] bool empty() const noexcept { return hashes_.empty(); }

private:
    std::unordered_set<std::uint64_t> hashes_;
};

}  // namespace dateline::source
