// Choosing the values of both sides, and the pairs that are listed.
#include "query/search/pairs.hpp"

#include "query/search/counted_values.hpp"
#include "query/search/facets.hpp"
#include "query/search/pair_counter.hpp"
#include "query/search/shard_threads.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace dateline::search {
namespace {

using parse::Node;

/// The values of one side that are looked at, most frequent first.
struct SideValues {
    std::vector<CountedValue> values;
    std::size_t distinct = 0;
    std::uint64_t next_articles = 0;  ///< of the first value that is not looked at
    PairNumbers numbers{};

    SideValues(std::vector<CountedValue> all, std::size_t among)
        : values(std::move(all)), distinct(values.size()) {
        // They come by id, which breaks ties.
        std::stable_sort(
            values.begin(), values.end(), [](const CountedValue& a, const CountedValue& b) {
                return a.articles > b.articles;
            });
        if (values.size() > among) {
            next_articles = values[among].articles;
            values.resize(among);
        }
        for (std::uint32_t number = 0; number < values.size(); ++number) {
            numbers.emplace(values[number].key, number);
        }
    }
};

/// Most tables that are filled at a time, 16 MB each (see kMaxPairValues).
constexpr std::uint32_t kMaxPairTables = 8;

/// A pair that may be listed.
struct Candidate {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint64_t articles = 0;
};

/// The pairs of one request.
class PairLister {
public:
    PairLister(const storage::IndexReader& reader,
               const PairRequest& request,
               SideValues first,
               SideValues second,
               std::uint64_t matches,
               const Node& tree,
               const PairRun& run)
        : reader_(reader),
          request_(request),
          first_(std::move(first)),
          second_(std::move(second)),
          matches_(matches),
          tree_(tree),
          run_(run) {}

    [[nodiscard]] PairResult list(const ShardCollectors& collectors) const {
        const PairTables tables = counted(collectors);
        std::vector<Candidate> candidates = candidates_of(tables.sum);
        PairResult result;
        result.name = request_.text;
        result.level = request_.level;
        result.matches = matches_;
        result.distinct = candidates.size();
        result.first_values = first_.values.size();
        result.second_values = second_.values.size();
        result.first_distinct = first_.distinct;
        result.second_distinct = second_.distinct;
        const auto shown = static_cast<std::ptrdiff_t>(std::min(request_.limit, candidates.size()));
        std::partial_sort(candidates.begin(),
                          candidates.begin() + shown,
                          candidates.end(),
                          [this](const Candidate& a, const Candidate& b) { return before(a, b); });
        const Refiner refiner(tree_);
        for (auto candidate = candidates.begin(); candidate != candidates.begin() + shown;
             ++candidate) {
            result.values.push_back(pair_of(*candidate, refiner));
        }
        result.exact = tables.is_complete && search::is_complete(collectors);
        result.complete = result.exact && no_other_belongs(result);
        return result;
    }

private:
    [[nodiscard]] bool of_one_kind() const { return request_.first.text == request_.second.text; }

    /// The pairs of all shards, and whether there was time to count them all.
    struct PairTables {
        PairTable sum;
        bool is_complete = true;
    };

    /// Few tables for however many shards: each has a counter for every pair of values.
    [[nodiscard]] PairTables counted(const ShardCollectors& collectors) const {
        const auto shards = static_cast<std::uint32_t>(collectors.size());
        const std::uint32_t workers =
            run_.threads == Threads::One ? 1 : std::min(shards, kMaxPairTables);
        std::vector<PairTable> tables(workers,
                                      PairTable(first_.values.size(), second_.values.size()));
        std::vector<std::vector<JoinedPlace>> places(collectors.size());
        if (request_.first.place_level || request_.second.place_level) {
            places = joined_places(reader_);
        }
        std::vector<ShardSides> sides;
        for (std::uint32_t shard = 0; shard < shards; ++shard) {
            sides.push_back(
                {side_of(reader_, shard, request_.first, first_.numbers, places[shard]),
                 side_of(reader_, shard, request_.second, second_.numbers, places[shard]),
                 of_one_kind(),
                 request_.level});
        }
        bool is_complete = true;
        try {
            for_each_shard(
                workers,
                [&](std::uint32_t worker) {
                    for (std::uint32_t shard = worker; shard < shards; shard += workers) {
                        count_pairs(reader_.shards()[shard].database,
                                    collectors[shard]->matches(),
                                    sides[shard],
                                    run_.deadline,
                                    tables[worker]);
                    }
                },
                run_.threads);
        } catch (const compile::DeadlinePassed&) {
            is_complete = false;
        }
        for (std::size_t worker = 1; worker < tables.size(); ++worker) {
            tables.front().add(tables[worker]);
        }
        return {std::move(tables.front()), is_complete};
    }

