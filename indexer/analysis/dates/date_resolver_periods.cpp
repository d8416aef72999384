// Longer periods: weeks, months, quarters, seasons, years, decades.
#include "indexer/analysis/dates/date_resolver.hpp"

#include <algorithm>

namespace dateline::analysis {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int kDaysOfWeek = 7;
constexpr int kHalfWeek = 3;
constexpr int kMinutesOfDay = 1440;
constexpr int kMinutesOfHour = 60;
constexpr unsigned kWinter = 3;

CalendarValue part_of_year(DateGranularity granularity, long number, long per_year) {
    CalendarValue value = value_of_year(static_cast<int>(number / per_year));
    value.granularity = granularity;
    value.index = static_cast<unsigned>(number % per_year) + 1;
    return value;
}

CalendarValue season_of(int year, unsigned index) {
    CalendarValue value = value_of_year(year);
    value.granularity = DateGranularity::Season;
    value.index = index;
    return value;
}

/// The season that holds a month, numbered on from year 0; January is in the winter before.
long season_number(int year, unsigned month) {
    return (static_cast<long>(year) * 12 + month - 3) / 3;
}

CalendarValue first_year(DateGranularity granularity, long number, long years) {
    CalendarValue value = value_of_year(static_cast<int>(number * years));
    value.granularity = granularity;
    return value;
}

/// The year, decade or century that is `distance` from the one of `year`; none if `year` is 0.
std::optional<CalendarValue> years_from(Unit unit, int year, long distance) {
    if (year <= 0) {
        return std::nullopt;
    }
    if (unit == Unit::Year) {
        return value_of_year(year + static_cast<int>(distance));
    }
    return unit == Unit::Decade ? first_year(DateGranularity::Decade, year / 10 + distance, 10)
                                : first_year(DateGranularity::Century, year / 100 + distance, 100);
}

/// The week of some weeks from `day`; a day where that is what is meant: `a week ago`, and whatever
/// is told of another date.
CalendarValue offset_weeks(const DateExpression& e, sys_days day) {
    const long weeks = e.unit == Unit::Fortnight ? 2 * e.count : e.count;
    const sys_days shifted = day + days(kDaysOfWeek * weeks);
    const bool exact =
        e.base == Base::Reference || e.unit == Unit::Fortnight || weeks == -1 || weeks == 1;
    return exact ? value_of_day(shifted) : value_of_week(shifted);
}

/// `the second Friday` of `range`.
std::optional<CalendarValue> nth_weekday(const DateExpression& e, const DayRange& range) {
    const sys_days from = e.count < 0 ? range.to - days(kDaysOfWeek - 1) : range.from;
    const int first = static_cast<int>(std::chrono::weekday(from).iso_encoding()) - 1;
    const int until = (e.weekday - first + kDaysOfWeek) % kDaysOfWeek;
    const sys_days day = from + days(until + (e.count < 0 ? 0 : kDaysOfWeek * (e.count - 1)));
    return day <= range.to ? std::optional(value_of_day(day)) : std::nullopt;
}

/// `the third quarter` of `year`.
std::optional<CalendarValue> nth_of_year(const DateExpression& e, int year) {
    const long per_year = e.unit == Unit::Quarter ? 4 : e.unit == Unit::Half ? 2 : 12;
    const long index = e.count < 0 ? per_year : e.count;
    if (index > per_year) {
        return std::nullopt;
    }
    if (e.unit == Unit::Month) {
        return value_of_month(year, static_cast<unsigned>(index));
    }
    return part_of_year(e.unit == Unit::Quarter ? DateGranularity::Quarter : DateGranularity::Half,
                        per_year * year + index - 1,
                        per_year);
}

/// `the last decade` of the century `frame`, `the first year` of a decade.
std::optional<CalendarValue> nth_year(const DateExpression& e, const CalendarValue& frame) {
    const int length = e.unit == Unit::Year ? 1 : 10;
    const int whole = frame.granularity == DateGranularity::Century ? 100 : 10;
    const long first = e.count < 0 ? whole - length : (e.count - 1) * length;
    if (first >= whole) {
        return std::nullopt;
    }
    return first_year(e.unit == Unit::Year ? DateGranularity::Year : DateGranularity::Decade,
                      (frame.year + first) / length,
                      length);
}

}  // namespace

