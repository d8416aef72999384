// An index being written: the lock, the manifest, and a writer for each shard.
#pragma once

#include "common/storage/index_lock.hpp"
#include "common/storage/manifest.hpp"
#include "common/storage/shard_writer.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

namespace dateline::storage {

/// How an index is opened for writing.
struct WriterOptions {
    bool create = true;                ///< make a new index if there is none
    std::uint32_t shards = 1;          ///< of a new index; an existing one keeps its own
    std::chrono::seconds patience{0};  ///< how long to wait for another writer
};

/// Owns the lock of an index folder and its shard writers. Each shard may be used by its own
/// thread; commit_shard() and publish() may be called by any thread at any time.
class IndexWriter {
public:
    /// Opens the index at `folder`, or creates it.
    ///
    /// @throws Error IndexMissing (no index and !create), IndexLocked, IndexDamaged,
    ///         IndexIncompatible, or Unwritable (also if `folder` holds something else).
    IndexWriter(const std::filesystem::path& folder, const WriterOptions& options);
    IndexWriter(const IndexWriter&) = delete;
    IndexWriter& operator=(const IndexWriter&) = delete;
    ~IndexWriter();

    /// Whether this object created the index.
    [[nodiscard]] bool created() const noexcept { return created_; }

    [[nodiscard]] std::uint32_t shard_count() const noexcept {
        return static_cast<std::uint32_t>(shards_.size());
    }

    /// Number of the shard in which the article `key` lives.
    [[nodiscard]] std::uint32_t shard_of(const Hash128& key) const noexcept;

    [[nodiscard]] ShardWriter& shard(std::uint32_t number) { return *shards_[number]; }

    /// Commits shard `number`, then publishes a new revision. The calling thread must own the
    /// shard.
    void commit_shard(std::uint32_t number);

    /// The current manifest's revision.
    [[nodiscard]] std::uint64_t revision();

    /// Writes a compacted copy of all shards as a new generation and publishes it; the shards must
    /// have no uncommitted changes and no thread may use them. Docids stay as they are.
    void compact();

private:
    void open_shards();
    void remove_other_generations();

    std::filesystem::path folder_;
    std::unique_ptr<IndexLock> lock_;
    Manifest manifest_;
    std::vector<std::uint32_t> last_docids_;
    std::vector<std::unique_ptr<ShardWriter>> shards_;
    std::mutex manifest_mutex_;
    bool created_ = false;
};

}  // namespace dateline::storage
