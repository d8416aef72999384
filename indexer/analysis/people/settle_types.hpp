// One word that was taken for a person here and for a place there: what the whole text says of it.
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/name_mentions.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// `mentions` of `text`, as Tagger gives them, with the types of single words set right where that
/// is safe; all else stays as it is, since a person and a place of one name (Jordan, Washington)
/// may well stand in one text:
///
///  - behind Mr, Mrs or Ms stands a person;
///  - a person without title, whose word no full name in the text has, is a place if the gazetteer
///    knows a country, a region or a large city by it and the word is a place elsewhere in the text
///    more often than a person.
///
/// That a place or company bears the surname of a person in the text says nothing: firms are named
/// after founders, and people after villages.
[[nodiscard]] std::vector<NameMention> settle_types(std::string_view text,
                                                    std::vector<NameMention> mentions,
                                                    const gazetteer::Gazetteer& gazetteer);

}  // namespace dateline::analysis
