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
constexpr unsigned kWinter = 3;

unsigned quarter_of(unsigned month) {
    return (month - 1) / 3 + 1;
}

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
        // `the same month of 1986`
        Value same = any_.known && is_near(any_.token, e.first) ? Value(any_.value) : std::nullopt;
        if (same && e.unit == Unit::Month) {
            same = month_.known ? Value(value_of_month(e.year, month_.value.month)) : std::nullopt;
        } else if (same) {
            same->year = e.year;
        }
        return same;
    }
    const Base base = base_of(e.step);
    const long distance = distance_of(e.step);
    const Day day = base_day(base, e.first);
    const Value month = base_month(base, e.first);
    const int year = base_year(base, e.first);
    switch (e.unit) {
        case Unit::Day:
            return day ? Value(value_of_day(*day + days(distance))) : std::nullopt;
        case Unit::Week:
            return day ? Value(value_of_week(*day + days(kDaysOfWeek * distance))) : std::nullopt;
        case Unit::Weekend:
            return weekend(e);
        case Unit::Month:
            return month ? Value(month_shifted(month->year, month->month, distance)) : std::nullopt;
        case Unit::Quarter: {
            if (base == Base::Reference && any_.known &&
                any_.value.granularity == DateGranularity::Quarter) {
                return part_of_year(DateGranularity::Quarter,
                                    4L * any_.value.year + any_.value.index - 1 + distance,
                                    4);
            }
            return month ? Value(part_of_year(
                               DateGranularity::Quarter,
                               4L * month->year + quarter_of(month->month) - 1 + distance,
                               4))
                         : std::nullopt;
        }
        case Unit::Half:
            return month ? Value(part_of_year(DateGranularity::Half,
                                              2L * month->year + (month->month - 1) / 6 + distance,
                                              2))
                         : std::nullopt;
        case Unit::Year:
            return year > 0 ? Value(value_of_year(year + static_cast<int>(distance)))
                            : std::nullopt;
        case Unit::Decade:
            return year > 0 ? Value(first_year(DateGranularity::Decade, year / 10 + distance, 10))
                            : std::nullopt;
        case Unit::Century:
            return year > 0
                       ? Value(first_year(DateGranularity::Century, year / 100 + distance, 100))
                       : std::nullopt;
        case Unit::Season:
            // `the same period`, whatever it was
            return any_.known && is_near(any_.token, e.first) ? Value(any_.value) : std::nullopt;
        case Unit::Minute:
        case Unit::Hour:
        case Unit::Fortnight:
            break;
    }
    return std::nullopt;
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
    const long count = e.count;
    switch (e.unit) {
        case Unit::Minute:
        case Unit::Hour: {
            const bool told = e.base == Base::Reference && day_.known &&
                              day_.value.granularity == DateGranularity::Time;
            const int from = told                          ? day_.value.minute_of_day
                             : e.base == Base::Publication ? published_.minute_of_day
                                                           : -1;
            if (!day || from < 0) {
                return std::nullopt;
            }
            const long minutes = from + count * (e.unit == Unit::Hour ? 60 : 1);
            const long passed =
                minutes >= 0 ? minutes / kMinutesOfDay : -((-minutes - 1) / kMinutesOfDay + 1);
            CalendarValue value = value_of_day(*day + days(passed));
            value.granularity = DateGranularity::Time;
            value.minute_of_day = static_cast<int>(minutes - passed * kMinutesOfDay);
            return value;
        }
        case Unit::Day:
            return day ? Value(value_of_day(*day + days(count))) : std::nullopt;
        case Unit::Weekend:
            return day ? Value(value_of_weekend(*day + days(kDaysOfWeek * count))) : std::nullopt;
        case Unit::Week:
        case Unit::Fortnight: {
            if (!day) {
                return std::nullopt;
            }
            const long weeks = e.unit == Unit::Fortnight ? 2 * count : count;
            const sys_days shifted = *day + days(kDaysOfWeek * weeks);
            const bool exact = e.base == Base::Reference || e.unit == Unit::Fortnight ||
                               (weeks == -1 || weeks == 1);
            return exact ? value_of_day(shifted) : value_of_week(shifted);
        }
        case Unit::Month: {
            const Value month = base_month(e.base, e.first);
            return month ? Value(month_shifted(month->year, month->month, count)) : std::nullopt;
        }
        case Unit::Year: {
            const int year = base_year(e.base, e.first);
            const bool quarter = e.base == Base::Reference && any_.known &&
                                 any_.value.granularity == DateGranularity::Quarter;
            CalendarValue value = quarter ? any_.value : value_of_year(year);
            value.year += static_cast<int>(count);
            value.year -= value.year <= 0 ? 1 : 0;  // there is no year 0
            return year > 0 ? Value(value) : std::nullopt;
        }
        case Unit::Decade:
        case Unit::Century: {
            const int year = base_year(e.base, e.first);
            const long years = e.unit == Unit::Decade ? 10 : 100;
            return year > 0 ? Value(first_year(e.unit == Unit::Decade ? DateGranularity::Decade
                                                                      : DateGranularity::Century,
                                               year / years + count,
                                               years))
                            : std::nullopt;
        }
        case Unit::Quarter:
        case Unit::Half:
        case Unit::Season:
            break;
    }
    return std::nullopt;
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
    const long number = e.count;
    if (e.weekday >= 0) {
        const auto from = number < 0 ? range->to - days(kDaysOfWeek - 1) : range->from;
        const int first = static_cast<int>(std::chrono::weekday(from).iso_encoding()) - 1;
        const int until = (e.weekday - first + kDaysOfWeek) % kDaysOfWeek;
        const sys_days day = from + days(until + (number < 0 ? 0 : kDaysOfWeek * (number - 1)));
        return day <= range->to ? Value(value_of_day(day)) : std::nullopt;
    }
    const long per_year = e.unit == Unit::Quarter ? 4 : e.unit == Unit::Half ? 2 : 12;
    switch (e.unit) {
        case Unit::Day: {
            const sys_days day = number < 0 ? range->to : range->from + days(number - 1);
            return day <= range->to ? Value(value_of_day(day)) : std::nullopt;
        }
        case Unit::Week:
            // The week that has most of its days in the period.
            return value_of_week(number < 0
                                     ? range->to - days(kHalfWeek)
                                     : range->from + days(kHalfWeek + kDaysOfWeek * (number - 1)));
        case Unit::Weekend:
            return value_of_weekend(number < 0 ? range->to - days(kDaysOfWeek - 2)
                                               : range->from + days(kDaysOfWeek * (number - 1)));
        case Unit::Month:
        case Unit::Quarter:
        case Unit::Half: {
            if (frame.granularity != DateGranularity::Year) {
                return frame;
            }
            const long index = number < 0 ? per_year : number;
            if (index > per_year) {
                return std::nullopt;
            }
            if (e.unit == Unit::Month) {
                return value_of_month(frame.year, static_cast<unsigned>(index));
            }
            return part_of_year(
                e.unit == Unit::Quarter ? DateGranularity::Quarter : DateGranularity::Half,
                per_year * frame.year + index - 1,
                per_year);
        }
        case Unit::Year:
        case Unit::Decade: {
            const int length = e.unit == Unit::Year ? 1 : 10;
            const int whole = frame.granularity == DateGranularity::Century ? 100 : 10;
            const int first = number < 0 ? whole - length : static_cast<int>(number - 1) * length;
            return first < whole ? Value(first_year(e.unit == Unit::Year ? DateGranularity::Year
                                                                         : DateGranularity::Decade,
                                                    (frame.year + first) / length,
                                                    length))
                                 : std::nullopt;
        }
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
    const long now = season_number(month->year, month->month);
    const long same = now - (now % 4) + static_cast<long>(e.index);
    long found = same;
    if (e.step == Step::None && !story) {
        const bool future = tense(e) == Tense::Future;
        found = future ? (same < now ? same + 4 : same) : (same > now ? same - 4 : same);
    } else if (distance_of(e.step) < 0) {
        found = same < now ? same : same - 4;
    } else if (distance_of(e.step) > 0) {
        found = same > now ? same : same + 4;
    } else if (e.step == Step::This) {
        // The winter of this year's beginning is the one of the year before.
        const bool last_winter = e.index == kWinter && month->month < 6;
        return season_of(last_winter ? month->year - 1 : month->year, e.index);
    }
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
