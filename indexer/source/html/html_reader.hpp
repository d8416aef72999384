// The reader of HTML pages: one article a page.
#pragma once

#include "indexer/source/reader.hpp"

namespace dateline::source {

/// The reader called `html`. Rejects with `too_long` (over Limits::article_bytes) and the codes of
/// read_page().
[[nodiscard]] const Reader& html_reader();

}  // namespace dateline::source
