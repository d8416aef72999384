// Dates as newspapers and their archives print them.
#pragma once

#include "common/time/date_reading.hpp"
#include "common/time/published.hpp"

#include <optional>
#include <string_view>

namespace dateline::source {

/// The first date with the name of a month in `text`, whatever stands around it: `January 1, 1989,
/// Sunday, Home Edition`, `October 16, 2025 Thursday 6:02 PM GMT`, `16 octobre 2025`,
/// `16. Oktober 2025 Donnerstag`, `16 de octubre de 2025`, `14 MAY 91`. Months are read in English,
/// French, German, Spanish, Italian, Portuguese and Dutch. A time of day (`18:02`, `6:02 PM`) and a
/// zone behind it are taken if they are there; a time without a zone is in dates.zone.
///
/// A year of two digits is from 1969 to 2068 (POSIX.1-2017, strptime(), %y).
///
/// @return std::nullopt if no date is found, or `text` is longer than a line (200 bytes)
[[nodiscard]] std::optional<time::Published> find_press_date(std::string_view text,
                                                             const time::DateReading& dates);

/// The four digits of a year of which `two_digits` (0 to 99) are given: 69 to 99 are in the 20th
/// century, 0 to 68 in the 21st (POSIX.1-2017, strptime(), %y).
[[nodiscard]] int full_year(int two_digits) noexcept;

}  // namespace dateline::source
