// Countries that the model passed over.
#pragma once

#include "indexer/analysis/features.hpp"
#include "indexer/analysis/labels.hpp"

#include <cstddef>
#include <vector>

namespace dateline::analysis {

/// Gives countries that are outside of names in `labels`, and that are listed as nothing else, the
/// labels of a place: lists know spellings (`U.K.`) that no training text has.
///
/// @param labels  one for each token of `text`; changed in place
/// @return the first tokens of the names that were added, ascending
[[nodiscard]] std::vector<std::size_t> add_listed_countries(const TextFeatures& text,
                                                            std::vector<Label>& labels);

}  // namespace dateline::analysis
