// Firms that are called by the names of their partners.
#pragma once

#include "indexer/analysis/name_text.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// `mentions` of English `text`, in order and without overlaps, in which rows of at most eight
/// partners are one organisation: `Phillips and Drew`, `Kidder, Peabody and Co Inc`.
///
/// News tells who somebody is before it uses the surname alone. Two bare names of which the text
/// has neither a full name nor a title are therefore a firm, if the lists have both as surnames and
/// as nobody's in particular; of names in no list (`Duff and Phelps`) it cannot be told. Before the
/// end of a company's name, `and Co`, any bare name will do.
[[nodiscard]] std::vector<NameMention> join_partners(std::string_view text,
                                                     std::vector<NameMention> mentions,
                                                     const ClassesOf& classes_of);

}  // namespace dateline::analysis
