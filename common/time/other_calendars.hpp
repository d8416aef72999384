// Days of calendars that newspapers print besides the Gregorian one.
#pragma once

#include <chrono>
#include <optional>

namespace dateline::time {

/// The day of the solar Hijri calendar of Iran and Afghanistan as a day of the Gregorian calendar.
///
/// @param year  1200 to 1600
/// @return std::nullopt if there is no such day
[[nodiscard]] std::optional<std::chrono::year_month_day> solar_hijri_day(int year,
                                                                         unsigned month,
                                                                         unsigned day);

/// Years that the Buddhist era of Thailand is ahead of the Gregorian calendar.
inline constexpr int kBuddhistYears = 543;

/// Years that the calendar of the Republic of China is behind the Gregorian one.
inline constexpr int kMinguoYears = 1911;

}  // namespace dateline::time
