// Look-ups by key in a snapshot.
#include "common/storage/snapshot_lookup.hpp"

#include "common/storage/index_reader.hpp"
#include "common/storage/xapian_errors.hpp"

namespace dateline::storage {

struct SnapshotLookup::State {
    std::filesystem::path folder;
    std::unique_ptr<IndexReader> reader;

    [[nodiscard]] bool look_up(const Hash128& key, std::uint64_t content_hash) const {
        const Xapian::Database& database =
            reader->shards()[key.high % reader->shards().size()].database;
        const std::string term = key_term(key);
        const auto posting = database.postlist_begin(term);
        if (posting == database.postlist_end(term)) {
            return false;
        }
        const std::string stored = database.get_document(*posting).get_value(
            static_cast<Xapian::valueno>(schema::Slot::Content));
        return stored.substr(0, 8) == key_bytes({content_hash, 0}).substr(0, 8);
    }
};

SnapshotLookup::SnapshotLookup(const std::filesystem::path& folder)
    : state_(std::make_unique<State>(State{folder, std::make_unique<IndexReader>(folder)})) {}

SnapshotLookup::~SnapshotLookup() = default;

bool SnapshotLookup::is_stored(const Hash128& key, std::uint64_t content_hash) {
    return retry_when_modified(state_->folder.string(), [&](int attempt) {
        if (attempt > 0) {
            state_->reader = std::make_unique<IndexReader>(state_->folder);
        }
        return state_->look_up(key, content_hash);
    });
}

}  // namespace dateline::storage
