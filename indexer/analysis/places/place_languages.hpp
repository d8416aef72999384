// Where a language's newspapers are at home.
#pragma once

#include "common/gazetteer/gazetteer.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// The countries where news in `language` (ISO 639-1) is mostly from, the largest first; none for
/// English, which is written everywhere, and for languages that the table does not have.
[[nodiscard]] std::vector<gazetteer::PlaceIndex> countries_of_language(
    std::string_view language, const gazetteer::Gazetteer& gazetteer);

}  // namespace dateline::analysis
