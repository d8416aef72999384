// Who stands with whom, and where: pairs of values over all matches of a search.
#pragma once

#include "common/storage/index_reader.hpp"
#include "query/search/answer.hpp"
#include "query/search/collector.hpp"
#include "query/search/facet_counting.hpp"
#include "query/search/shard_threads.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace dateline::search {

/// How pairs are counted.
struct PairRun {
    Threads threads = Threads::OnePerShard;
    compile::Deadline deadline{};  ///< after it counting ends: see PairResult::exact
};

/// Counts the pairs of one search, after it: among the most frequent values of each side, in the
/// articles that matched.
class PairCounting {
public:
    /// `reader` and `pairs` must outlive this object.
    PairCounting(const storage::IndexReader& reader,
                 const std::vector<PairRequest>& pairs,
                 const PairRun& run = {});

    /// The facets that the search must count for the pairs, in this order. Matches must be kept
    /// (CollectorSettings::keep_matches) unless there are none.
    [[nodiscard]] const std::vector<FacetRequest>& sides() const noexcept { return sides_; }

    /// All pairs in the order in which they were asked for.
    ///
    /// @param collectors  of the search; the facets from number `first_side` on must be sides()
    /// @param tree        the query that refinements refine, as it was given
    /// @throws Error (IndexDamaged).
    [[nodiscard]] std::vector<PairResult> results(const ShardCollectors& collectors,
                                                  std::size_t first_side,
                                                  const parse::Node& tree) const;

private:
    [[nodiscard]] std::size_t number_of(const FacetRequest& side) const;

    const storage::IndexReader& reader_;
    const std::vector<PairRequest>& pairs_;
    PairRun run_;
    std::vector<FacetRequest> sides_;  // each once
};

}  // namespace dateline::search