/// The longer period that an expression says it lies in.
std::optional<CalendarValue> DateResolver::frame(const DateExpression& e) const {
    const Frame& frame = e.frame;
    switch (frame.kind) {
        case Frame::Kind::Year:
            return value_of_year(frame.year);
        case Frame::Kind::Decade: {
            DateExpression decade = e;
            decade.year = frame.year;
            return this->decade(decade);
        }
        case Frame::Kind::Month: {
            DateExpression month = make_expression(Shape::Calendar, e.first, e.next);
            month.year = frame.year;
            month.month = frame.month;
            return calendar(month);
        }
        case Frame::Kind::Relative: {
            DateExpression period = make_expression(Shape::Period, e.first, e.next);
            period.unit = frame.unit;
            period.step = frame.step;
            return this->period(period);
        }
        case Frame::Kind::None:
            break;
    }
    return std::nullopt;
}

/// `last week`, `that year`, `the following day`.
std::optional<CalendarValue> DateResolver::period(const DateExpression& e) const {
    if (e.year != 0) {
        return same_in_year(e);
    }
    const Base base = base_of(e.step);
    const long distance = distance_of(e.step);
    switch (e.unit) {
        case Unit::Day:
        case Unit::Week: {
            const Day day = base_day(base, e.first);
            if (!day) {
                return std::nullopt;
            }
            return e.unit == Unit::Day ? value_of_day(*day + days(distance))
                                       : value_of_week(*day + days(kDaysOfWeek * distance));
        }
        case Unit::Weekend:
            return weekend(e);
        case Unit::Month:
        case Unit::Quarter:
        case Unit::Half:
            return part_of_year_from(e, base, distance);
        case Unit::Year:
        case Unit::Decade:
        case Unit::Century:
            return years_from(e.unit, base_year(base, e.first), distance);
        case Unit::Season:
            return same_period(e);
        case Unit::Minute:
        case Unit::Hour:
        case Unit::Fortnight:
            break;
    }
    return std::nullopt;
}

/// `the same month of 1986`
std::optional<CalendarValue> DateResolver::same_in_year(const DateExpression& e) const {
    if (!any_.known || !is_near(any_.token, e.first)) {
        return std::nullopt;
    }
    if (e.unit == Unit::Month) {
        return month_.known ? Value(value_of_month(e.year, month_.value.month)) : std::nullopt;
    }
    CalendarValue same = any_.value;
    same.year = e.year;
    return same;
}

/// `the same period`, whatever it was; of a day, on which it will have ended, the year.
std::optional<CalendarValue> DateResolver::same_period(const DateExpression& e) const {
    if (!any_.known || !is_near(any_.token, e.first)) {
        return std::nullopt;
    }
    const bool day = any_.value.granularity <= DateGranularity::Day;
    return day ? value_of_year(any_.value.year) : any_.value;
}

/// The month, quarter or half that is `distance` from the one of `base`.
std::optional<CalendarValue> DateResolver::part_of_year_from(const DateExpression& e,
                                                             Base base,
                                                             long distance) const {
    const bool told =
        base == Base::Reference && any_.known && any_.value.granularity == DateGranularity::Quarter;
    if (told && e.unit == Unit::Quarter) {
        return part_of_year(
            DateGranularity::Quarter, 4L * any_.value.year + any_.value.index - 1 + distance, 4);
    }
    const Value month = base_month(base, e.first);
    if (!month) {
        return std::nullopt;
    }
    const long passed = month->month - 1;
    if (e.unit == Unit::Month) {
        return month_shifted(month->year, month->month, distance);
    }
    return e.unit == Unit::Quarter
               ? part_of_year(DateGranularity::Quarter, 4L * month->year + passed / 3 + distance, 4)
               : part_of_year(DateGranularity::Half, 2L * month->year + passed / 6 + distance, 2);
}

