// Which ids of an index are probably one person or organisation: what the table of joins holds.
#pragma once

#include "common/entities/join_table.hpp"
#include "common/storage/index_reader.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::run {

/// An id that was not joined, though its name fits others.
struct Doubt {
    std::string id;
    std::vector<std::string> others;  ///< by id
    std::string reason;               ///< as Join::reason
};

/// Result of propose_joins().
struct JoinProposals {
    std::vector<entities::Join> joins;  ///< by member
    std::vector<Doubt> doubts;          ///< by id
};

/// Compares the names of all people and organisations of `reader`, with the company in which they
/// are mentioned. Takes time in proportion to the number of names, and to that of articles where
/// any names fit each other. Does not depend on docids, shards or the order of indexing. Throws
/// Xapian's errors.
[[nodiscard]] JoinProposals propose_joins(const storage::IndexReader& reader);

/// Makes the table of joins of the index at `index` anew, and replaces the one that is there if
/// they differ. The caller holds the lock of the index, and has committed.
/// @throws Error (Unwritable), or as IndexReader does.
void renew_joins(const std::filesystem::path& index);

}  // namespace dateline::run
