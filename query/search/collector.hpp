// Collects the matches of one shard: how many, the best, and the facets' counts.
#pragma once

#include "query/search/answer.hpp"
#include "query/search/buckets.hpp"
#include "query/search/joined_places.hpp"
#include "query/search/recency.hpp"

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::search {

/// A match as it is kept.
struct RankedHit {
    std::int64_t sort_key = 0;  ///< larger comes first: quantised score, or time
    std::uint64_t tie_key = 0;  ///< smaller comes first: front of the article's key hash
    std::uint32_t docid = 0;    ///< in its shard
    std::uint16_t shard = 0;
    float score = 0;
};

/// Whether `a` is shown before `b`.
[[nodiscard]] inline bool before(const RankedHit& a, const RankedHit& b) noexcept {
    return a.sort_key != b.sort_key ? a.sort_key > b.sort_key : a.tie_key < b.tie_key;
}

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

    time::Zone zone{};                          ///< whose days are counted
    std::optional<TimelineRequest> timeline{};  ///< what to count beside the facets
};

/// Sees every match of a shard, through Xapian's matcher.
class Collector final : public Xapian::MatchSpy {
public:
    explicit Collector(CollectorSettings settings);

    void operator()(const Xapian::Document& document, double weight) override;

    [[nodiscard]] std::uint64_t total() const noexcept { return total_; }
    [[nodiscard]] const std::vector<FacetCounts>& facets() const noexcept { return facets_; }

    /// The docids of all matches, ascending; empty unless they were to be kept.
    [[nodiscard]] const std::vector<Xapian::docid>& matches() const noexcept { return matches_; }
    /// What the timeline counts; empty if none was asked for.
    [[nodiscard]] const BucketCounts& timeline() const noexcept { return timeline_; }

    /// The best hits, best first; the collector is empty of them afterwards.
    [[nodiscard]] std::vector<RankedHit> take_hits();

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
    std::vector<std::uint64_t> last_counted_;  // by number of entity: which count was the last
    std::uint64_t count_number_ = 0;           // of counts of one facet in one article, from 1
    std::uint64_t total_ = 0;
};

}  // namespace dateline::search
