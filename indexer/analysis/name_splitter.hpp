// Names that the tagger took for one and that are several.
#pragma once

#include "indexer/analysis/name_text.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// `mentions` of English `text`, in order, with each that is made of several names parted:
/// companies with `and` between them, `Acme Inc's Tulser Co`, `Kenya's Royal Navy`, `Jane Doe of
/// Acme`, a known organisation and the person behind it.
[[nodiscard]] std::vector<NameMention> split_names(std::string_view text,
                                                   const std::vector<NameMention>& mentions,
                                                   const ClassesOf& classes_of);

}  // namespace dateline::analysis
