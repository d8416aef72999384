// Tables: CSV, TSV and their relatives, one article a row.
#pragma once

#include "indexer/source/reader.hpp"

namespace dateline::source {

/// Reads a table whose first row names its columns (see meaning_of() for the names), or whose
/// columns options.field_map gives by name or by number from 1; then the first row is data unless
/// it holds names of parts. Comma, semicolon, tab or pipe, quoting and encoding are found from the
/// first 64 KiB; see parse_csv_row() for what is taken beyond RFC 4180.
///
/// A row that is too short lacks its last columns, one that is too long continues its last column
/// if that is the text (warning `ragged_row`). Rejected, each with its line: other rows that are
/// too long or too short (`ragged_row`), a quote that is never closed (`unclosed_quote`; reading
/// goes on at the next line), a row longer than Limits::article_bytes (`too_long`), a row without
/// title and text (`no_text`). A table without a column for the title or the text is rejected as a
/// whole (`no_text`), with the names of its columns. Other warnings: `no_body` (a headline only),
/// `stray_quote`, `repaired_utf8`, `guessed_charset`, `incomplete`.
[[nodiscard]] const Reader& csv_reader();

}  // namespace dateline::source
