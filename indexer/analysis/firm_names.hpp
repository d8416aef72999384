// Short names of companies.
#pragma once

#include "indexer/analysis/features.hpp"
#include "indexer/analysis/labels.hpp"

#include <vector>

namespace dateline::analysis {

/// Makes names of one word organisations where the text has a longer name of an organisation that
/// begins with the word and ends as companies' names do (`Stanley` beside `Stanley Interiors
/// Corp`). People who have a title or a longer name in the text stay, and so do countries, regions
/// and large cities.
///
/// @param labels  one for each token of `text`; changed in place
void name_firms(const TextFeatures& text, std::vector<Label>& labels);

}  // namespace dateline::analysis
