// Tombstones. What a tombstone keeps: varint length and path of the file, eight bytes of its hash,
// and the document data.
#include "indexer/run/removal.hpp"

#include "common/article/article_json.hpp"
#include "common/base/error.hpp"
#include "common/base/varint.hpp"
#include "indexer/document/document_builder.hpp"
#include "indexer/document/identity.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace dateline::run {
namespace {

/// A removed article as its tombstone keeps it.
struct Tombstone {
    std::string path;
    std::uint64_t file_hash = 0;
    std::uint64_t content_hash = 0;
    std::string_view data;  ///< a view into the bytes it was read from
};

std::string pack_tombstone(const Tombstone& tombstone) {
    std::string bytes;
    append_varint(bytes, tombstone.path.size());
    bytes += tombstone.path;
    append_varint(bytes, tombstone.file_hash);
    append_varint(bytes, tombstone.content_hash);
    bytes += tombstone.data;
    return bytes;
}

Tombstone unpack_tombstone(std::string_view bytes) {
    const auto path_bytes = take_varint(bytes);
    if (path_bytes && *path_bytes <= bytes.size()) {
        Tombstone tombstone;
        tombstone.path = bytes.substr(0, *path_bytes);
        bytes.remove_prefix(*path_bytes);
        const auto file_hash = take_varint(bytes);
        const auto content_hash = take_varint(bytes);
        if (file_hash && content_hash) {
            tombstone.file_hash = *file_hash;
            tombstone.content_hash = *content_hash;
            tombstone.data = bytes;
            return tombstone;
        }
    }
    throw Error(ErrorCode::IndexDamaged,
                "a removed article cannot be read",
                "run dateline-index --verify, and index the article again from its source");
}

/// A key, and the shard that holds it: that of another key if two articles collided.
struct Place {
    std::uint32_t shard = 0;
    Hash128 key;
};

enum class State { Live, Removed };

/// The places whose id starts with `digits`; stops after two.
std::vector<Place> places(storage::IndexWriter& writer, const std::string& digits, State state) {
    constexpr std::size_t kEnough = 2;
    std::vector<Place> found;
    for (std::uint32_t shard = 0; shard < writer.shard_count() && found.size() < kEnough; ++shard) {
        storage::ShardWriter& shard_writer = writer.shard(shard);
        for (const Hash128& key : state == State::Live
                                      ? shard_writer.keys_with_prefix(digits, kEnough)
                                      : shard_writer.tombstones_with_prefix(digits, kEnough)) {
            found.push_back({shard, key});
        }
    }
    return found;
}

void remove_one(storage::ShardWriter& shard, const Hash128& key) {
    const auto existing = shard.find(key);
    if (!existing) {
        return;
    }
    const std::string data = shard.data(existing->docid);
    shard.set_tombstone(
        key,
        pack_tombstone(
            {shard.path_of(existing->docid), existing->file_hash, existing->content_hash, data}));
    shard.erase(existing->docid);
}

void restore_one(storage::ShardWriter& shard,
                 const Hash128& key,
                 document::DocumentBuilder& builder) {
    const std::optional<std::string> bytes = shard.tombstone(key);
    if (!bytes) {
        return;
    }
    const Tombstone tombstone = unpack_tombstone(*bytes);
    std::optional<Article> article =
        read_article(storage::unpack_data(tombstone.data).article_json);
    if (!article) {
        throw Error(
            ErrorCode::IndexDamaged,
            "the removed article @" + storage::public_id(key) + " cannot be read",
            "run dateline-index --verify; an article indexed under another id is not kept out");
    }
    document::Identity identity = document::identify(*article, tombstone.path);
    identity.file_hash = tombstone.file_hash;
    // Of what the source stated: the stored article also has what was found in it.
    identity.content_hash = tombstone.content_hash;
    if (!shard.find(key)) {
        const auto now =
            std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
        shard.add(builder.build(*article, identity), key, now.time_since_epoch().count());
    }
    shard.clear_tombstone(key);
}

template <typename Action>
EditReport edit(storage::IndexWriter& writer,
                const std::vector<std::string>& ids,
                std::uint64_t memory_bytes,
                State wanted_state,
                Action&& action) {
    const State other_state = wanted_state == State::Live ? State::Removed : State::Live;
    const std::uint64_t limit_bytes = memory_bytes / 4 / writer.shard_count();
    EditReport report;
    for (const std::string& id : ids) {
        const std::vector<Place> found = places(writer, id, wanted_state);
        if (found.size() > 1) {
            report.ambiguous.push_back(id);
        } else if (found.empty()) {
            (places(writer, id, other_state).empty() ? report.unknown : report.already)
                .push_back(id);
        } else {
            storage::ShardWriter& shard = writer.shard(found.front().shard);
            action(shard, found.front().key);
            ++report.done;
            if (shard.pending_bytes() >= limit_bytes) {
                writer.commit_shard(found.front().shard);
            }
        }
    }
    for (std::uint32_t shard = 0; shard < writer.shard_count(); ++shard) {
        if (writer.shard(shard).has_changes()) {
            writer.commit_shard(shard);
        }
    }
    return report;
}

}  // namespace

EditReport remove_articles(storage::IndexWriter& writer,
                           const std::vector<std::string>& ids,
                           std::uint64_t memory_bytes) {
    return edit(writer, ids, memory_bytes, State::Live, remove_one);
}

EditReport restore_articles(storage::IndexWriter& writer,
                            const std::vector<std::string>& ids,
                            std::uint64_t memory_bytes) {
    document::DocumentBuilder builder;
    return edit(
        writer,
        ids,
        memory_bytes,
        State::Removed,
        [&](storage::ShardWriter& shard, const Hash128& key) { restore_one(shard, key, builder); });
}

}  // namespace dateline::run
