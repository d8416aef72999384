// Points in time as queries write them: each names a period of whole days.
#pragma once

#include "query/parse/problem_list.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace dateline::parse {

/// The days [from, to) of a point, within the years 1000 to 9999.
struct DayPeriod {
    std::chrono::sys_days from;
    std::chrono::sys_days to;  ///< exclusive, after `from`
    bool relative = false;     ///< `Nd`, `Nw`, `Nm`, `Ny`: the last N days, weeks, months or years

    friend bool operator==(const DayPeriod&, const DayPeriod&) = default;
};

/// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYYMMDD`, `YYYY-Www` (ISO 8601 week), `YYYY-Qn`,
/// `today`, `yesterday`, and `Nd`, `Nw`, `Nm`, `Ny`: the last N days, weeks, months or years up to
/// and including `today` (`30d` is thirty days; `1m` on 16 October begins on 17 September). Letters
/// may have any case.
///
/// A date with slashes or dots is refused with its readings; every refusal has the code `bad_date`.
[[nodiscard]] std::variant<DayPeriod, BadValue> parse_date_point(std::string_view text,
                                                                 std::chrono::sys_days today);

/// What to write for `text` if it is a date, or two, in a form that parse_date_point() refuses.
[[nodiscard]] std::optional<std::string> date_meant(std::string_view text);

}  // namespace dateline::parse
