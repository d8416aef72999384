// Where the axes of a drawn timeline have marks.
#pragma once

#include "query/search/timeline.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace dateline::render {

/// A mark on the axis of time.
struct TimeTick {
    std::size_t bucket;  ///< number of the bucket it stands at
    std::string label;   ///< `2025-08-15`, `2025-08`, `2025`
};

/// Most marks on the axis of time: their labels must stand beside each other.
inline constexpr std::size_t kMaxTimeTicks = 12;

/// Marks at the buckets in which a day, week, month or year, or every second, third, fifth … of
/// them begins: the shortest of these that needs at most kMaxTimeTicks. Empty without buckets.
[[nodiscard]] std::vector<TimeTick> time_ticks(const std::vector<std::chrono::sys_days>& starts,
                                               search::DateLevel level);

/// The distance of about five marks up to `most`: 1, 2 or 5 times a power of ten.
///
/// @param most      more than 0
/// @param smallest  the least distance that makes sense, a power of ten: 1 for numbers of articles
[[nodiscard]] double value_step(double most, double smallest);

}  // namespace dateline::render
