// Facet counts of all shards, put together, chosen from, named and compared with the archive.
#pragma once

#include "common/storage/index_reader.hpp"
#include "query/search/collector.hpp"
#include "query/search/refiner.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::search {

/// Articles of the whole archive that have each value of a facet: ascending ids, with counts.
using ArchiveCounts = std::vector<std::pair<std::string, std::uint64_t>>;

/// What a facet was counted over, and what it is compared with.
struct FacetScope {
    const parse::Node& tree;    ///< the query that the refinements refine, as it was given
    std::uint64_t matches = 0;  ///< of `tree`
    const ArchiveCounts* archive = nullptr;  ///< if the lift is asked for and known
    std::uint64_t archive_articles = 0;

    /// Ids of the values with a name that FacetRequest::prefix begins; std::nullopt where it begins
    /// ids (of dates `2025-1`), or is empty.
    const std::optional<std::set<std::string, std::less<>>>& named;
};

/// The facet `request` over all shards. `by_shard` holds the counts of each shard, in order.
/// @throws Error (IndexDamaged) if an ordinal is not in its table.
[[nodiscard]] FacetResult merge_facet(const storage::IndexReader& reader,
                                      const FacetRequest& request,
                                      const std::vector<const FacetCounts*>& by_shard,
                                      const FacetScope& scope);

/// All values of the facet `request` with their counts. @throws as merge_facet().
[[nodiscard]] ArchiveCounts all_counts(const storage::IndexReader& reader,
                                       const FacetRequest& request,
                                       const std::vector<const FacetCounts*>& by_shard);

/// The clause that selects the value `id` of the facet `request`, which must be no date.
[[nodiscard]] parse::Node refinement(const FacetRequest& request, std::string_view id);

/// The lift of a value: see FacetValueCount::lift. 0 if any of the counts is.
[[nodiscard]] double lift_of(std::uint64_t articles,
                             std::uint64_t matches,
                             std::uint64_t archive_articles,
                             std::uint64_t archive) noexcept;

}  // namespace dateline::search
