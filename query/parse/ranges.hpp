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

/// A range of days or of numbers; the other member is empty.
struct RangeOfEnds {
    DayRange days;
    NumberRange numbers;
};

/// The range with the ends `from` and `to` of a Date or Number field, each with its sign (`>=A`,
/// `<B`), or empty for an open end.
///
/// @return BadValue as parse_days() and parse_numbers() give it; `bad_range` if both are empty.
[[nodiscard]] std::variant<RangeOfEnds, BadValue> parse_ends(const schema::Field& field,
                                                             std::string_view from,
                                                             std::string_view to,
                                                             std::chrono::sys_days today);

}  // namespace dateline::parse
