// The reader of news feeds in XML: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0.
#pragma once

#include "indexer/source/reader.hpp"

namespace dateline::source {

/// The reader called `feed`: each `item` of RSS and each `entry` of Atom is an article. See
/// article_of_feed_item(). A feed without any is rejected as `no_article`.
[[nodiscard]] const Reader& feed_reader();

}  // namespace dateline::source
