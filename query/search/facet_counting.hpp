// All facets of one search: which matches each is counted over, and the numbers of the archive.
#pragma once

#include "common/storage/index_reader.hpp"
#include "query/compile/query_words.hpp"
#include "query/search/collector.hpp"
#include "query/search/facets.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace dateline::search {

/// What the shards counted, in their order.
using ShardCollectors = std::vector<std::unique_ptr<Collector>>;

/// Runs `tree` on all shards and counts `facets`, keeping no hit.
using CountMatches = std::function<ShardCollectors(const parse::Node& tree,
                                                   const std::vector<FacetRequest>& facets)>;

/// Counts `facet` over every article of the archive, whatever the search is restricted to.
using CountArchive = std::function<ShardCollectors(const FacetRequest& facet)>;

/// One facet over the whole archive.
struct ArchiveFacet {
    ArchiveCounts counts;
    std::uint64_t articles = 0;  ///< that were looked at: all
};

/// Numbers of the whole archive that searches of one index snapshot share: by text of the facet.
/// Only what was counted to the end is in it.
using ArchiveFacets = std::map<std::string, ArchiveFacet>;

/// How the matches of further runs are counted.
struct FacetRuns {
    CountMatches matches;
    CountArchive archive;
};

/// Counts the facets of one search: those without FacetRequest::exclude_own, or of which the query
/// says nothing, by the search itself, the others by further runs, one for each field.
class FacetCounting {
public:
    /// All but `tree` and `facets` must outlive this object.
    ///
    /// @param archive  numbers that are known already; gets those that are counted
    FacetCounting(const storage::IndexReader& reader,
                  compile::QueryWords& words,
                  ArchiveFacets& archive,
                  const parse::Node& tree,
                  std::vector<FacetRequest> facets,
                  FacetRuns runs);

    /// What the search itself must count, in this order.
    [[nodiscard]] std::vector<FacetRequest> own_requests() const;

    /// All facets, in the order in which they were asked for. `collectors` are those of the search,
    /// the first facets of which must be own_requests().
    /// @throws Error as the runs do, and as merge_facet() does.
    [[nodiscard]] std::vector<FacetResult> results(const ShardCollectors& collectors);

private:
    /// Facets that are counted over the same matches.
    struct Group {
        parse::Node tree;
        std::vector<std::size_t> numbers{};  ///< in `facets_`
    };

    void add_to_group(std::size_t number, parse::Node tree);
    [[nodiscard]] std::vector<FacetRequest> requests_of(const Group& group) const;
    void finish(const Group& group,
                const ShardCollectors& collectors,
                std::vector<FacetResult>& results);
    [[nodiscard]] const ArchiveFacet* archive_facet(const FacetRequest& request);

    const storage::IndexReader& reader_;
    compile::QueryWords& words_;
    ArchiveFacets& archive_;
    std::vector<FacetRequest> facets_;
    FacetRuns runs_;
    std::vector<Group> groups_;  // the first one by the search itself
};

/// Whether all shards saw all of their matches.
[[nodiscard]] bool is_complete(const ShardCollectors& collectors) noexcept;

/// Matches of all shards together.
[[nodiscard]] std::uint64_t total_of(const ShardCollectors& collectors);

/// What each shard counted for facet number `facet` of its settings.
[[nodiscard]] std::vector<const FacetCounts*> counts_of(const ShardCollectors& collectors,
                                                        std::size_t facet);

}  // namespace dateline::search
