// Codes of three letters that stand for countries in tables of results.
#pragma once

#include "common/gazetteer/gazetteer.hpp"

#include <optional>
#include <string_view>

namespace dateline::analysis {

/// The country of a code of three capitals: that of the International Olympic Committee or of FIFA
/// where they differ from ISO 3166-1 alpha-3 (`GER`, `SUI`), else that of ISO.
[[nodiscard]] std::optional<gazetteer::PlaceIndex> find_sport_code(
    std::string_view code, const gazetteer::Gazetteer& gazetteer);

}  // namespace dateline::analysis
