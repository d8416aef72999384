// What a code point is to the tagger, and its lower case: the scripts of names, without tables.
#pragma once

#include <cstdint>

namespace dateline::analysis {

/// The part that a code point plays in a token.
enum class LetterKind : std::uint8_t {
    Space,
    Punctuation,  ///< all other signs too
    Digit,        ///< an ASCII digit
    Upper,
    Lower,
    Uncased,  ///< a letter of a script without case, or one whose case the tagger does not know
    Mark,     ///< a combining mark, joiner or soft hyphen: continues what it follows
};

/// A code point's kind and its lower case, which is itself where it has none.
struct Letter {
    LetterKind kind = LetterKind::Uncased;
    char32_t lower = 0;
};

/// The letter at `code_point`: Latin, Greek, Cyrillic and Armenian with their case by the simple
/// mappings of Unicode 15 (UnicodeData.txt), other scripts as letters without case. What is not
/// named in the blocks of punctuation and symbols counts as a letter, so that no script's words
/// are cut.
[[nodiscard]] Letter letter_of(char32_t code_point) noexcept;

}  // namespace dateline::analysis
