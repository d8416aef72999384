// All entities of an index, with how they are spelled and joined: for somebody to clean them.
#pragma once

#include "common/entities/entities_file.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace dateline::run {

/// A name of an entity.
struct ReportedName {
    std::string name;
    std::uint64_t articles = 0;  ///< that have it so, as the canonical name or in their text
};

/// Another id, joined to an entity or nearly so.
struct ReportedId {
    std::string id;
    std::string reason;
    std::uint64_t articles = 0;
    bool joined = false;
};

/// An entity as the report shows it.
struct ReportedEntity {
    std::string id;  ///< the canonical one, with its type letter
    std::string name;
    std::uint64_t articles = 0;          ///< with any of its ids
    std::vector<ReportedName> variants;  ///< all names, the most frequent first
    std::vector<ReportedId> joined;      ///< by id
    std::vector<ReportedId> doubtful;    ///< by id: what was nearly joined, and what is joined
                                         ///< for a reason that is often wrong
};

/// The entities of the index at `index`, those in the most articles first, of equals by id. Reads
/// the names of all articles.
/// @throws Error IndexMissing, IndexDamaged, IndexIncompatible, or Partial if it changes meanwhile.
[[nodiscard]] std::vector<ReportedEntity> report_entities(const std::filesystem::path& index);

/// The ids that `file` merges though no article of the index at `index` has them, in its order.
/// @throws Error as report_entities() does.
[[nodiscard]] std::vector<std::string> unknown_merges(const std::filesystem::path& index,
                                                      const entities::EntitiesFile& file);

}  // namespace dateline::run
