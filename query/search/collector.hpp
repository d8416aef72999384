// Collects the matches of one shard: how many, the best, and the facets' counts.
#pragma once

#include "query/compile/deadline.hpp"
#include "query/search/answer.hpp"
#include "query/search/buckets.hpp"
#include "query/search/joined_places.hpp"
#include "query/search/packed_hits.hpp"
#include "query/search/ranked_hit.hpp"
#include "query/search/recency.hpp"

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::search {

/// Counts of one facet in one shard.
struct FacetCounts {
    std::vector<std::uint64_t> by_ordinal;  ///< Name and Code facets: ids that are not joined
    std::vector<std::uint64_t> by_entity;   ///< joined ids, by the number of their entity
    std::map<std::int64_t, std::uint64_t>
        by_day;  ///< date facets: first day of the bucket, days since 1970
    std::uint64_t missing = 0;
};

/// What is collected.
struct CollectorSettings {
    SortOrder sort = SortOrder::Relevance;  ///< as it applies: Relevance only if something weighs
    std::size_t keep = 0;                   ///< best hits to keep
    std::uint16_t shard = 0;
    std::vector<FacetRequest> facets;
    std::optional<Recency> recency{};  ///< by relevance: scores fall with age
    bool keep_matches = false;         ///< the docids of all matches, four bytes each

    /// The joined ids of the shard, see IndexReader::joined_ordinals(); must outlive the collector.
    /// nullptr: nothing is joined.
    const std::vector<std::uint32_t>* joined_ordinals = nullptr;
    std::size_t joined_entities = 0;  ///< how many there are

    /// The joined places of the shard, for facets of a level of places.
    std::vector<JoinedPlace> joined_places{};

    /// When to give up: the collector throws DeadlinePassed at the first match after it.
    compile::Deadline deadline{};

    bool keep_all = false;                      ///< keep every hit, packed; `keep` does not count
    time::Zone zone{};                          ///< whose days are counted
    std::optional<TimelineRequest> timeline{};  ///< what to count beside the facets
};

/// Sees every match of a shard, through Xapian's matcher.
class Collector final : public Xapian::MatchSpy {
public:
    explicit Collector(CollectorSettings settings);

    void operator()(const Xapian::Document& document, double weight) override;

    /// Notes that the deadline ended the search: what was counted is not all.
    void note_cut() noexcept { is_complete_ = false; }

    /// Whether all matches were seen.
    [[nodiscard]] bool is_complete() const noexcept { return is_complete_; }
    [[nodiscard]] std::uint64_t total() const noexcept { return total_; }
    [[nodiscard]] const std::vector<FacetCounts>& facets() const noexcept { return facets_; }

    /// The docids of all matches, ascending; empty unless they were to be kept.
    [[nodiscard]] const std::vector<Xapian::docid>& matches() const noexcept { return matches_; }
    /// What the timeline counts; empty if none was asked for.
    [[nodiscard]] const BucketCounts& timeline() const noexcept { return timeline_; }

    /// The best hits, best first; the collector is empty of them afterwards.
    [[nodiscard]] std::vector<RankedHit> take_hits();

    /// All hits in no order, if all were to be kept; the collector is empty of them afterwards.
    [[nodiscard]] PackedHits take_all() noexcept { return std::exchange(all_, {}); }

private:
    void rank(const Xapian::Document& document, double weight, RankedHit& hit) const;
    void keep(const RankedHit& hit);
    void count(const Xapian::Document& document);
    void count_names(std::string_view ordinals, FacetCounts& counts);
    void count_level(const Xapian::Document& document, schema::Slot level, FacetCounts& counts);
    [[nodiscard]] std::uint32_t joined_number(std::uint32_t ordinal) const noexcept;

    CollectorSettings settings_;
    std::vector<FacetCounts> facets_;
    std::vector<Xapian::docid> matches_;
    BucketCounts timeline_;
    std::vector<RankedHit> hits_;  // a heap with the worst in front once `keep` are there
    PackedHits all_;
    std::vector<std::uint64_t> last_counted_;  // by number of entity: which count was the last
    std::uint64_t count_number_ = 0;           // of counts of one facet in one article, from 1
    std::uint64_t total_ = 0;
    bool is_complete_ = true;
};

}  // namespace dateline::search
