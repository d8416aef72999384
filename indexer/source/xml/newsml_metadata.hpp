// What a NewsComponent of NewsML 1 states beside its content.
#pragma once

#include "common/article/article.hpp"
#include "indexer/source/html/html_dom.hpp"

namespace dateline::source {

/// What `component` states, over what it inherits: a title, byline, dateline, language or source
/// of its own replaces the one around it; names and topics are added.
///
/// @param item  the NewsItem, whose TopicSets explain the topics that occur in the component
[[nodiscard]] Article with_component_metadata(Article inherited,
                                              const xmlNode& component,
                                              const xmlNode& item);

}  // namespace dateline::source