/// `the weekend`, `this weekend`, `last weekend`.
std::optional<CalendarValue> DateResolver::weekend(const DateExpression& e) const {
    const bool from_story = e.step == Step::Previous || e.step == Step::Following;
    const Day day = base_day(from_story ? Base::Reference : Base::Publication, e.first);
    if (!day) {
        return std::nullopt;
    }
    if (e.step != Step::Same && e.step != Step::This) {
        return value_of_weekend(*day + days(kDaysOfWeek * distance_of(e.step)));
    }
    const bool weekend_now = std::chrono::weekday(*day).iso_encoding() > 5;
    const bool ahead = weekend_now || tense(e) == Tense::Future ||
                       (e.step == Step::This && tense(e) != Tense::Past);
    return value_of_weekend(*day - days(ahead ? 0 : kDaysOfWeek));
}

/// `two days ago`, `a year later`.
std::optional<CalendarValue> DateResolver::offset(const DateExpression& e) const {
    const Day day = base_day(e.base, e.first);
    switch (e.unit) {
        case Unit::Minute:
        case Unit::Hour:
            return day ? offset_time(e, *day) : std::nullopt;
        case Unit::Day:
            return day ? Value(value_of_day(*day + days(e.count))) : std::nullopt;
        case Unit::Weekend:
            return day ? Value(value_of_weekend(*day + days(kDaysOfWeek * e.count))) : std::nullopt;
        case Unit::Week:
        case Unit::Fortnight:
            return day ? Value(offset_weeks(e, *day)) : std::nullopt;
        case Unit::Month: {
            const Value month = base_month(e.base, e.first);
            return month ? Value(month_shifted(month->year, month->month, e.count)) : std::nullopt;
        }
        case Unit::Year:
            return offset_years(e);
        case Unit::Decade:
        case Unit::Century:
            return years_from(e.unit, base_year(e.base, e.first), e.count);
        case Unit::Quarter:
        case Unit::Half:
        case Unit::Season:
            break;
    }
    return std::nullopt;
}

/// `two hours ago`, if the time that it is seen from is known.
std::optional<CalendarValue> DateResolver::offset_time(const DateExpression& e,
                                                       sys_days day) const {
    const bool told = day_.known && day_.value.granularity == DateGranularity::Time;
    const int published = e.base == Base::Publication ? published_.minute_of_day : -1;
    const int from = e.base == Base::Reference && told ? day_.value.minute_of_day : published;
    if (from < 0) {
        return std::nullopt;
    }
    const long minutes = from + e.count * (e.unit == Unit::Hour ? kMinutesOfHour : 1);
    const long passed =
        minutes >= 0 ? minutes / kMinutesOfDay : -((-minutes - 1) / kMinutesOfDay + 1);
    CalendarValue value = value_of_day(day + days(passed));
    value.granularity = DateGranularity::Time;
    value.minute_of_day = static_cast<int>(minutes - passed * kMinutesOfDay);
    return value;
}

/// `two years ago`; of a quarter, the same one two years before.
std::optional<CalendarValue> DateResolver::offset_years(const DateExpression& e) const {
    const int year = base_year(e.base, e.first);
    if (year <= 0) {
        return std::nullopt;
    }
    const bool quarter = e.base == Base::Reference && any_.known &&
                         any_.value.granularity == DateGranularity::Quarter;
    CalendarValue value = quarter ? any_.value : value_of_year(year);
    value.year += static_cast<int>(e.count);
    value.year -= value.year <= 0 ? 1 : 0;  // there is no year 0
    return value;
}

/// `the first quarter`, `the last day of 1983`.
std::optional<CalendarValue> DateResolver::nth(const DateExpression& e) const {
    if (e.frame.kind != Frame::Kind::None) {
        const Value within = frame(e);
        return within ? nth_in(e, *within) : std::nullopt;
    }
    int year = base_year(Base::Publication, e.first);
    if (year == 0) {
        return std::nullopt;
    }
    Value found = nth_in(e, value_of_year(year));
    const Day published = published_day();
    if (found && published && first_day(*found) > *published && tense(e) == Tense::Past) {
        found = nth_in(e, value_of_year(year - 1));
    }
    return found;
}

