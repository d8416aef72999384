// Verbs and other words of headlines in capitals, which look like parts of names.
#pragma once

#include "indexer/analysis/name_mentions.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// `mentions` of English `text`, in order and without overlaps, where names in the first line have
/// no verb in them if the rest of the text has the name without it: `GUINNESS STARTS`, `IMF ASSURES
/// KENYA`, `DOWNGRADES TEXACO`; nor has a name of several words another one behind it: `HUGHES TOOL
/// MERGER`. What is left has the type that it has there.
[[nodiscard]] std::vector<NameMention> settle_headline(std::string_view text,
                                                       std::vector<NameMention> mentions);

}  // namespace dateline::analysis
