// How wide text is on a terminal, and where to break its lines.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::render {

/// Columns that `code_point` takes on a terminal: 2 for East Asian wide characters and emoji, 0 for
/// combining marks and joiners, else 1. Good enough for layout; independent of the locale.
///
/// Source: EastAsianWidth.txt and DerivedGeneralCategory.txt of Unicode 15, in blocks.
[[nodiscard]] std::size_t columns_of(char32_t code_point) noexcept;

/// Columns that all of `text` takes.
[[nodiscard]] std::size_t columns_of(std::string_view text) noexcept;

/// `text` cut to at most `limit_columns` columns, the last one then being `…`.
[[nodiscard]] std::string cut_to_columns(std::string_view text, std::size_t limit_columns);

/// Breaks `text` into lines of at most `limit_columns` columns (at least 2): at spaces, which
/// vanish there, before and after wide characters, and inside of words only if they are longer than
/// a line.
///
/// @return byte ranges of `text`, in order; at least one unless `text` is empty or all spaces.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> break_lines(
    std::string_view text, std::size_t limit_columns);

}  // namespace dateline::render
