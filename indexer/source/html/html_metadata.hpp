// What a page says about its article: JSON-LD, microdata, OpenGraph, <meta>, <time>, text, address.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"
#include "indexer/source/html/html_dom.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// How the metadata of a page are read.
struct MetadataReading {
    time::DateReading dates;                   ///< where a date leaves something out
    std::uint32_t nesting_depth = 64;          ///< of JSON-LD that is read
    std::string url;                           ///< that the page was fetched from; empty: unknown
    std::optional<time::TimestampMs> fetched;  ///< when it was fetched, if known
};

/// The metadata of a page.
struct PageMetadata {
    Article article;  ///< without paragraphs; evidence says where a field is from
    std::vector<std::string> stated_body;  ///< paragraphs of JSON-LD articleBody
    bool has_article = false;              ///< JSON-LD describes an article
};

/// Reads the metadata of the page below `root`. For each field the first place that states it wins:
/// JSON-LD, microdata, OpenGraph and article:*, other <meta>, then what readers see near the
/// headline, then the address; see choose_title() and set_page_dates() for title and dates. Each
/// field that is set has its evidence. A JSON-LD block that cannot be read gives the warning
/// `bad_jsonld`, a date that cannot be read `bad_date`.
[[nodiscard]] PageMetadata page_metadata(const xmlNode& root, const MetadataReading& reading);

}  // namespace dateline::source
