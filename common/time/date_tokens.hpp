// Text cut into the numbers, words and marks that dates are written with.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::time {

/// What a token is.
enum class DateTokenKind { Number, Word, Mark };

/// A number, a word or another character of a text.
struct DateToken {
    DateTokenKind kind = DateTokenKind::Mark;
    std::string text;              ///< folded; digits of any script as ASCII
    int value = -1;                ///< of a number of at most eight digits; else -1
    bool after_space = false;      ///< white space or the start of the text goes before it
    std::size_t offset_bytes = 0;  ///< of its first byte in the text
    std::size_t size_bytes = 0;    ///< that it takes there
};

/// The tokens of `text`: runs of decimal digits of any script; runs of letters and marks, with the
/// dots between letters of Thai abbreviations; each other character, and each character of
/// Han, Kana and Hangul, for itself. Only the first `limit` tokens are given.
[[nodiscard]] std::vector<DateToken> date_tokens(std::string_view text, std::size_t limit);

}  // namespace dateline::time
