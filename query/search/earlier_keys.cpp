// Looks keys up in the indexes before.
#include "query/search/earlier_keys.hpp"

#include "common/storage/index_document.hpp"

#include <algorithm>

namespace dateline::search {

EarlierKeys::EarlierKeys(const storage::IndexReader& reader, std::uint32_t shard) {
    const std::size_t own = reader.index_of(shard);
    earlier_.resize(own);
    for (std::uint32_t other = 0; other < shard; ++other) {
        if (reader.index_of(other) < own) {
            earlier_[reader.index_of(other)].emplace_back(reader.shards()[other].name);
        }
    }
}

bool EarlierKeys::operator()(const Xapian::Document& document) const {
    const Hash128 key = storage::key_of(document);
    const std::string term = storage::key_term(key);
    return std::none_of(earlier_.begin(), earlier_.end(), [&](const auto& shards) {
        return shards[key.high % shards.size()].term_exists(term);
    });
}

}  // namespace dateline::search
