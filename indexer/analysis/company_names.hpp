// People and places that are companies, because the text has their names with a legal form too.
#pragma once

#include "indexer/analysis/name_text.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// `mentions` with those made organisations that the same text has with a legal form behind them:
/// `Hughes Tool` where it has `Hughes Tool Co`, also in capitals. A single word stays what it is if
/// somebody of that surname is in the text, or if it is a country, a division or a large city.
/// Places that the lists know for organisations alone become organisations too: `Burger King`, and
/// in capitals `GAO`.
///
/// @param text        that of the mentions
/// @param mentions    in the order of the text, with companies as settle_borders() gives them
/// @param classes_of  what the gazetteer says of a name
[[nodiscard]] std::vector<NameMention> name_companies(std::string_view text,
                                                      std::vector<NameMention> mentions,
                                                      const ClassesOf& classes_of);

}  // namespace dateline::analysis
