// Leaves out articles of an index that an index named before it has, too.
#pragma once

#include "common/storage/index_reader.hpp"

#include <xapian.h>

#include <cstdint>
#include <vector>

namespace dateline::search {

/// Lets the articles of one shard pass that no earlier index of the reader holds, in whatever
/// version: of an article in several indexes the first one counts. Not thread-safe; it opens
/// databases of its own, so that each shard's thread can have one.
class EarlierKeys final : public Xapian::MatchDecider {
public:
    /// @param shard  of an index that is not the first
    EarlierKeys(const storage::IndexReader& reader, std::uint32_t shard);

    bool operator()(const Xapian::Document& document) const override;

private:
    std::vector<std::vector<Xapian::Database>> earlier_;  // by index, by shard
};

}  // namespace dateline::search
