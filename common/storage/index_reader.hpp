// An index opened for reading, or several as if they were one: one snapshot of every shard.
#pragma once

#include "common/entities/entity_joins.hpp"
#include "common/storage/index_document.hpp"
#include "common/storage/manifest.hpp"

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dateline::storage {

/// A shard of a reader.
struct ReadShard {
    std::string name;  ///< path of the Xapian database
    Xapian::Database database;
    std::filesystem::path ordinals_file;
};

/// Where a document is: shard number and the shard's own docid.
struct DocumentPlace {
    std::uint32_t shard = 0;
    Xapian::docid docid = 0;

    friend bool operator==(const DocumentPlace&, const DocumentPlace&) = default;
    friend auto operator<=>(const DocumentPlace&, const DocumentPlace&) = default;
};

/// A snapshot of an index. Readers never lock; a long-lived snapshot may be overtaken by a writer,
/// see retry_when_modified(). Not thread-safe, but each shard may be used by a thread of its own.
class IndexReader {
public:
    /// Opens the index at `folder` as it is now.
    /// @throws Error IndexMissing, IndexDamaged or IndexIncompatible.
    explicit IndexReader(const std::filesystem::path& folder);

    /// Opens the indexes at `folders`, of which there is at least one, as if they were one: their
    /// shards stand one after the other. Counts of terms and articles are sums, also for articles
    /// that several of them hold. What the user says about names is what the first index with an
    /// entities file says; joins of all of them hold.
    /// @throws Error as for one.
    explicit IndexReader(std::vector<std::filesystem::path> folders);

    /// The folder of the first index.
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folders_.front(); }
    /// The manifest of the first index.
    [[nodiscard]] const Manifest& manifest() const noexcept { return manifests_.front(); }
    /// The manifests of all indexes, in the order in which they were named.
    [[nodiscard]] const std::vector<Manifest>& manifests() const noexcept { return manifests_; }
    /// The number of the index, from 0, to which shard `shard` belongs.
    [[nodiscard]] std::size_t index_of(std::uint32_t shard) const { return index_of_.at(shard); }
    [[nodiscard]] const std::vector<ReadShard>& shards() const noexcept { return shards_; }

    /// Whether a writer has published another state since this one was opened. Costs one look at
    /// the manifest's file.
    [[nodiscard]] bool is_overtaken() const;

    /// The ordinal table of shard `shard`, read when first asked for.
    [[nodiscard]] const OrdinalTable& ordinals(std::uint32_t shard) const;

    /// What is joined across the archive, read when first asked for. Threads may use it once one of
    /// them has asked.
    /// @throws Error as EntityJoins::load() does.
    [[nodiscard]] const entities::EntityJoins& joins() const;

    /// For each ordinal of shard `shard` the number of its entity in joins() plus 1, or 0 if its id
    /// stands for itself alone; made when first asked for. May be shorter than the table.
    [[nodiscard]] const std::vector<std::uint32_t>& joined_ordinals(std::uint32_t shard) const;

    /// Number of articles in all shards.
    [[nodiscard]] std::uint64_t article_count() const;

    /// Mean document length in all shards, in units of wdf; 1 for an empty index.
    [[nodiscard]] double average_length() const;

    /// Number of articles with `term`.
    [[nodiscard]] std::uint64_t term_frequency(const std::string& term) const;

    /// How often `term` occurs in all articles, in units of wdf.
    [[nodiscard]] std::uint64_t collection_frequency(const std::string& term) const;

    /// Number of articles with any of `terms`, each counted once.
    [[nodiscard]] std::uint64_t any_frequency(const std::vector<std::string>& terms) const;

    /// Distinct terms that begin with `prefix`, sorted, over all shards; stops after `limit` + 1.
    [[nodiscard]] std::vector<std::string> terms_with_prefix(const std::string& prefix,
                                                             std::size_t limit) const;

    /// The articles whose public id starts with `digits` (1 to 16 hexadecimal digits), sorted by
    /// id, at most `limit`.
    [[nodiscard]] std::vector<DocumentPlace> find_public_id(const std::string& digits,
                                                            std::size_t limit) const;

    /// The articles that have `term`, at most `limit`.
    [[nodiscard]] std::vector<DocumentPlace> find_term(const std::string& term,
                                                       std::size_t limit) const;

    /// The articles that `id` means, at most `limit`: by public id or a beginning of one (4 digits
    /// at least), else by given id.
    [[nodiscard]] std::vector<DocumentPlace> find_any_id(const std::string& id,
                                                         std::size_t limit) const;

    /// The document at `place`.
    [[nodiscard]] Xapian::Document document(const DocumentPlace& place) const;

private:
    void open(std::size_t index);

    std::vector<std::filesystem::path> folders_;
    std::vector<Manifest> manifests_;
    std::vector<ManifestStamp> stamps_;
    std::vector<ReadShard> shards_;
    std::vector<std::size_t> index_of_;  // by shard
    mutable std::vector<std::unique_ptr<OrdinalTable>> ordinals_;
    mutable std::unique_ptr<entities::EntityJoins> joins_;
    mutable std::vector<std::unique_ptr<std::vector<std::uint32_t>>> joined_ordinals_;
};

/// The hash of the key of a document that was read from an index.
[[nodiscard]] Hash128 key_of(const Xapian::Document& document);

/// The public id of a document that was read from an index.
[[nodiscard]] std::string public_id_of(const Xapian::Document& document);

/// The docid of the first version of the article of which `document` is the current one; its own
/// docid if the article never changed. An article that was removed and restored begins anew.
[[nodiscard]] std::uint32_t first_version(const Xapian::Document& document);

/// A digest of all that an index holds, independent of docids, ordinals, shards and the time of
/// indexing: the same articles indexed in whatever way give the same 32 hexadecimal digits.
[[nodiscard]] std::string content_digest(const IndexReader& reader);

}  // namespace dateline::storage
