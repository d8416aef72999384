// How the names of an article decide about one another.
#pragma once

#include "indexer/analysis/places/place_senses.hpp"
#include "indexer/analysis/places/place_votes.hpp"

#include <vector>

namespace dateline::analysis {

/// Whether the votes of other names could change nothing about `name`: it has no second sense that
/// comes near, and its first is no small place.
[[nodiscard]] bool is_settled(const PlaceName& name) noexcept;

/// Lets the names vote for one another, twice: `beside` are votes of what is no name here. Sets
/// votes and shares of all senses.
void weigh(std::vector<PlaceName>& names, const PlaceVotes& beside);

/// Whether the best sense of `name` is so small a place that the name is taken for unknown, since
/// nothing of the article speaks for it: more often it is something that no list has.
[[nodiscard]] bool is_unlikely(const PlaceName& name);

}  // namespace dateline::analysis
