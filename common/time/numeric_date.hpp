// Dates that are digits only, such as 03/04/87, whose order an archive may or may not state.
#pragma once

#include "common/time/date_reading.hpp"
#include "common/time/published.hpp"

#include <optional>
#include <string_view>

namespace dateline::time {

/// Years of two digits from this one on are of the 20th century, those below it of the 21st: `87`
/// is 1987, `25` is 2025. Archives that are searched reach back further than they reach ahead, so
/// this is lower than the 69 of POSIX strptime() (`%y`).
inline constexpr int kTwoDigitPivot = 40;

/// The four digits of a year of which `two_digits` (0 to 99) are given; see kTwoDigitPivot.
[[nodiscard]] constexpr int full_year(int two_digits) noexcept {
    return two_digits + (two_digits >= kTwoDigitPivot ? 1900 : 2000);
}

/// Reads a date that is digits only: three numbers between `/`, `.` or `-` (the same one twice,
/// with or without a dot at the end), as in `03/04/87`, `3.4.1987`, `1987-3-4`, or six or eight
/// digits in a row, as in `870403` and `03041987`. A time may follow, after a blank or a comma, in
/// any form that parse_header_date() reads: `3/4/1987 6:02 pm`.
///
/// A year of four digits in front is followed by month and day in any order of `reading`. Otherwise
/// `reading.order` says which number is what. If that is unstated, the date is read only if all
/// orders that give a day of the calendar give the same one: `13/04/1987`, `04/04/87`.
///
/// @return the time, or std::nullopt if `text` is anything else, is no day of the calendar in that
///         order, or is ambiguous; see is_ambiguous_date().
[[nodiscard]] std::optional<Published> parse_numeric_date(std::string_view text,
                                                          const DateReading& reading);

/// Whether `text` is a date that is digits only and could mean two days or more, so that
/// parse_numeric_date() would read it if it were told the order.
[[nodiscard]] bool is_ambiguous_date(std::string_view text, const DateReading& reading);

}  // namespace dateline::time
