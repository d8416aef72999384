// Organisations of the gazetteer, by their names in an article.
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/people/organisation_joins.hpp"

#include <optional>
#include <span>

namespace dateline::analysis {

/// Fills in what `gazetteer` knows of `mention` by its name as written, or without `Inc` and the
/// like. One that the name is the main one of comes before others, of which there must be only one.
/// Names that count only in capitals (US) do so only if written so. An organisation that begins
/// more than a year after `year`, the article's or 0 if unknown, is not meant by any of its names.
void look_up(const gazetteer::Gazetteer& gazetteer, int year, OrganisationMention& mention);

/// The organisation with one of `forms`, names of one organisation in an article, the fullest
/// first. A short form says nothing against the words of a full name that the gazetteer does not
/// know: the NLC of a National Land Commission is no Nigeria Labour Congress.
[[nodiscard]] std::optional<gazetteer::Organisation> known_organisation(
    const gazetteer::Gazetteer& gazetteer, std::span<const OrganisationMention* const> forms);

}  // namespace dateline::analysis
