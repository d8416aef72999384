// Facets for people to read.
#pragma once

#include "query/search/answer.hpp"

#include <string>

namespace dateline::render {

/// `facet` as a head line and one line for each value: count, lift if it was asked for, name, and
/// the clause that selects it; for dates period, count, lift, and a bar, the longest of which has
/// 30 columns. Safe for a terminal.
[[nodiscard]] std::string facet_text(const search::FacetResult& facet);

/// A lift for people: `×3.1`, with no digit behind the point from 10 on and two below 1.
[[nodiscard]] std::string lift_text(double lift);

/// `name`, with what the place is in between brackets: `Paris (Texas, United States)`.
[[nodiscard]] std::string full_name(std::string_view name, std::string_view within);

}  // namespace dateline::render
