// Names out of a text, as they can be shown and compared.
#pragma once

#include "indexer/analysis/name_mentions.hpp"

#include <string>
#include <string_view>

namespace dateline::analysis {

/// The bytes of `range` with white space of any length as one blank.
[[nodiscard]] std::string one_line(std::string_view text, ByteRange range);

/// As one_line(), without `'s` or an apostrophe or comma at the end.
[[nodiscard]] std::string name_in_line(std::string_view text, ByteRange range);

}  // namespace dateline::analysis
