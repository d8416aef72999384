// What an article's mentions become: facet values, filter terms, and the days it speaks of.
#pragma once

#include "common/article/article.hpp"
#include "common/storage/index_document.hpp"
#include "indexer/document/facet_collector.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace dateline::document {

/// The facet value of `mention`, which must not be a date. Its key is its id if that is one of its
/// type, else made of its name.
[[nodiscard]] storage::FacetValue mention_value(const Mention& mention);

/// Adds the people, places and organisations that `article` mentions; the places that hold those
/// places; other spellings than the name; and, for what stands in the head_bytes() of the text
/// or is mentioned kAboutMentions times, the terms of `about:`. Mentions without a name are left
/// out.
void add_mentions(const Article& article, FacetCollector& collector);

/// The facet value of the person who says `quote`; std::nullopt if nobody is known to.
[[nodiscard]] std::optional<storage::FacetValue> speaker_value(const Quote& quote);

/// Adds the people whose speech `article` quotes, and the terms of `has:quote` and `has:speaker`.
void add_quotes(const Article& article, FacetCollector& collector);

/// The periods that the dates in `article`'s text speak of.
[[nodiscard]] std::vector<schema::Period> event_periods(const Article& article);

/// Adds for each of `periods` the terms of the year, month and day in which it begins.
void add_period_terms(const std::vector<schema::Period>& periods, FacetCollector& collector);

}  // namespace dateline::document
