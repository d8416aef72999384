// The layout of --help: terms, and beside them what is said of them, in 80 columns.
#pragma once

#include "common/manual/program.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::manual {

/// Columns of a line of --help.
inline constexpr std::size_t kHelpColumns = 80;

/// `text` in lines of at most kHelpColumns columns, broken at blanks.
[[nodiscard]] std::string help_paragraph(std::string_view text);

/// `term` with `indent_columns` in front, and `text` from `text_column` on, in as many lines as it
/// needs; below the term where that reaches into the text's columns.
[[nodiscard]] std::string help_entry(std::string_view term,
                                     std::size_t indent_columns,
                                     std::size_t text_column,
                                     std::string_view text);

/// What begins --help: forms of the command line, what the program does, the first example.
[[nodiscard]] std::string help_head(const Program& program);

/// All options below the headings of their groups.
[[nodiscard]] std::string help_options(const Program& program);

/// The other examples, and what they are good for.
[[nodiscard]] std::string help_examples(const Program& program);

/// The exit statuses, and where more is said.
[[nodiscard]] std::string help_tail(const Program& program);

}  // namespace dateline::manual
