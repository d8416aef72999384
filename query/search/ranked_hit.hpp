// A match as it is ranked.
#pragma once

#include <cstdint>

namespace dateline::search {

/// Scores are compared in steps of 1e-6, so that sums in another order, as shards give them, tie.
inline constexpr double kScoreSteps = 1e6;

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

}  // namespace dateline::search
