// Decay by half-lives.
#include "query/search/recency.hpp"

#include "query/compile/published_bounds.hpp"

#include <cmath>
#include <limits>

namespace dateline::search {

Recency recency_of(const storage::IndexReader& reader, std::uint32_t half_life) {
    Recency recency;
    recency.half_life = half_life;
    if (const auto bounds = compile::published_bounds(reader)) {
        recency.oldest = bounds->first;
        recency.newest = bounds->second;
    }
    return recency;
}

double half_lives(const Recency& recency, const std::optional<time::Published>& published) {
    const std::chrono::sys_days day = published ? time::utc_day(*published) : recency.oldest;
    return static_cast<double>((recency.newest - day).count()) / recency.half_life;
}

double decayed(double score, double age_half_lives) {
    return score * std::exp2(-age_half_lives);
}

std::int64_t decayed_key(double score, double age_half_lives) {
    constexpr double steps = 1e6;
    return score > 0 ? std::llround((std::log2(score) - age_half_lives) * steps)
                     : std::numeric_limits<std::int64_t>::min();
}

}  // namespace dateline::search
