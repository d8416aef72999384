// Days and longer periods of the calendar, their TIMEX3 values, and the days they span.
#include "indexer/analysis/dates/calendar_value.hpp"

#include <array>
#include <cstdlib>
#include <string_view>

namespace dateline::analysis {
namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 5> kParts{"", "TMO", "TAF", "TEV", "TNI"};
constexpr std::array<std::string_view, 4> kSeasons{"-SP", "-SU", "-FA", "-WI"};
constexpr unsigned kMonthsOfYear = 12;
constexpr int kMinutesOfHour = 60;

/// `number` in decimal with zeros in front up to `width` digits.
std::string padded(long number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string year_text(int number) {
    return number < 0 ? "BC" + padded(-number, 4) : padded(number, 4);
}

std::string day_text(const CalendarValue& value) {
    return year_text(value.year) + '-' + padded(value.month, 2) + '-' + padded(value.day, 2);
}

/// The week of `monday` as ISO 8601 numbers it: the week belongs to the year of its Thursday.
std::string week_text(sys_days monday) {
    const sys_days thursday = monday + days(3);
    const year_month_day date(thursday);
    const auto passed = thursday - sys_days(date.year() / 1 / 1);
    return year_text(static_cast<int>(date.year())) + "-W" + padded(passed.count() / 7 + 1, 2);
}

/// First and last day of `months` months from `first` of `number` on.
DayRange months_from(int number, unsigned first, unsigned months) {
    const CalendarValue next = month_shifted(number, first, static_cast<long>(months));
    return {sys_days(year(number) / month(first) / 1),
            sys_days(year(next.year) / month(next.month) / 1) - days(1)};
}

DayRange years_from(int first, int count) {
    return {sys_days(year(first) / 1 / 1), sys_days(year(first + count - 1) / 12 / 31)};
}

bool has_day(const CalendarValue& value) {
    return value.granularity <= DateGranularity::Week;
}

}  // namespace

CalendarValue value_of_day(sys_days day) {
    const year_month_day date(day);
    CalendarValue value;
    value.year = static_cast<int>(date.year());
    value.month = static_cast<unsigned>(date.month());
    value.day = static_cast<unsigned>(date.day());
    return value;
}

CalendarValue value_of_week(sys_days day) {
    CalendarValue value = value_of_day(monday_of(day));
    value.granularity = DateGranularity::Week;
    return value;
}

CalendarValue value_of_weekend(sys_days day) {
    CalendarValue value = value_of_day(monday_of(day) + days(5));
    value.granularity = DateGranularity::Weekend;
    return value;
}

CalendarValue value_of_month(int year_number, unsigned month_number) {
    CalendarValue value;
    value.granularity = DateGranularity::Month;
    value.year = year_number;
    value.month = month_number;
    return value;
}

CalendarValue value_of_year(int year_number) {
    CalendarValue value;
    value.granularity = DateGranularity::Year;
    value.year = year_number;
    return value;
}

sys_days first_day(const CalendarValue& value) {
    const std::optional<DayRange> range = range_of(value);
    return range ? range->from : sys_days{};
}

std::optional<DayRange> range_of(const CalendarValue& value) {
    if (value.year < kMinEventYear || value.year > kMaxEventYear) {
        return std::nullopt;
    }
    if (has_day(value)) {
        const year_month_day date(
            year(value.year), month(value.month), std::chrono::day(value.day));
        if (!date.ok()) {
            return std::nullopt;
        }
        const sys_days from(date);
        const bool week = value.granularity == DateGranularity::Week;
        const bool weekend = value.granularity == DateGranularity::Weekend;
        return DayRange{from, from + days(week ? 6 : weekend ? 1 : 0)};
    }
    switch (value.granularity) {
        case DateGranularity::Month:
            return months_from(value.year, value.month, 1);
        case DateGranularity::Quarter:
            return months_from(value.year, 3 * value.index - 2, 3);
        case DateGranularity::Half:
            return months_from(value.year, 6 * value.index - 5, 6);
        case DateGranularity::Season:
            return months_from(value.year, 3 + 3 * value.index, 3);
        case DateGranularity::Decade:
            return years_from(value.year, 10);
        case DateGranularity::Century:
            return years_from(value.year, 100);
        case DateGranularity::Year:
            return years_from(value.year, 1);
        case DateGranularity::Time:
        case DateGranularity::DayPart:
        case DateGranularity::Day:
        case DateGranularity::Weekend:
        case DateGranularity::Week:
        case DateGranularity::Reference:
            break;
    }
    return std::nullopt;
}

std::string timex_value(const CalendarValue& value) {
    switch (value.granularity) {
        case DateGranularity::Time:
            return day_text(value) + 'T' + padded(value.minute_of_day / kMinutesOfHour, 2) + ':' +
                   padded(value.minute_of_day % kMinutesOfHour, 2) + (value.utc ? "Z" : "");
        case DateGranularity::DayPart:
            return day_text(value) + std::string(kParts.at(static_cast<std::size_t>(value.part)));
        case DateGranularity::Day:
            return day_text(value);
        case DateGranularity::Weekend:
        case DateGranularity::Week: {
            const sys_days day(year(value.year) / month(value.month) / std::chrono::day(value.day));
            const bool weekend = value.granularity == DateGranularity::Weekend;
            return week_text(monday_of(day)) + (weekend ? "-WE" : "");
        }
        case DateGranularity::Month:
            return year_text(value.year) + '-' + padded(value.month, 2);
        case DateGranularity::Quarter:
            return year_text(value.year) + "-Q" + std::to_string(value.index);
        case DateGranularity::Half:
            return year_text(value.year) + "-H" + std::to_string(value.index);
        case DateGranularity::Season:
            return year_text(value.year) + std::string(kSeasons.at(value.index));
        case DateGranularity::Year:
            return year_text(value.year);
        case DateGranularity::Decade:
            // All digits of the year but the last: 198 is 1980 to 1989.
            return value.year < 0 ? "BC" + padded(-value.year / 10, 3) : padded(value.year / 10, 3);
        case DateGranularity::Century:
            return value.year < 0 ? "BC" + padded(-value.year / 100, 2)
                                  : padded(value.year / 100, 2);
        case DateGranularity::Reference:
            break;
    }
    return {};
}

sys_days monday_of(sys_days day) {
    const std::chrono::weekday weekday(day);
    return day - days(weekday.iso_encoding() - 1);
}

CalendarValue month_shifted(int year_number, unsigned month_number, long count) {
    const long months = static_cast<long>(year_number) * kMonthsOfYear + month_number - 1 + count;
    const long shifted_year = months >= 0 ? months / kMonthsOfYear : -1;
    return value_of_month(static_cast<int>(shifted_year),
                          static_cast<unsigned>(std::abs(months) % kMonthsOfYear) + 1);
}

sys_days day_shifted_by_months(sys_days day, long count) {
    const year_month_day date(day);
    const CalendarValue shifted =
        month_shifted(static_cast<int>(date.year()), static_cast<unsigned>(date.month()), count);
    const std::chrono::year_month target(year(shifted.year), month(shifted.month));
    const year_month_day moved(target.year(), target.month(), date.day());
    return moved.ok() ? sys_days(moved) : sys_days(target / std::chrono::last);
}

}  // namespace dateline::analysis
