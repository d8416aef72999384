// What can be known about the device that the output goes to.
#pragma once

#include <cstddef>

namespace dateline::render {

/// Columns taken where the width is not known, as for a file or a pipe.
inline constexpr std::size_t kDefaultColumns = 80;

/// Rows taken where the height is not known.
inline constexpr std::size_t kDefaultRows = 24;

/// Whether `descriptor` is a terminal.
[[nodiscard]] bool is_terminal(int descriptor) noexcept;

/// The height of the terminal `descriptor`; kDefaultRows if it is none or does not say.
[[nodiscard]] std::size_t terminal_rows(int descriptor) noexcept;

/// The width of the terminal `descriptor`; kDefaultColumns if it is none or does not say.
[[nodiscard]] std::size_t terminal_columns(int descriptor) noexcept;

}  // namespace dateline::render
