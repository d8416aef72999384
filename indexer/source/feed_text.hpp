// The text of an item of a feed, from the best of the places for it.
#pragma once

#include "common/article/article.hpp"
#include "indexer/source/html_dom.hpp"

namespace dateline::source {

/// Gives `article` the text of `item` and what Media RSS says of its pictures as captions. Places
/// and warnings as article_of_feed_item() says.
void set_story(Article& article, const xmlNode& item);

}  // namespace dateline::source