    [[nodiscard]] std::vector<Candidate> candidates_of(const PairTable& table) const {
        const std::uint64_t fewest = std::max<std::uint64_t>(request_.min_articles, 1);
        std::vector<Candidate> candidates;
        for (std::uint32_t first = 0; first < first_.values.size(); ++first) {
            for (std::uint32_t second = 0; second < second_.values.size(); ++second) {
                // The same place may stand on both sides where one of them is a level.
                if (table(first, second) >= fewest &&
                    first_.values[first].key != second_.values[second].key) {
                    candidates.push_back({first, second, table(first, second)});
                }
            }
        }
        return candidates;
    }

    [[nodiscard]] double lift(const Candidate& pair) const {
        return lift_of(pair.articles,
                       first_.values[pair.first].articles,
                       second_.values[pair.second].articles,
                       matches_);
    }

    [[nodiscard]] bool before(const Candidate& a, const Candidate& b) const {
        if (request_.by_lift && lift(a) != lift(b)) {
            return lift(a) > lift(b);
        }
        if (a.articles != b.articles) {
            return a.articles > b.articles;
        }
        const auto ids = [this](const Candidate& pair) {
            return std::pair(first_.values[pair.first].key, second_.values[pair.second].key);
        };
        return ids(a) < ids(b);
    }

    /// A pair with a value that was not looked at has at most as many articles as that value.
    [[nodiscard]] bool no_other_belongs(const PairResult& result) const {
        const std::uint64_t most = std::max(first_.next_articles, second_.next_articles);
        if (most < std::max<std::uint64_t>(request_.min_articles, 1)) {
            return true;
        }
        return !request_.by_lift && result.values.size() == request_.limit &&
               result.values.back().articles > most;
    }

    [[nodiscard]] static FacetValueCount side_value(const CountedValue& counted,
                                                    const FacetRequest& facet) {
        FacetValueCount value;
        value.id = counted.key;
        value.name = counted.name;
        value.within = counted.within;
        value.articles = counted.articles;
        value.refine = print_query(refinement(facet, value.id));
        return value;
    }

    [[nodiscard]] PairCount pair_of(const Candidate& candidate, const Refiner& refiner) const {
        PairCount pair;
        pair.first = side_value(first_.values[candidate.first], request_.first);
        pair.second = side_value(second_.values[candidate.second], request_.second);
        pair.articles = candidate.articles;
        pair.lift = lift(candidate);
        if (request_.level == PairLevel::Article) {
            pair.query = refiner.with(pair.first.refine + " AND " + pair.second.refine);
        }
        return pair;
    }

    const storage::IndexReader& reader_;
    const PairRequest& request_;
    SideValues first_;
    SideValues second_;
    std::uint64_t matches_;
    const Node& tree_;
    const PairRun& run_;
};

}  // namespace

PairCounting::PairCounting(const storage::IndexReader& reader,
                           const std::vector<PairRequest>& pairs,
                           const PairRun& run)
    : reader_(reader), pairs_(pairs), run_(run) {
    for (const PairRequest& pair : pairs) {
        for (const FacetRequest* const side : {&pair.first, &pair.second}) {
            if (number_of(*side) == sides_.size()) {
                sides_.push_back(*side);
            }
        }
    }
}

std::size_t PairCounting::number_of(const FacetRequest& side) const {
    const auto known =
        std::find_if(sides_.begin(), sides_.end(), [&side](const FacetRequest& other) {
            return other.text == side.text;
        });
    return static_cast<std::size_t>(known - sides_.begin());
}

std::vector<PairResult> PairCounting::results(const ShardCollectors& collectors,
                                              std::size_t first_side,
                                              const Node& tree) const {
    std::vector<PairResult> results;
    for (const PairRequest& pair : pairs_) {
        const auto values = [&](const FacetRequest& side) {
            return SideValues(
                counted_values(reader_, side, counts_of(collectors, first_side + number_of(side))),
                pair.among);
        };
        results.push_back(PairLister(reader_,
                                     pair,
                                     values(pair.first),
                                     values(pair.second),
                                     total_of(collectors),
                                     tree,
                                     run_)
                              .list(collectors));
    }
    return results;
}

}  // namespace dateline::search
