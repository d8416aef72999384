// The second step of joining people: single names.
#pragma once

#include "indexer/analysis/people/person_joins.hpp"

#include <span>
#include <vector>

namespace dateline::analysis {

/// Joins the mentions that are `bare` (one flag each) to `people`, which join_full_names() made of
/// the others, in the order of the text.
[[nodiscard]] JoinedPeople join_bare_names(std::span<const PersonMention> mentions,
                                           const std::vector<bool>& bare,
                                           JoinedPeople people);

}  // namespace dateline::analysis
