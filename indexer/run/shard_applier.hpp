// Decides what an incoming article does to its shard: added, changed, unchanged, kept beside.
#pragma once

#include "common/article/article.hpp"
#include "common/storage/shard_writer.hpp"
#include "indexer/document/document_builder.hpp"
#include "indexer/document/identity.hpp"
#include "indexer/run/summary.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace dateline::run {

/// An article on its way to a shard.
struct PreparedArticle {
    Article article;  ///< text only if `document` is missing
    document::Identity identity;
    std::optional<storage::IndexDocument>
        document;  ///< missing if the index seemed to hold it already
    std::uint64_t text_bytes = 0;
};

/// Applies articles to one shard, in input order, and counts. Used by the shard's own thread.
///
/// Rules (design: identity): no article under the key: added. The same content: unchanged. Other
/// content from the same file, not touched in this run: changed, the old version is replaced. Other
/// content otherwise: a collision; both are kept, the later one under a key of its own.
class ShardApplier {
public:
    explicit ShardApplier(storage::ShardWriter& shard);

    void apply(PreparedArticle&& prepared);

    /// Counts by format, and collisions, so far.
    [[nodiscard]] const Summary& counts() const noexcept { return counts_; }

    /// By docid: whether this run has added or met it.
    [[nodiscard]] const std::vector<bool>& touched() const noexcept { return touched_; }

private:
    const storage::IndexDocument& document_of(PreparedArticle& prepared);
    void touch(std::uint32_t docid);
    [[nodiscard]] bool is_touched(std::uint32_t docid) const;
    void add(PreparedArticle& prepared, const Hash128& key);
    /// Counts the article as changed, or as unchanged where only rules of the analysis have.
    void replace(PreparedArticle& prepared,
                 FormatCounts& counts,
                 const Hash128& key,
                 std::uint32_t docid);
    void meet(FormatCounts& counts, std::uint32_t docid);
    [[nodiscard]] bool is_kept_out(const document::Identity& identity);
    void apply_beside(PreparedArticle& prepared,
                      FormatCounts& counts,
                      const storage::ExistingArticle& beside);
    void apply_conflict(PreparedArticle& prepared,
                        FormatCounts& counts,
                        const storage::ExistingArticle& existing);

    storage::ShardWriter& shard_;
    std::unique_ptr<document::DocumentBuilder> builder_;  ///< made when first needed
    Summary counts_;
    std::vector<bool> touched_;
    bool has_tombstones_ = false;
};

}  // namespace dateline::run
