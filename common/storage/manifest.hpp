// The manifest of an index: what the folder holds, which versions wrote it, and its commits.
//
// A JSON file `manifest.json` in the index folder, replaced by one rename; the truth about which
// generation is current. The `XAPIANDB` stub beside it lets Xapian's own tools open the folder.
#pragma once

#include "common/time/published.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace dateline::storage {

/// One commit: its number, when, and what each shard held then.
struct Revision {
    std::uint64_t number = 0;
    time::TimestampMs when;
    std::vector<std::uint32_t> last_docids;  ///< by shard: docids above these are newer

    friend bool operator==(const Revision&, const Revision&) = default;
};

/// What `manifest.json` says.
struct Manifest {
    std::string uuid;                     ///< of the index, for life
    std::uint32_t schema_version = 0;     ///< schema::kSchemaVersion of the writer
    std::uint32_t tokenizer_version = 0;  ///< text::kTokenizerVersion of the writer
    std::uint32_t generation = 1;         ///< number of the current generation folder
    std::uint32_t shard_count = 1;
    time::TimestampMs created;
    std::vector<Revision> revisions;  ///< ascending; at most kMaxRevisions, older ones thinned

    /// Number of the last commit; 0 if there was none.
    [[nodiscard]] std::uint64_t revision() const noexcept {
        return revisions.empty() ? 0 : revisions.back().number;
    }

    friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// Most revisions that are kept; above it every second one of the older half is dropped.
inline constexpr std::size_t kMaxRevisions = 2000;

/// Most shards of an index: each takes some file descriptors in every reader.
inline constexpr std::uint32_t kMaxShards = 64;

/// Whether `folder` holds a manifest.
[[nodiscard]] bool has_manifest(const std::filesystem::path& folder);

/// Reads and checks the manifest of the index at `folder`.
///
/// @throws Error IndexMissing (no folder, or no manifest in it), IndexDamaged (not what
///         write_manifest writes), IndexIncompatible (another schema or tokenizer version).
[[nodiscard]] Manifest read_manifest(const std::filesystem::path& folder);

/// Tells one version of a manifest's file from the next; all zero if there is none.
struct ManifestStamp {
    std::uint64_t inode = 0;
    std::int64_t seconds = 0;  ///< of its last change
    std::int64_t nanoseconds = 0;

    friend bool operator==(const ManifestStamp&, const ManifestStamp&) = default;
};

/// The stamp of the manifest of the index at `folder`.
[[nodiscard]] ManifestStamp manifest_stamp(const std::filesystem::path& folder);

/// Replaces the manifest of `folder`, and then the stub if it would change.
///
/// @throws Error (Unwritable); the old manifest is then still in force.
void write_manifest(const std::filesystem::path& folder, const Manifest& manifest);

/// Adds the commit `revision` to `manifest`, thinning old ones above kMaxRevisions.
void add_revision(Manifest& manifest, Revision revision);

/// The generation folder number `generation`: `folder/gen-000001`.
[[nodiscard]] std::filesystem::path generation_path(const std::filesystem::path& folder,
                                                    std::uint32_t generation);

/// The Xapian database of shard `shard` (from 0) in a generation folder.
[[nodiscard]] std::filesystem::path shard_path(const std::filesystem::path& generation,
                                               std::uint32_t shard);

/// The ordinal table of shard `shard` in a generation folder.
[[nodiscard]] std::filesystem::path ordinals_path(const std::filesystem::path& generation,
                                                  std::uint32_t shard);

/// A fresh random UUID (version 4, RFC 4122) from the system's random source.
[[nodiscard]] std::string make_uuid();

}  // namespace dateline::storage
