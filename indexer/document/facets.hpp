// The named things of an article: people, places, organisations, topics, bylines and the like.
#pragma once

#include "common/article/article.hpp"
#include "common/schema/fields.hpp"
#include "indexer/document/facet_collector.hpp"
#include "indexer/document/mention_terms.hpp"

#include <vector>

namespace dateline::document {

/// Collects what `article` states and mentions; see add_mentions().
///
/// @param mentions  of `article`
/// @param periods  event_periods() of `article`
[[nodiscard]] FacetTerms collect_facets(const Article& article,
                                        const MentionValues& mentions,
                                        const std::vector<schema::Period>& periods,
                                        text::Tokenizer& tokenizer);

}  // namespace dateline::document
