// Checking that an index is whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace dateline::storage {

/// What verify_index() found.
struct VerifyReport {
    std::uint64_t articles = 0;  ///< that were read
    std::vector<std::string>
        problems;  ///< one line each, the first kMaxProblems; empty: all is well
    std::uint64_t problem_count = 0;
    std::vector<std::string> notes;  ///< what could not be checked, one line each
    std::string digest;              ///< content_digest(); empty if there are problems
};

/// Most problems that a report lists.
inline constexpr std::size_t kMaxProblems = 20;

/// Reads all of the index at `folder`: Xapian's own check of every shard, for which Xapian 1.4
/// wants to open the tables for writing (left out with a note where that is not allowed); then,
/// article by article, whether its stored form can be read, its key has one term, and its ordinals
/// are in the table; and whether no two articles have the same key.
///
/// Damage is reported, not thrown. Xapian's tables have no checksums, so a changed byte inside a
/// block may be met only as a changed digest.
///
/// @throws Error IndexMissing, IndexIncompatible, IndexDamaged for an unreadable manifest, and
///         Partial if a writer committed meanwhile.
[[nodiscard]] VerifyReport verify_index(const std::filesystem::path& folder);

}  // namespace dateline::storage
