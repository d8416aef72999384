// Holidays whose day is fixed or can be computed, and days that have a name.
#pragma once

#include "indexer/analysis/dates/date_tokens.hpp"

#include <chrono>
#include <cstddef>
#include <optional>

namespace dateline::analysis {

/// A holiday's name in a text.
struct HolidayMatch {
    unsigned holiday = 0;  ///< for day_of_holiday()
    std::size_t next = 0;  ///< the token behind the name; 0 if there is none
};

/// The holiday whose name starts at token `at`, which is of WordClass::Holiday.
[[nodiscard]] HolidayMatch find_holiday(const DateTokens& tokens, std::size_t at);

/// The day that `holiday` was, if it is the name of one day of history, such as D-Day.
[[nodiscard]] std::optional<std::chrono::sys_days> only_day_of_holiday(unsigned holiday);

/// The day of `holiday` in `year`. Holidays that countries keep on different days are those of the
/// United States, as newswire has them, but for those that one country only keeps.
[[nodiscard]] std::chrono::sys_days day_of_holiday(unsigned holiday, int year);

/// Easter Sunday of the Western churches.
///
/// Source: J. Meeus, Astronomical Algorithms, chapter 8, for the Gregorian calendar.
[[nodiscard]] std::chrono::sys_days easter_sunday(int year);

}  // namespace dateline::analysis
