// The values of a facet with their counts, added up over shards.
#pragma once

#include "common/storage/index_reader.hpp"
#include "query/search/collector.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::search {

/// One value with at least one article. The views point into the reader's tables.
struct CountedValue {
    std::string_view key;  ///< of names and codes: typed, `P:vladimir-putin`
    std::string_view name;
    std::string_view within;        ///< what a place is in
    std::chrono::sys_days start{};  ///< of dates: the first day of the bucket
    std::uint64_t articles = 0;
};

/// All values of the facet `request`, by key or start. `by_shard` holds the counts of each shard,
/// in order. Joined ids are one value.
///
/// @throws Error (IndexDamaged) if an ordinal is not in its table.
[[nodiscard]] std::vector<CountedValue> counted_values(
    const storage::IndexReader& reader,
    const FacetRequest& request,
    const std::vector<const FacetCounts*>& by_shard);

/// The id of `value` as it is printed: its key, or the bucket as in queries (`2025-10`).
[[nodiscard]] std::string id_of(const CountedValue& value, const FacetRequest& request);

}  // namespace dateline::search
