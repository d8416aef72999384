// A text as names of places are looked up in it.
#pragma once

#include "indexer/analysis/name_mentions.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace dateline::analysis {

/// A text and its tokens as names are looked up, in order. `hashes` and `starts` are
/// TokenizedText's search_hashes and search_starts.
struct SearchText {
    std::string_view text;
    std::span<const std::uint64_t> hashes;
    std::span<const std::uint32_t> starts;

    /// The numbers of the tokens that start in `range`.
    struct Tokens {
        std::size_t first = 0;
        std::size_t end = 0;  ///< exclusive
    };
    [[nodiscard]] Tokens tokens_in(ByteRange range) const noexcept;

    [[nodiscard]] std::string_view bytes(ByteRange range) const noexcept {
        return text.substr(range.start_bytes, range.end_bytes - range.start_bytes);
    }
};

/// Whether `the` stands before the tokens and belongs to them, not to a noun behind them: so are
/// rivers, seas, deserts and ranges written.
[[nodiscard]] bool takes_article(const SearchText& text, SearchText::Tokens tokens) noexcept;

/// Whether the range is all that is in its brackets, as codes are in tables of results: `(IND)`.
[[nodiscard]] bool in_brackets(std::string_view text, ByteRange range) noexcept;

}  // namespace dateline::analysis
