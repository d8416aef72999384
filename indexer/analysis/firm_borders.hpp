// Names of companies that the tagger found in part, or not at all, beside the signs of one.
#pragma once

#include "indexer/analysis/name_mentions.hpp"
#include "indexer/analysis/name_text.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// `mentions` of English `text`, in order and without overlaps, with the names of companies whole:
///
///  - back to the first of the words with capitals before a name with a legal form: `Income Fund
///    Inc` of Mutual Qualified Income Fund Inc;
///  - on to the legal form behind a name: `Jack Kahn` of Jack Kahn Music Co;
///  - what stands directly before the sign of a share, as in `Acme Electric <ACM>` and `Acme
///    Electric (NYSE: ACM)`, and in a headline with a legal form: `ACME INC <ACM> NET`;
///  - a place with what it is served by behind it: `New England Electric`, `Ohio Power`.
///
/// A line of the headline is left as it is but for `ACME INC <ACM>`.
///
/// @param text        that of the mentions
/// @param mentions    as settle_borders() gives them
/// @param classes_of  what the gazetteer says of a name
[[nodiscard]] std::vector<NameMention> settle_firm_borders(std::string_view text,
                                                           std::vector<NameMention> mentions,
                                                           const ClassesOf& classes_of);

}  // namespace dateline::analysis
