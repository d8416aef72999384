// Which mentions of organisations in a text are of one organisation.
#pragma once

#include "common/names/organisation_name.hpp"
#include "indexer/analysis/name_mentions.hpp"
#include "indexer/analysis/people/linked_name.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// One mention of an organisation.
struct OrganisationMention {
    std::uint32_t mention = 0;  ///< index in all mentions
    ByteRange range;
    std::string written;  ///< without `'s`, in one line
    names::OrganisationName name;
    std::string known_id;  ///< of the gazetteer's organisation with this name; empty if there is
                           ///< none, or several
    bool known_by_alias = false;  ///< the name is not its main one
};

/// One organisation of a text.
struct OrganisationCluster {
    std::vector<std::size_t> forms;  ///< one mention for each form of the name, those with the
                                     ///< most words first
};

/// Where a mention belongs.
struct OrganisationJoin {
    std::size_t cluster = 0;
    JoinReason reason = JoinReason::Alone;
    bool doubtful = false;
};

/// Result of join_organisations().
struct JoinedOrganisations {
    std::vector<OrganisationCluster> clusters;
    std::vector<OrganisationJoin> joins;  ///< one for each mention, in their order
};

/// The mentions of type Org in `mentions`, in order, which lie in `text`.
[[nodiscard]] std::vector<OrganisationMention> read_organisation_mentions(
    std::string_view text, std::span<const NameMention> mentions);

/// Joins `mentions` of `text`: names with the same words; a name and the acronym in brackets behind
/// it (or with `, or`, `, known as` between), or the other way round; an acronym and the one name
/// with these initials; a name that begins or ends the one longer name (Goldman, Goldman Sachs;
/// United, Manchester United). Where several fit, the name stays by itself and is doubtful.
[[nodiscard]] JoinedOrganisations join_organisations(std::string_view text,
                                                     std::span<const OrganisationMention> mentions);

}  // namespace dateline::analysis
