// Ranges of days and numbers: `A`, `A..B`, `A..`, `..B`, `>=A`, `>A`, `<=A`, `<A`.
#pragma once

#include "query/parse/date_points.hpp"
#include "query/parse/tree.hpp"

#include <chrono>
#include <string_view>
#include <variant>

namespace dateline::parse {

/// The days that `text` (the value of a Date field) asks for. A point is its whole period: `A..B`
/// goes from the start of A to the end of B, `>A` begins after A, `<A` ends before A. `none` asks
/// for undated articles. A relative point (`30d`) ends today, so it cannot close a range.
///
/// @return BadValue with the code `bad_date`, `bad_range` or `empty_range` (the ends are crossed).
[[nodiscard]] std::variant<DayRange, BadValue> parse_days(std::string_view text,
                                                          std::chrono::sys_days today);

/// The whole numbers that `text` (the value of a Number field) asks for.
///
/// @return BadValue with the code `bad_number`, `bad_range` or `empty_range`.
[[nodiscard]] std::variant<NumberRange, BadValue> parse_numbers(std::string_view text);

}  // namespace dateline::parse
