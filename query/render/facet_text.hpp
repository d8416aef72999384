// Facets for people to read.
#pragma once

#include "query/search/answer.hpp"

#include <cstddef>
#include <string>

namespace dateline::render {

/// `facet` as a head line and one line for each value: count, lift if it was asked for, name, and
/// the clause that selects it; for dates period, count, lift, and a bar, the longest of which has
/// 30 columns. Safe for a terminal.
///
/// @param first_number  if over 0, the lines are numbered from it on
[[nodiscard]] std::string facet_text(const search::FacetResult& facet,
                                     std::size_t first_number = 0);

/// A lift for people: `×3.1`, with no digit behind the point from 10 on and two below 1.
[[nodiscard]] std::string lift_text(double lift);

/// `name`, with what the place is in between brackets: `Paris (Texas, United States)`.
[[nodiscard]] std::string full_name(std::string_view name, std::string_view within);

}  // namespace dateline::render
