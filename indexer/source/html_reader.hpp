// The reader of HTML pages: one article a page.
#pragma once

#include "indexer/source/reader.hpp"

namespace dateline::source {

/// The reader called `html`. Rejects with `too_long` (over Limits::article_bytes) and `no_article`
/// (fewer than kMinBodyWords words of text, and no JSON-LD that describes an article).
[[nodiscard]] const Reader& html_reader();

/// Words that a page must have in its body to be an article.
inline constexpr std::size_t kMinBodyWords = 25;

}  // namespace dateline::source
