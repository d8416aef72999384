// The first step of joining people: full names.
#pragma once

#include "indexer/analysis/people/person_joins.hpp"

#include <span>
#include <vector>

namespace dateline::analysis {

/// Joins the mentions that are not `bare` (one flag each), from the fullest name to the shortest;
/// the joins of bare ones mean nothing yet.
[[nodiscard]] JoinedPeople join_full_names(std::span<const PersonMention> mentions,
                                           const std::vector<bool>& bare);

}  // namespace dateline::analysis
