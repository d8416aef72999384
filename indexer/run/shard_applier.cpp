// Identity rules at work.
#include "indexer/run/shard_applier.hpp"

#include <chrono>

namespace dateline::run {
namespace {

std::int64_t now_ms() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())
        .time_since_epoch()
        .count();
}

}  // namespace

ShardApplier::ShardApplier(storage::ShardWriter& shard)
    : shard_(shard), has_tombstones_(!shard.tombstones_with_prefix("", 1).empty()) {}

const storage::IndexDocument& ShardApplier::document_of(PreparedArticle& prepared) {
    if (!prepared.document) {
        if (!builder_) {
            builder_ = std::make_unique<document::DocumentBuilder>();
        }
        document::settle_language(prepared.article);
        prepared.document = builder_->build(prepared.article, prepared.identity);
    }
    return *prepared.document;
}

void ShardApplier::touch(std::uint32_t docid) {
    if (docid >= touched_.size()) {
        touched_.resize(docid + docid / 2 + 64);
    }
    touched_[docid] = true;
}

bool ShardApplier::is_touched(std::uint32_t docid) const {
    return docid < touched_.size() && touched_[docid];
}

void ShardApplier::add(PreparedArticle& prepared, const Hash128& key) {
    touch(shard_.add(document_of(prepared), key, now_ms()));
}

void ShardApplier::replace(PreparedArticle& prepared,
                           FormatCounts& counts,
                           const Hash128& key,
                           std::uint32_t docid) {
    if (shard_.keep_if_same(docid, document_of(prepared), key)) {
        meet(counts, docid);
        return;
    }
    touch(shard_.replace(docid, document_of(prepared), key, now_ms()));
    ++counts.changed;
}

void ShardApplier::meet(FormatCounts& counts, std::uint32_t docid) {
    ++(is_touched(docid) ? counts.duplicates : counts.unchanged);
    touch(docid);
}

bool ShardApplier::is_kept_out(const document::Identity& identity) {
    if (shard_.tombstone(identity.collision_key)) {
        return true;
    }
    return shard_.tombstone(identity.key) && !shard_.find(identity.collision_key);
}

void ShardApplier::apply_beside(PreparedArticle& prepared,
                                FormatCounts& counts,
                                const storage::ExistingArticle& beside) {
    if (beside.content_hash == prepared.identity.content_hash) {
        meet(counts, beside.docid);
    } else {
        replace(prepared, counts, prepared.identity.collision_key, beside.docid);
    }
}

void ShardApplier::apply_conflict(PreparedArticle& prepared,
                                  FormatCounts& counts,
                                  const storage::ExistingArticle& existing) {
    const document::Identity& identity = prepared.identity;
    if (const auto beside = shard_.find(identity.collision_key)) {
        apply_beside(prepared, counts, *beside);
        return;
    }
    if (existing.file_hash == identity.file_hash && !is_touched(existing.docid)) {
        replace(prepared, counts, identity.key, existing.docid);
        return;
    }
    add(prepared, identity.collision_key);
    ++counts.added;
    ++counts.collisions;
    if (counts_.collisions.size() < kMaxListed) {
        counts_.collisions.push_back({prepared.article.locator, prepared.article.id});
    }
}

void ShardApplier::apply(PreparedArticle&& prepared) {
    FormatCounts& counts = counts_.formats[prepared.article.format];
    ++counts.read;
    counts.text_bytes += prepared.text_bytes;
    if (!prepared.article.published) {
        ++counts.undated;
    }
    for (const Warning& warning : prepared.article.warnings) {
        counts_.warnings[warning.code] += warning.count;
    }
    const document::Identity& identity = prepared.identity;
    if (has_tombstones_ && is_kept_out(identity)) {
        ++counts.tombstoned;
        return;
    }
    const auto existing = shard_.find(identity.key);
    if (!existing && has_tombstones_ && shard_.find(identity.collision_key)) {
        // The article that had the key first was removed; this one lives on under its own.
        apply_beside(prepared, counts, *shard_.find(identity.collision_key));
    } else if (!existing) {
        add(prepared, identity.key);
        ++counts.added;
    } else if (existing->content_hash == identity.content_hash) {
        meet(counts, existing->docid);
    } else {
        apply_conflict(prepared, counts, *existing);
    }
}

}  // namespace dateline::run
