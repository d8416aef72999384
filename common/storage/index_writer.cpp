// Opening, publishing and compacting an index.
#include "common/storage/index_writer.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/schema/fields.hpp"
#include "common/storage/xapian_errors.hpp"
#include "common/text/tokenizer.hpp"

#include <exception>
#include <string>
#include <system_error>
#include <thread>

namespace dateline::storage {
namespace {

namespace fs = std::filesystem;

time::TimestampMs now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// Whether everything in `folder` may have been left by a run that died while it made an index.
bool is_unfinished_index(const fs::path& folder) {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name != "lock" && name != "XAPIANDB" && name != "manifest.json.new" &&
            !name.starts_with("gen-")) {
            return false;
        }
    }
    return true;
}

void make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        throw Error(ErrorCode::Unwritable,
                    "cannot make the folder '" + folder.string() + "': " + error.message(),
                    "check the path and your permissions");
    }
}

void compact_shard(const fs::path& from, const fs::path& to, std::uint32_t shard) {
    const std::string source = shard_path(from, shard).string();
    translating_errors(source, [&] {
        Xapian::Database database(source);
        const std::string target = shard_path(to, shard).string();
        database.compact(target, Xapian::DBCOMPACT_NO_RENUMBER);
    });
    fs::copy_file(ordinals_path(from, shard), ordinals_path(to, shard));
    sync_to_disk(ordinals_path(to, shard));
    for (const fs::directory_entry& entry : fs::directory_iterator(shard_path(to, shard))) {
        sync_to_disk(entry.path());
    }
    sync_to_disk(shard_path(to, shard));
}

}  // namespace

IndexWriter::IndexWriter(const fs::path& folder, const WriterOptions& options) : folder_(folder) {
    const bool exists = has_manifest(folder);
    if (!exists) {
        if (!options.create) {
            manifest_ = read_manifest(folder);  // throws with the fitting message
        }
        make_folder(folder);
        if (!is_unfinished_index(folder)) {
            throw Error(ErrorCode::Unwritable,
                        "'" + folder.string() + "' exists and is not a Dateline index",
                        "name a folder that does not exist yet");
        }
    }
    lock_ = std::make_unique<IndexLock>(folder, options.patience);
    if (has_manifest(folder)) {
        manifest_ = read_manifest(folder);
        remove_other_generations();
    } else {
        remove_other_generations();
        manifest_.uuid = make_uuid();
        manifest_.schema_version = schema::kSchemaVersion;
        manifest_.tokenizer_version = text::kTokenizerVersion;
        manifest_.shard_count = options.shards;
        manifest_.created = now();
        created_ = true;
    }
    open_shards();
    if (created_) {
        for (const auto& shard : shards_) {
            shard->commit();
        }
        sync_to_disk(generation_path(folder_, manifest_.generation));
        sync_to_disk(folder_);
        write_manifest(folder_, manifest_);
    }
}

IndexWriter::~IndexWriter() = default;

void IndexWriter::open_shards() {
    const fs::path generation = generation_path(folder_, manifest_.generation);
    make_folder(generation);
    last_docids_.clear();
    for (std::uint32_t shard = 0; shard < manifest_.shard_count; ++shard) {
        shards_.push_back(std::make_unique<ShardWriter>(generation, shard));
        last_docids_.push_back(shards_.back()->last_docid());
    }
}

/// Removes generations that a crash left half-written or not yet deleted. With no manifest in force
/// every generation is such a one.
void IndexWriter::remove_other_generations() {
    const fs::path current =
        manifest_.uuid.empty() ? fs::path{} : generation_path(folder_, manifest_.generation);
    std::vector<fs::path> stale;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
        if (entry.path().filename().string().starts_with("gen-") && entry.path() != current) {
            stale.push_back(entry.path());
        }
    }
    for (const fs::path& path : stale) {
        std::error_code error;
        fs::remove_all(path, error);
        if (error) {
            throw Error(ErrorCode::Unwritable,
                        "cannot remove '" + path.string() + "': " + error.message(),
                        "check the permissions of the index folder");
        }
    }
}

std::uint32_t IndexWriter::shard_of(const Hash128& key) const noexcept {
    return static_cast<std::uint32_t>(key.high % shards_.size());
}

void IndexWriter::commit_shard(std::uint32_t number) {
    shards_[number]->commit();
    const std::uint32_t last = shards_[number]->last_docid();
    const std::lock_guard guard(manifest_mutex_);
    last_docids_[number] = last;
    Manifest next = manifest_;
    add_revision(next, {manifest_.revision() + 1, now(), last_docids_});
    write_manifest(folder_, next);
    manifest_ = std::move(next);
}

std::uint64_t IndexWriter::revision() {
    const std::lock_guard guard(manifest_mutex_);
    return manifest_.revision();
}

void IndexWriter::compact() {
    const std::lock_guard guard(manifest_mutex_);
    const fs::path from = generation_path(folder_, manifest_.generation);
    const fs::path to = generation_path(folder_, manifest_.generation + 1);
    shards_.clear();
    make_folder(to);
    std::vector<std::exception_ptr> failures(manifest_.shard_count);
    {
        std::vector<std::jthread> threads;
        for (std::uint32_t shard = 0; shard < manifest_.shard_count; ++shard) {
            threads.emplace_back([&, shard] {
                try {
                    compact_shard(from, to, shard);
                } catch (...) {
                    failures[shard] = std::current_exception();
                }
            });
        }
    }
    for (const std::exception_ptr& failure : failures) {
        if (failure) {
            std::error_code ignored;
            fs::remove_all(to, ignored);
            std::rethrow_exception(failure);
        }
    }
    sync_to_disk(to);
    Manifest next = manifest_;
    ++next.generation;
    write_manifest(folder_, next);
    manifest_ = std::move(next);
    remove_other_generations();
    open_shards();
}

}  // namespace dateline::storage
