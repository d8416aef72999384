// Text with highlights, made safe for a terminal without losing the places of the highlights.
#pragma once

#include "query/search/answer.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::render {

/// One line of printable text with byte ranges to highlight.
struct MarkedText {
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>>
        marks;  ///< ascending, not empty, end exclusive
};

/// `snippet` as printable_line() gives it, with the marks moved accordingly. Marks outside of the
/// text, empty, or overlapping an earlier one are cut or dropped.
[[nodiscard]] MarkedText printable_marked(const search::Snippet& snippet);

/// Escape sequences (ECMA-48 SGR) for text; all empty if there is no colour.
struct Palette {
    std::string_view title;    ///< bold
    std::string_view mark;     ///< bold red, as grep uses for matches
    std::string_view faint;    ///< for lines about a text
    std::string_view mention;  ///< underlined
    std::string_view reset;    ///< ends any of them
};

/// The palette for a terminal with colours or without.
[[nodiscard]] Palette palette(bool color) noexcept;

/// Bytes [`begin`, `end`) of `marked` with its highlights, in style `base` (one of the palette's
/// sequences, or empty). Styles are always ended at the end, so that lines can be joined freely.
[[nodiscard]] std::string highlighted(const MarkedText& marked,
                                      std::pair<std::size_t, std::size_t> range,
                                      std::string_view base,
                                      const Palette& palette);

}  // namespace dateline::render
