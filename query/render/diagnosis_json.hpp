// Why a query found nothing, or may be misspelt, as JSON.
#pragma once

#include "query/render/renderer.hpp"

#include <string>

namespace dateline::render {

/// The members `diagnosis` and `did_you_mean` of an answer, each with a comma before it; empty for
/// what `report` does not have.
[[nodiscard]] std::string diagnosis_members(const Report& report);

/// The value of a hit's `matches`.
[[nodiscard]] std::string matches_json(const std::vector<search::ClauseMatch>& matches);

}  // namespace dateline::render
