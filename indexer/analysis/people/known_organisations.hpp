// Organisations of the gazetteer, by their names in an article.
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/people/organisation_joins.hpp"

#include <optional>

namespace dateline::analysis {

/// The organisation that `mention` names, as written or without `Inc` and the like; one that the
/// name is the main one of before others, else the only one. Names that count only in capitals (US)
/// do so only if written so.
[[nodiscard]] std::optional<gazetteer::Organisation> known_organisation(
    const gazetteer::Gazetteer& gazetteer, const OrganisationMention& mention);

}  // namespace dateline::analysis
