// All shards of one or more indexes, searched at once.
#pragma once

#include "common/storage/index_reader.hpp"
#include "query/compile/deadline.hpp"
#include "query/search/collector.hpp"
#include "query/search/earlier_keys.hpp"
#include "query/search/facet_counting.hpp"
#include "query/search/ranked_hit.hpp"
#include "query/search/shard_threads.hpp"

#include <xapian.h>

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <vector>

namespace dateline::search {

/// An open index, or several as one, and how its shards are searched. Not thread-safe, though it
/// has threads of its own.
class ShardSearch {
public:
    /// Opens the indexes in `folders`. @throws Error as storage::IndexReader does.
    ShardSearch(std::vector<std::filesystem::path> folders, Threads threads);

    /// Opens the indexes as they are now.
    void reopen();

    /// Valid until reopen().
    [[nodiscard]] const storage::IndexReader& reader() const { return *reader_; }

    /// Shows every match of `queries`, one for each shard, to a collector with `settings`. Articles
    /// that an index before has are left out. What was seen until `deadline` is given.
    [[nodiscard]] ShardCollectors run(const std::vector<Xapian::Query>& queries,
                                      const CollectorSettings& settings,
                                      const compile::Deadline& deadline) const;

    /// Whether a deadline has passed in run() since forget_partial().
    [[nodiscard]] bool any_partial() const noexcept { return any_partial_; }
    void forget_partial() noexcept { any_partial_ = false; }

private:
    std::vector<std::filesystem::path> folders_;
    Threads threads_;
    std::unique_ptr<storage::IndexReader> reader_;
    std::vector<std::unique_ptr<EarlierKeys>> earlier_keys_;  // by shard; null in the first index
    mutable std::atomic<bool> any_partial_{false};
};

/// The best `keep` hits of all shards, best first; the collectors give them away.
[[nodiscard]] std::vector<RankedHit> merged_hits(const ShardCollectors& collectors,
                                                 std::size_t keep);

}  // namespace dateline::search
