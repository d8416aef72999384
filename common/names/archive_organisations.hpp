// Which organisations of an archive are one, by their names: what is applied at query time.
#pragma once

#include "common/names/archive_people.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace dateline::names {

/// An organisation of an index.
struct ArchiveOrganisation {
    std::string id;    ///< `O:` and a slug; no two organisations have the same
    std::string name;  ///< as shown
    std::uint32_t articles = 0;
};

/// Joins names with the same words but for the legal form: `Texaco`, `the Texaco Company`, `Texaco
/// Inc`. Of one word with several legal forms nothing is joined, and all are doubtful: a `National
/// Corp` may be no `National Co`. The canonical one is that in the most articles, of equals the
/// first by id; the reason is `same`. The result does not depend on the order of `organisations`.
[[nodiscard]] ArchiveJoins join_archive_organisations(
    std::span<const ArchiveOrganisation> organisations);

}  // namespace dateline::names
