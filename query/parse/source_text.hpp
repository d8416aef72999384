// A query's text with typographic punctuation in its ASCII form, and the way back to the bytes
// typed.
#pragma once

#include "query/parse/tree.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::parse {

/// The ASCII character that `c` stands for in a query: curly quotes, guillemets, en dashes, the
/// minus sign, full-width forms (U+FF01 to U+FF5E), and a blank for every white space and control
/// character. Anything else is returned as it is.
[[nodiscard]] char32_t ascii_form(char32_t c) noexcept;

/// Whether `c` can be part of a word. Punctuation and symbols of the common blocks cannot; a code
/// point of a block not listed in the source counts as a letter, so that no script is lost.
[[nodiscard]] bool is_word_character(char32_t c) noexcept;

/// How many code points of valid UTF-8 `text` are word characters.
[[nodiscard]] std::size_t count_word_characters(std::string_view text) noexcept;

/// The whole query in ASCII forms. Positions are byte offsets into text(); all of them must be at
/// character borders.
class SourceText {
public:
    /// `original` must be valid UTF-8 and outlive the object.
    explicit SourceText(std::string_view original);

    /// The text that the lexer and the parser read.
    [[nodiscard]] std::string_view text() const noexcept { return text_; }

    /// The bytes of the original that [begin, end) came from.
    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const noexcept;

    /// The original text of [begin, end), valid as long as the original.
    [[nodiscard]] std::string_view raw(std::size_t begin, std::size_t end) const noexcept;

private:
    std::string_view original_;
    std::string text_;
    std::vector<std::size_t> origin_;  ///< for each byte of text_ and its end: where it came from
};

}  // namespace dateline::parse
