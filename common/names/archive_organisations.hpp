// Which organisations of an archive are one, by their names: what is applied at query time.
#pragma once

#include "common/names/archive_people.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dateline::names {

/// An organisation of an index.
struct ArchiveOrganisation {
    std::string id;    ///< `O:` and a slug; no two organisations have the same
    std::string name;  ///< as shown
    std::uint32_t articles = 0;

    /// Slugs of other names that articles have for it. May be empty.
    std::vector<std::string> also{};
};

/// Joins names with the same words but for the legal form: `Ford Motor`, `the Ford Motor Company`,
/// `Ford Motor Inc`. Of one word only those that an article has for one organisation (`Texaco Inc`,
/// `Texaco`); the others are doubtful: a `Paris Group` is no `Paris`, and a `National Corp` may be
/// no `National Co`. The canonical one is that in the most articles, of equals the first by id; the
/// reason is `same`. The result does not depend on the order of `organisations`.
[[nodiscard]] ArchiveJoins join_archive_organisations(
    std::span<const ArchiveOrganisation> organisations);

}  // namespace dateline::names
