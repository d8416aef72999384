// One page of HTML made an article, whatever file, archive or message it comes from.
#pragma once

#include "common/article/article.hpp"
#include "indexer/source/reader.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::source {

/// What is known of a page from outside of it.
struct PageOrigin {
    std::string charset;  ///< encoding that came with it, as in HTTP's Content-Type; empty: unknown
    std::string url;      ///< address that it was fetched from; empty: unknown
    std::optional<time::TimestampMs> fetched;  ///< when it was fetched; empty: unknown
};

/// What a page gave: an article, or why there is none.
struct ReadPage {
    std::optional<Article> article;  ///< without format and locator
    std::string code;                ///< if there is none: `no_article`, `index_page`, `error_page`
    std::string reason;              ///< if there is none: why, for people
};

/// Reads a page: its encoding, what it states about itself, and its text.
///
/// refusal_of() says what is no article. Warnings: `repaired_utf8`, `too_deep` (elements nest
/// deeper than libxml2 follows).
///
/// @param bytes  the page in any encoding
[[nodiscard]] ReadPage read_page(std::string_view bytes,
                                 const PageOrigin& origin,
                                 const SourceOptions& options);

}  // namespace dateline::source
