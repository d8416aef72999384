// The JSON-LD of a page: its article, told apart from other articles that it describes.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"
#include "indexer/source/html/page_dates.hpp"
#include "indexer/source/html/page_facts.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline::source {

/// What the JSON-LD of a page says.
struct PageSchema {
    Article article;  ///< all but dates; its paragraphs are articleBody
    SchemaDates dates;
    std::string section;  ///< of the breadcrumbs: the first below the home page
    std::string site;     ///< name of the WebSite or of its publisher
    bool has_article = false;
    std::size_t bad_blocks = 0;  ///< that could not be read, even after repair
};

/// Reads all blocks of `facts`. Of several articles the one with the title of `titles` or the
/// address of `urls` is the page's; else the first. References by `@id` are followed inside the
/// page.
///
/// @param nesting_depth  of JSON that is read
[[nodiscard]] PageSchema page_schema(const PageFacts& facts,
                                     const std::vector<std::string>& titles,
                                     const std::vector<std::string>& urls,
                                     const time::DateReading& dates,
                                     std::uint32_t nesting_depth);

}  // namespace dateline::source