/// The one that is meant of the days, weeks, months or quarters of `frame`.
std::optional<CalendarValue> DateResolver::nth_in(const DateExpression& e,
                                                  const CalendarValue& frame) const {
    const std::optional<DayRange> range = range_of(frame);
    if (!range) {
        return std::nullopt;
    }
    if (e.weekday >= 0) {
        return nth_weekday(e, *range);
    }
    const bool last = e.count < 0;
    const days weeks(kDaysOfWeek * (e.count - 1));
    switch (e.unit) {
        case Unit::Day: {
            const sys_days day = last ? range->to : range->from + days(e.count - 1);
            return day <= range->to ? Value(value_of_day(day)) : std::nullopt;
        }
        case Unit::Week:
            // The week that has most of its days in the period.
            return value_of_week(last ? range->to - days(kHalfWeek)
                                      : range->from + days(kHalfWeek) + weeks);
        case Unit::Weekend:
            return value_of_weekend(last ? range->to - days(kDaysOfWeek - 2) : range->from + weeks);
        case Unit::Month:
        case Unit::Quarter:
        case Unit::Half:
            return frame.granularity == DateGranularity::Year ? nth_of_year(e, frame.year)
                                                              : Value(frame);
        case Unit::Year:
        case Unit::Decade:
            return nth_year(e, frame);
        default:
            return std::nullopt;
    }
}

/// `last summer`, `the winter of 2012`, `the spring`.
std::optional<CalendarValue> DateResolver::season(const DateExpression& e) const {
    if (e.year != 0) {
        return season_of(e.year, e.index);
    }
    if (e.frame.kind != Frame::Kind::None) {
        const Value within = frame(e);
        return within ? Value(season_of(within->year, e.index)) : std::nullopt;
    }
    const bool story = narrative_ && e.step == Step::None;
    const Base base = story ? Base::Reference : base_of(e.step);
    const Value month = base_month(base, e.first);
    const int year = base_year(base, e.first);
    if (!month || (base == Base::Reference && year != month->year)) {
        return year > 0 ? Value(season_of(year + static_cast<int>(distance_of(e.step)), e.index))
                        : std::nullopt;
    }
    return season_from(e, *month, story);
}

/// The season that is meant from `month` on: the same, the one before, or the next one.
CalendarValue DateResolver::season_from(const DateExpression& e,
                                        const CalendarValue& month,
                                        bool story) const {
    if (e.step == Step::This) {
        // The winter of this year's beginning is the one of the year before.
        const bool last_winter = e.index == kWinter && month.month < 6;
        return season_of(last_winter ? month.year - 1 : month.year, e.index);
    }
    const long now = season_number(month.year, month.month);
    const long same = now - now % 4 + static_cast<long>(e.index);
    long distance = distance_of(e.step);
    if (e.step == Step::None && !story) {
        // The last one up to now, or the next one from now on.
        const bool future = tense(e) == Tense::Future;
        distance = same == now ? 0 : future ? 1 : -1;
    }
    const bool before = distance < 0 && same >= now;
    const bool after = distance > 0 && same <= now;
    const long found = before ? same - 4 : after ? same + 4 : same;
    return season_of(static_cast<int>(found / 4), e.index);
}

/// `the 1980s`, `the '80s`, `the eighties`.
std::optional<CalendarValue> DateResolver::decade(const DateExpression& e) const {
    int year = e.year;
    if (year < 100) {
        // The last one that has begun; the twenties are those of the last century for a while yet.
        const int now = published_.year > 0 ? published_.year : 2020;
        const int century = now / 100 * 100;
        const bool begun = century + year <= now && (year != 20 || now >= century + 30);
        year += begun ? century : century - 100;
    }
    CalendarValue value = value_of_year(year / 10 * 10);
    value.granularity = DateGranularity::Decade;
    return value;
}

}  // namespace dateline::analysis
