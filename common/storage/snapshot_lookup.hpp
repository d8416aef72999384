// Quick look-ups in the last committed state of an index, for threads that do not own its writers.
#pragma once

#include "common/base/hash.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace dateline::storage {

/// Answers whether an article is already indexed as it is. Not thread-safe: one object a thread.
/// The answer may be older than the writer's state, never newer.
class SnapshotLookup {
public:
    /// Opens the index at `folder`. @throws Error as IndexReader does.
    explicit SnapshotLookup(const std::filesystem::path& folder);
    ~SnapshotLookup();
    SnapshotLookup(const SnapshotLookup&) = delete;
    SnapshotLookup& operator=(const SnapshotLookup&) = delete;

    /// Whether `key` is stored with exactly this content. A snapshot that was overtaken by commits
    /// is opened anew. @throws Error as retry_when_modified() does.
    [[nodiscard]] bool is_stored(const Hash128& key, std::uint64_t content_hash);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline::storage
