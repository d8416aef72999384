// English text cut into the words, numbers and marks that the grammar of dates reads.
#pragma once

#include "indexer/analysis/dates/date_words.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// What a token is.
enum class ScanKind : std::uint8_t {
    Word,    ///< letters of any script
    Number,  ///< ASCII digits; with commas between groups of three it has no value
    Mark,    ///< any other character
};

/// A number that is no part of a date: longer than nine digits, or with commas.
inline constexpr std::int32_t kNoNumber = -1;

/// The mark of an empty line, which ends a paragraph.
inline constexpr char kParagraphMark = '\n';

/// One token; its bytes are `[start_bytes, end_bytes)` of the text.
struct ScanToken {
    std::uint32_t start_bytes = 0;
    std::uint32_t end_bytes = 0;
    std::int32_t value = 0;  ///< of a number; of a word that of its DateWord
    ScanKind kind = ScanKind::Mark;
    WordClass word_class = WordClass::None;
    char mark = '\0';  ///< ASCII form of a mark: `-` for all dashes, `'` and `"` for quotes;
                       ///< kParagraphMark; 0 for others
    bool after_space = false;  ///< white space or the start of the text goes before it
    bool capital = false;      ///< a word that begins with an ASCII capital
};

/// The tokens of `text`, valid UTF-8 of less than 4 GiB. Token borders are character borders.
[[nodiscard]] std::vector<ScanToken> scan_tokens(std::string_view text);

}  // namespace dateline::analysis
