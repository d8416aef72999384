// Leaves out articles of an index that an index named before it has, too.
#pragma once

#include "common/storage/index_reader.hpp"

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace dateline::search {

/// Lets the articles of one shard pass that no earlier index of the reader holds, in whatever
/// version: of an article in several indexes the first one counts. Not thread-safe; it opens
/// databases of its own, so that each shard's thread can have one.
///
/// Two articles with equal keys are one if they state the same collection or the same address, or
/// have the same text. The key alone is not enough: ids without a collection, and paths, which are
/// relative to the index, are only unique in one index.
class EarlierKeys final : public Xapian::MatchDecider {
public:
    /// @param shard  of an index that is not the first
    EarlierKeys(const storage::IndexReader& reader, std::uint32_t shard);

    bool operator()(const Xapian::Document& document) const override;

private:
    enum class Verdict : unsigned char { Unknown, First, Repeated };

    [[nodiscard]] bool is_repeated(const Xapian::Document& document) const;

    std::vector<std::vector<Xapian::Database>> earlier_;  // by index, by shard
    mutable std::vector<Verdict> verdicts_;               // by docid: searches ask again and again
};

/// For each shard of a reader what it leaves out; null in the first index.
using EarlierKeysOfShards = std::vector<std::unique_ptr<EarlierKeys>>;

/// The number of articles with any of `terms`, each counted once, also if several indexes hold it.
/// `earlier` belongs to `reader`. Throws Xapian's errors.
[[nodiscard]] std::uint64_t articles_with_any(const storage::IndexReader& reader,
                                              const EarlierKeysOfShards& earlier,
                                              const std::vector<std::string>& terms);

}  // namespace dateline::search
