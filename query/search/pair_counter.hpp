// Counts pairs of values in the matching articles of one shard.
#pragma once

#include "common/storage/index_reader.hpp"
#include "query/compile/deadline.hpp"
#include "query/search/answer.hpp"
#include "query/search/joined_places.hpp"

#include <xapian.h>

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dateline::search {

/// The values of one side that are looked at: their numbers, from 0, by id.
using PairNumbers = std::unordered_map<std::string_view, std::uint32_t>;

/// One side of a pair in one shard: which number the values of an article have.
struct PairSide {
    schema::Slot slot = schema::Slot::Person;
    std::vector<std::uint32_t> by_ordinal;  ///< number plus 1; 0: not looked at

    /// Of levels of places: number, and where the joined place is. The articles belong to what
    /// side_of() was given.
    std::vector<std::pair<std::uint32_t, const std::vector<Xapian::docid>*>> joined{};
};

/// Which pairs of a shard are counted. Where both sides are one facet, `of_one_kind`, the smaller
/// number comes first.
struct ShardSides {
    PairSide first;
    PairSide second;
    bool of_one_kind = false;
    PairLevel level = PairLevel::Article;
};

/// The side of `facet` in shard `shard`. `places` are the joined places of the shard and must
/// outlive the side; they are needed for levels of places.
[[nodiscard]] PairSide side_of(const storage::IndexReader& reader,
                               std::uint32_t shard,
                               const FacetRequest& facet,
                               const PairNumbers& numbers,
                               const std::vector<JoinedPlace>& places);

/// Counters for pairs of numbers below `first` and `second`.
class PairTable {
public:
    PairTable(std::size_t first, std::size_t second) : second_(second), counts_(first * second) {}

    void count(std::uint32_t first, std::uint32_t second) { ++counts_[at(first, second)]; }

    /// Adds the counts of `other`, a table of the same size.
    void add(const PairTable& other);

    [[nodiscard]] std::uint32_t operator()(std::uint32_t first, std::uint32_t second) const {
        return counts_[at(first, second)];
    }

private:
    [[nodiscard]] std::size_t at(std::uint32_t first, std::uint32_t second) const noexcept {
        return first * second_ + second;
    }

    std::size_t second_;
    std::vector<std::uint32_t> counts_;
};

/// Adds to `table` the pairs of each article of `docids` (ascending) once: those that stand
/// anywhere in it, or for other levels within one paragraph or sentence of its text.
///
/// @throws Error (IndexDamaged) for mentions or a token stream that cannot be read.
/// @throws compile::DeadlinePassed after `deadline`; the pairs of some articles are then counted.
void count_pairs(const Xapian::Database& database,
                 std::span<const Xapian::docid> docids,
                 const ShardSides& sides,
                 const compile::Deadline& deadline,
                 PairTable& table);

}  // namespace dateline::search
