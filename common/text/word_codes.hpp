// The frozen code of each token form: what token streams are made of.
//
// A code is one or more bytes; the last has its high bit set and the others have it clear, so that
// codes can be told apart from either end. The length says what it is:
//   1 byte   the 127 most frequent words (0x80 + rank), and 0xFF, kBorder
//   2 bytes  the next 16,384 words of the table: high 7 bits, then low 7 bits of rank - 127
//   3 bytes  one code point of a script without spaces: 21 bits
//   4 bytes  a 28-bit hash of the word
//   5 bytes and more  the word itself, spelled: its bits in groups of seven, zero bits in front
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::text {

/// Stands between paragraphs in a token stream; no token has this code.
inline constexpr char kBorder = '\xFF';

/// Rank of `folded` in the frozen table of frequent words, most frequent first; std::nullopt if it
/// is not there. The table never changes without a new schema version.
[[nodiscard]] std::optional<std::uint32_t> word_rank(std::string_view folded) noexcept;

/// The word of rank `rank`, which must be less than word_table_size().
[[nodiscard]] std::string_view ranked_word(std::uint32_t rank) noexcept;

/// Number of words in the table; at most 127 + 16384.
[[nodiscard]] std::uint32_t word_table_size() noexcept;

/// Appends the code of `folded`: by rank, else by code point if `is_character`, else by hash.
void append_code(std::string& out, std::string_view folded, bool is_character);

/// Appends the spelled code of `folded`, which holds no NUL: used where two words of one article
/// share a hash code.
void append_spelled_code(std::string& out, std::string_view folded);

/// The word that `code` stands for, by rank, character or spelling; std::nullopt for a hash, for
/// kBorder, and for bytes that are not exactly one code.
[[nodiscard]] std::optional<std::string> decode_code(std::string_view code);

}  // namespace dateline::text
