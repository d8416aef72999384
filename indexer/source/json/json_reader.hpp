// The readers of JSON: one object a line, and files of objects in arrays or other objects.
#pragma once

#include "indexer/source/reader.hpp"

namespace dateline::source {

/// The reader called `jsonl`: one object a line; blank lines are skipped.
///
/// Rejects single lines: `too_long` (over Limits::article_bytes), `too_deep` (over
/// Limits::nesting_depth), `bad_json`, `no_text`. Locator::offset_bytes is that of the line.
[[nodiscard]] const Reader& jsonl_reader();

/// The reader called `json`: one object, several in a row, an array of them, or an object around
/// a list (see JsonSplitter). Rejects records as jsonl_reader() does, and with `truncated` if the
/// file ends inside a value.
[[nodiscard]] const Reader& json_reader();

}  // namespace dateline::source
