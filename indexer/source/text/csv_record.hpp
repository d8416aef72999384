// Rows of comma-separated values: RFC 4180, and what else calls itself CSV.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// How a table is written down.
struct CsvDialect {
    char delimiter = ',';    ///< `,`, `;`, `|` or a tab
    bool quotes = true;      ///< `"` at the start of a cell encloses it
    bool backslash = false;  ///< `\"` is a quote inside a quoted cell, besides `""`
};

/// Cells of one row; what stands behind them stays in the last one.
inline constexpr std::size_t kMaxColumns = 10'000;

/// The row at the front of a text.
struct CsvRow {
    std::vector<std::string> cells;  ///< without their quotes
    std::size_t size_bytes = 0;      ///< with its line end
    std::size_t lines = 0;           ///< that it takes, at least one
    std::size_t quoted_cells = 0;    ///< that were closed, too
    std::uint64_t stray_quotes = 0;  ///< inside a quoted cell though not doubled; kept as they are
    bool reopened = false;           ///< a stray quote stands where a cell would begin
    bool complete = false;           ///< its end was seen
    bool open_quote = false;         ///< the text ends inside a quoted cell
};

/// Reads the row at the front of `text` (RFC 4180, section 2). Beyond the standard: LF and CR alone
/// end a row too; blanks may stand between a quote and the delimiter; a quote in an unquoted cell
/// is a character like others, and so is one in a quoted cell that no delimiter, row end or quote
/// follows.
///
/// @param at_end  nothing comes after `text`: its end ends the row
[[nodiscard]] CsvRow parse_csv_row(std::string_view text, const CsvDialect& dialect, bool at_end);

/// What the beginning of a text looks like as a table.
struct CsvGuess {
    CsvDialect dialect;
    std::vector<std::string> header;  ///< the first row
    std::size_t known = 0;            ///< cells of it that are names of parts of an article
    bool has_text = false;            ///< one of them names the title or the text
    std::size_t rows = 0;             ///< complete rows after the first
    std::size_t even_rows = 0;        ///< of these, the rows with as many cells as the first
};

/// The dialect under which the rows of `head` (UTF-8) are most like a table. A line `sep=;` that
/// Excel puts first states the delimiter and is no row.
[[nodiscard]] CsvGuess guess_csv(std::string_view head);

/// The size with its line end of a first line such as `sep=;`; 0 if `text` does not begin so.
[[nodiscard]] std::size_t separator_line_bytes(std::string_view text);

}  // namespace dateline::source
