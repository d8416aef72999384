// How many rows of a terminal a text fills.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::query {

/// The rows that `text` fills on a terminal `columns` wide, long lines being continued in the next
/// row. Escape sequences for colours (ECMA-48 SGR) take no room. A last line without a line feed
/// is a row, too.
[[nodiscard]] std::size_t screen_rows(std::string_view text, std::size_t columns) noexcept;

}  // namespace dateline::query
