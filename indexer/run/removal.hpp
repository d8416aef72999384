// Removing articles so that they stay out, and bringing them back.
#pragma once

#include "common/storage/index_writer.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dateline::run {

/// What became of the ids of a removal or restoration.
struct EditReport {
    std::uint64_t done = 0;              ///< articles removed or brought back
    std::vector<std::string> already;    ///< ids of articles that are in the wanted state already
    std::vector<std::string> unknown;    ///< ids that name no article
    std::vector<std::string> ambiguous;  ///< shortened ids that name more than one article
};

/// Removes the articles whose public ids start with the given digits (each must name one article
/// only), leaves a tombstone for each with all that restore_articles() needs, and commits.
///
/// @param memory_bytes  bound of the changes that are kept back before a commit
/// @throws Error when the index cannot be written; what was committed before stays.
[[nodiscard]] EditReport remove_articles(storage::IndexWriter& writer,
                                         const std::vector<std::string>& ids,
                                         std::uint64_t memory_bytes);

/// Lifts the tombstones of the given articles, puts them back into the index under their old keys
/// by analysing their stored form again, and commits. Parameters and failures as remove_articles().
[[nodiscard]] EditReport restore_articles(storage::IndexWriter& writer,
                                          const std::vector<std::string>& ids,
                                          std::uint64_t memory_bytes);

}  // namespace dateline::run
