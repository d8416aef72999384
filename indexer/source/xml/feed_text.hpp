// The text of an item of a feed, from the best of the places for it.
#pragma once

#include "common/article/article.hpp"
#include "indexer/source/html/html_dom.hpp"

#include <string>
#include <vector>

namespace dateline::source {

/// Gives `article` the text of `item` and what Media RSS says of its pictures as captions. Places
/// and warnings as article_of_feed_item() says.
void set_story(Article& article, const xmlNode& item);

/// Whether a description of RSS that reads `paragraphs` is only a summary of its story: of under 80
/// words; of writing without blanks, characters are counted.
[[nodiscard]] bool is_summary(const std::vector<std::string>& paragraphs);

}  // namespace dateline::source
