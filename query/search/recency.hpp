// Scores that fall with age.
#pragma once

#include "common/storage/index_reader.hpp"
#include "common/time/published.hpp"

#include <chrono>
#include <cstdint>
#include <optional>

namespace dateline::search {

/// How scores fall with age: by half in every `half_life` days. Age counts in whole UTC days from
/// the newest article of the index, so that an archive ranks the same in any year; an article
/// without a date is as old as the oldest.
struct Recency {
    std::uint32_t half_life = 1;  ///< in days, over 0
    std::chrono::sys_days newest;
    std::chrono::sys_days oldest;
};

/// The recency of an index for `half_life`, which must be over 0.
[[nodiscard]] Recency recency_of(const storage::IndexReader& reader, std::uint32_t half_life);

/// The age of an article in half-lives; negative for one newer than `recency.newest`.
[[nodiscard]] double half_lives(const Recency& recency,
                                const std::optional<time::Published>& published);

/// `score` * 2^(-age / half-life): what is shown.
[[nodiscard]] double decayed(double score, double age_half_lives);

/// The order by decayed(), larger first, in steps of 1e-6 of its binary logarithm: old articles
/// stay apart where their scores would be too small to tell. A score of 0 comes last.
[[nodiscard]] std::int64_t decayed_key(double score, double age_half_lives);

}  // namespace dateline::search
