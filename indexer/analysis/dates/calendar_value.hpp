// Days and longer periods of the calendar, their TIMEX3 values (TimeML 1.2.1), and the days they
// span.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace dateline::analysis {

/// How much of the calendar a date covers.
enum class DateGranularity : std::uint8_t {
    Time,     ///< an hour and minute of a day
    DayPart,  ///< its morning, afternoon, evening or night
    Day,
    Weekend,  ///< Saturday and Sunday
    Week,     ///< Monday to Sunday (ISO 8601)
    Month,
    Quarter,
    Season,  ///< three months; winter begins in December of its year
    Half,
    Year,
    Decade,
    Century,
    Reference,  ///< no date at all: now, the past, the future
};

/// Parts of a day that TIMEX3 knows.
enum class DayPart : std::uint8_t { None, Morning, Afternoon, Evening, Night };

/// The first and the last day of a period.
struct DayRange {
    std::chrono::sys_days from;
    std::chrono::sys_days to;  ///< inclusive

    friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// Years that are given days; others have a value only.
inline constexpr int kMinEventYear = 1;
inline constexpr int kMaxEventYear = 9999;

/// One period of the calendar. Which fields count is up to `granularity`.
struct CalendarValue {
    DateGranularity granularity = DateGranularity::Day;
    int year = 0;        ///< first one of a decade or century; negative: before Christ
    unsigned month = 0;  ///< 1 to 12
    unsigned day = 0;    ///< 1 to 31; of a week or weekend that of its Monday or Saturday
    unsigned index = 0;  ///< quarter 1 to 4, half 1 to 2, season 0 (spring) to 3 (winter)
    DayPart part = DayPart::None;
    int minute_of_day = -1;  ///< 0 to 1439
    bool utc = false;        ///< the time is stated as UTC or GMT
};

/// The day, week or weekend that holds `day`; the month `month_number`, 1 to 12, of the year
/// `year_number`; that year.
[[nodiscard]] CalendarValue value_of_day(std::chrono::sys_days day);
[[nodiscard]] CalendarValue value_of_week(std::chrono::sys_days day);
[[nodiscard]] CalendarValue value_of_weekend(std::chrono::sys_days day);
[[nodiscard]] CalendarValue value_of_month(int year_number, unsigned month_number);
[[nodiscard]] CalendarValue value_of_year(int year_number);

/// The first day of `value`, which must have one: see range_of().
[[nodiscard]] std::chrono::sys_days first_day(const CalendarValue& value);

/// The days of `value`; std::nullopt for years outside kMinEventYear to kMaxEventYear, for days
/// that do not exist and for references.
[[nodiscard]] std::optional<DayRange> range_of(const CalendarValue& value);

/// `value` in the form of the attribute `value` of TIMEX3: `2025-10-16`, `2025-W42`, `2025-W42-WE`,
/// `2025-10`, `2025-Q3`, `2025-SU`, `2025-H1`, `198`, `19`, `2025-10-16TEV`, `2025-10-16T14:30`,
/// `BC0490`. `Z` follows a time that is stated in UTC.
[[nodiscard]] std::string timex_value(const CalendarValue& value);

/// Monday of the week of `day`.
[[nodiscard]] std::chrono::sys_days monday_of(std::chrono::sys_days day);

/// The month `count` months after that month.
[[nodiscard]] CalendarValue month_shifted(int year_number, unsigned month_number, long count);

/// `day` in the year and month `count` months later, or the last day of that month.
[[nodiscard]] std::chrono::sys_days day_shifted_by_months(std::chrono::sys_days day, long count);

}  // namespace dateline::analysis
