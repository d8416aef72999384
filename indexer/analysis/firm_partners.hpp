// Firms that are called by the names of their partners.
#pragma once

#include "indexer/analysis/name_borders.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// `mentions` of English `text`, in order and without overlaps, in which rows of partners are one
/// organisation: `Duff and Phelps`, `Robertson, Colman and Stephens`, `Kidder, Peabody and Co Inc`.
///
/// News tells who somebody is before it uses the surname alone. Two bare names of which the text
/// has neither a full name nor a title, and which the lists do not know, are therefore a firm.
[[nodiscard]] std::vector<NameMention> join_partners(std::string_view text,
                                                     std::vector<NameMention> mentions,
                                                     const ClassesOf& classes_of);

}  // namespace dateline::analysis
