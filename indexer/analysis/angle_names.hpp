// Companies and signs of shares in angle brackets, as Reuters writes them.
#pragma once

#include "indexer/analysis/name_text.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// `mentions` of `text`, in order, with `<Hillards Plc>` as one organisation in place of what
/// overlaps it, and without what is in signs such as `<HILL.L>`.
[[nodiscard]] std::vector<NameMention> read_angles(std::string_view text,
                                                   std::vector<NameMention> mentions);

}  // namespace dateline::analysis
