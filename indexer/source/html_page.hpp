// One page of HTML made an article, whatever file, archive or message it comes from.
#pragma once

#include "common/article/article.hpp"
#include "indexer/source/reader.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::source {

/// Words that a page must have in its body to be an article.
inline constexpr std::size_t kMinBodyWords = 25;

/// What is known of a page from outside of it.
struct PageOrigin {
    std::string charset;  ///< encoding that came with it, as in HTTP's Content-Type; empty: unknown
    std::string url;      ///< address that it was fetched from; empty: unknown
    std::optional<time::TimestampMs> fetched;  ///< when it was fetched; empty: unknown
};

/// What a page gave: an article, or why there is none.
struct ReadPage {
    std::optional<Article> article;  ///< without format and locator
    std::string code;                ///< if there is none: `no_article`
    std::string reason;              ///< if there is none: why, for people
};

/// Reads a page: its encoding, what it states about itself, and its text.
///
/// A page is no article if it has fewer than kMinBodyWords words of running text and no JSON-LD
/// that describes one. Warnings: `repaired_utf8`, `too_deep` (elements nest deeper than libxml2
/// follows).
///
/// @param bytes  the page in any encoding
[[nodiscard]] ReadPage read_page(std::string_view bytes,
                                 const PageOrigin& origin,
                                 const SourceOptions& options);

}  // namespace dateline::source
