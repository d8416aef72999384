// One shard being written: a Xapian database and its ordinal table.
#pragma once

#include "common/storage/index_document.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::storage {

/// What the index holds under a key.
struct ExistingArticle {
    std::uint32_t docid = 0;
    std::uint64_t content_hash = 0;
    std::uint64_t file_hash = 0;
};

/// Writes one shard. One thread at a time; nothing is durable before commit(). After any exception
/// the object must be thrown away: the shard then holds what the last commit() left.
class ShardWriter {
public:
    /// Opens or creates shard number `shard` in the generation folder.
    /// @throws Error IndexLocked, IndexDamaged, IndexIncompatible or Unwritable.
    ShardWriter(const std::filesystem::path& generation, std::uint32_t shard);
    ~ShardWriter();
    ShardWriter(const ShardWriter&) = delete;
    ShardWriter& operator=(const ShardWriter&) = delete;

    /// What is stored under `key`, uncommitted changes included.
    [[nodiscard]] std::optional<ExistingArticle> find(const Hash128& key);

    /// Adds `document` under `key` (which may differ from document.key after a collision) and
    /// returns its docid. Docids ascend and are never used again.
    std::uint32_t add(const IndexDocument& document, const Hash128& key, std::int64_t seen_ms);

    /// Adds `document` as add() does, in place of the document `old_docid`, which is removed: it is
    /// a later version of the same article. Returns its docid.
    std::uint32_t replace(std::uint32_t old_docid,
                          const IndexDocument& document,
                          const Hash128& key,
                          std::int64_t seen_ms);

    /// Keeps the document `docid` if `document` would be the same but for its content hash, which
    /// it then takes over: the article was analysed by other rules, and they say the same of it.
    /// Returns whether it did; otherwise nothing has changed.
    [[nodiscard]] bool keep_if_same(std::uint32_t docid,
                                    const IndexDocument& document,
                                    const Hash128& key);

    /// Removes the document `docid`.
    void erase(std::uint32_t docid);

    /// The stored data of `docid` (see unpack_data).
    [[nodiscard]] std::string data(std::uint32_t docid);

    /// Sorted docids of the articles from files that `wanted` (given the path behind kPathPrefix)
    /// accepts and for which `seen` (by docid; shorter is unseen) is false.
    [[nodiscard]] std::vector<std::uint32_t> unseen_in(
        const std::function<bool(std::string_view path)>& wanted, const std::vector<bool>& seen);

    /// The path behind kPathPrefix of the document `docid`; empty if it has none.
    [[nodiscard]] std::string path_of(std::uint32_t docid);

    /// The key under which the document `docid` is stored.
    [[nodiscard]] Hash128 key_of(std::uint32_t docid);

    /// Keys whose 16-digit public id starts with `digits`, at most `limit`.
    [[nodiscard]] std::vector<Hash128> keys_with_prefix(const std::string& digits,
                                                        std::size_t limit);

    /// Records that the article `key` was removed by the user, and keeps `data` for --restore.
    void set_tombstone(const Hash128& key, const std::string& data);

    /// What set_tombstone() kept for `key`; std::nullopt if there is no tombstone.
    [[nodiscard]] std::optional<std::string> tombstone(const Hash128& key);

    /// Lifts the tombstone of `key`, if there is one.
    void clear_tombstone(const Hash128& key);

    /// Keys of tombstones whose public id starts with `digits`, at most `limit`.
    [[nodiscard]] std::vector<Hash128> tombstones_with_prefix(const std::string& digits,
                                                              std::size_t limit);

    /// Makes all changes so far durable: first the ordinals, then the database.
    void commit();

    /// Bytes of changes since the last commit, estimated: what they may hold in memory.
    [[nodiscard]] std::uint64_t pending_bytes() const noexcept;

    /// Whether anything changed since the last commit.
    [[nodiscard]] bool has_changes() const noexcept;

    /// The highest docid ever used.
    [[nodiscard]] std::uint32_t last_docid();

    /// The number of articles.
    [[nodiscard]] std::uint32_t article_count();

private:
    std::uint32_t add_version(const IndexDocument& document,
                              const Hash128& key,
                              std::int64_t seen_ms,
                              std::uint32_t first_docid);

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline::storage
