// Stretches of an article's text as token numbers: the form of Slot::Mentions and Slot::Quotes.
//
// For each range, by ascending first token, three varints: the first token as the difference from
// the one before, the number of tokens, and the ordinal of its named thing plus 1, or 0.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::schema {

/// Tokens in a row, numbered as in the token stream: from 0 over title and paragraphs.
struct TokenRange {
    std::uint32_t first = 0;
    std::uint32_t size_tokens = 0;
    std::optional<std::uint32_t> ordinal{};  ///< of what is mentioned, or of who speaks, if known

    friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

/// `ranges`, which must ascend by their first tokens, as bytes.
[[nodiscard]] std::string encode_token_ranges(std::span<const TokenRange> ranges);

/// What encode_token_ranges() wrote; std::nullopt for anything else. The end of each range is a
/// number of 32 bits.
[[nodiscard]] std::optional<std::vector<TokenRange>> decode_token_ranges(std::string_view bytes);

}  // namespace dateline::schema
