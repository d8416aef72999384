// What a page says about its article: JSON-LD, OpenGraph, <meta>, microdata and <time>.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"
#include "indexer/source/html_dom.hpp"

#include <cstdint>

namespace dateline::source {

/// The metadata of a page.
struct PageMetadata {
    Article article;  ///< without paragraphs; published_from says which kind won
    std::vector<std::string> stated_body;  ///< paragraphs of JSON-LD articleBody
    bool has_article = false;              ///< JSON-LD describes an article
};

/// Reads the metadata of the page below `root`. For each field the first source that states it
/// wins: JSON-LD, OpenGraph and article:*, other <meta>, microdata, <time>, the page's own title.
/// A JSON-LD block that cannot be read gives the warning `bad_jsonld`.
///
/// @param dates          where a date leaves something out
/// @param nesting_depth  of JSON-LD that is read
[[nodiscard]] PageMetadata page_metadata(const xmlNode& root,
                                         const time::DateReading& dates,
                                         std::uint32_t nesting_depth);

/// `title` without ` | Site` (or `-`, `–`, `—`, `:`, `»`, `·`) at its end if `site` is that site.
[[nodiscard]] std::string without_site_name(std::string_view title, std::string_view site);

}  // namespace dateline::source
