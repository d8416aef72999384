// The time of day beside a date in running text.
#pragma once

#include "common/time/date_tokens.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>

namespace dateline::time {

/// A time of day, and the zone that follows it.
struct WrittenClock {
    std::chrono::seconds clock{0};             ///< 0 to 24 hours, exclusive
    std::optional<std::chrono::minutes> zone;  ///< offset from UTC, if stated
};

/// The time of day in the first tokens of `after`, which stand behind a date; else the last one in
/// `before`, the tokens that stand in front of it. A few words may be in between.
[[nodiscard]] std::optional<WrittenClock> find_written_clock(std::span<const DateToken> before,
                                                             std::span<const DateToken> after);

}  // namespace dateline::time
