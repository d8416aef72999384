// Facet counts of all shards, put together and named.
#pragma once

#include "common/storage/index_reader.hpp"
#include "query/search/collector.hpp"

#include <vector>

namespace dateline::search {

/// The facet `request` over all shards. `by_shard` holds the counts of each shard, in order; `tree`
/// is the query that the refinements refine, as it was given.
[[nodiscard]] FacetResult merge_facet(const storage::IndexReader& reader,
                                      const FacetRequest& request,
                                      const std::vector<const FacetCounts*>& by_shard,
                                      const parse::Node& tree);

}  // namespace dateline::search
