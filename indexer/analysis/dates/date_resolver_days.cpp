// Days and what names them: dates in part, weekdays, holidays, times.
#include "indexer/analysis/dates/date_resolver.hpp"
#include "indexer/analysis/dates/holidays.hpp"

#include <cstdlib>

namespace dateline::analysis {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int kDaysOfWeek = 7;
/// A day this far ahead is meant even where the clause is in the past: `said the talks, put off to
/// June 17, …`.
constexpr int kAheadInPast = 75;
/// A month this far ahead is meant unless a verb of the past stands beside it: papers say of one
/// that lies farther back which year's it is.
constexpr unsigned kMonthsAhead = 3;
/// The same where nothing in the clause speaks of the past.
constexpr unsigned kMonthsAheadUnknown = 5;
/// Tokens that the beginning of a range takes with the word behind it.
constexpr std::size_t kRangeTokens = 4;
/// Months that a story goes back at most.
constexpr unsigned kTurnMonths = 6;
/// Minutes of the day: from when on it is evening, and until when it is early.
constexpr int kEveningMinute = 1080;
constexpr int kMorningEnds = 540;

int weekday_of(sys_days day) {
    return static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1;
}

/// Days from `from` to the first `weekday` on or after it.
int days_until(int weekday, sys_days from) {
    return (weekday - weekday_of(from) + kDaysOfWeek) % kDaysOfWeek;
}

/// The day in question of `year`, for holidays and for days of a month.
sys_days in_year(const DateExpression& e, int year) {
    if (e.shape == Shape::Holiday) {
        return day_of_holiday(e.index, year);
    }
    const auto month = std::chrono::year(year) / std::chrono::month(e.month);
    const unsigned day = e.day == 0 ? 1 : e.day;
    return sys_days(month / std::chrono::day(day));
}

/// The year in which the day of `e` is nearest to the publication, in the direction of `tense`.
int nearest_year(const DateExpression& e, sys_days published, Tense tense) {
    const int year = value_of_day(published).year;
    const auto ahead = (in_year(e, year) - published).count();
    if (ahead > 0) {
        const auto back = (published - in_year(e, year - 1)).count();
        const bool before =
            tense == Tense::Past ? ahead > kAheadInPast : tense == Tense::Unknown && back < ahead;
        return before ? year - 1 : year;
    }
    const auto next = (in_year(e, year + 1) - published).count();
    const bool after =
        tense == Tense::Future ? -ahead > kAheadInPast : tense == Tense::Unknown && next < -ahead;
    return after ? year + 1 : year;
}

}  // namespace

std::optional<CalendarValue> DateResolver::calendar(const DateExpression& e) const {
    if (e.month == 0) {
        return e.day != 0 ? day_of_month(e) : Value(value_of_year(e.year));
    }
    if (e.year == 0) {
        return month_or_day(e);
    }
    CalendarValue value = value_of_month(e.year, e.month);
    if (e.day != 0) {
        value.granularity = DateGranularity::Day;
        value.day = e.day;
    }
    return value;
}

/// `June 17`, `last October`, `November of that year`.
std::optional<CalendarValue> DateResolver::month_or_day(const DateExpression& e) const {
    int year = 0;
    if (e.frame.kind == Frame::Kind::Relative) {
        const Value found = frame(e);
        year = found ? found->year : 0;
    } else if (e.step != Step::None && e.step != Step::This) {
        const Value base = base_month(base_of(e.step), e.first);
        if (base) {
            const bool before = e.month < base->month;
            const bool after = e.month > base->month;
            const long distance = distance_of(e.step);
            year = base->year + (distance < 0 && !before ? -1 : distance > 0 && !after ? 1 : 0);
        }
    } else {
        year = year_by_tense(e);
    }
    if (year == 0) {
        return std::nullopt;
    }
    CalendarValue value = value_of_month(year, e.month);
    if (e.day != 0) {
        value.granularity = DateGranularity::Day;
        value.day = e.day;
    }
    return value;
}

/// The year of a day or month that states none: by the date before where the text tells a story,
/// else the nearest one in the direction of the tense. 0 if there is nothing to go by.
int DateResolver::year_by_tense(const DateExpression& e) const {
    const int story = year_of_story(e);
    const Day published = published_day();
    if (story != 0 || !published) {
        return story != 0 ? story : published_.year;
    }
    const Tense tense = this->tense(e);
    const int year = published_.year;
    if (e.day == 0 && e.shape == Shape::Calendar) {
        return year + month_turn(e, tense);
    }
    for (const int candidate : {year, year - 1, year + 1}) {
        const bool stated = e.shape == Shape::Calendar && e.weekday >= 0;
        if (stated && weekday_of(in_year(e, candidate)) == e.weekday) {
            return candidate;
        }
    }
    return nearest_year(e, *published, tense);
}

/// The years from that of the publication to that of a month that states none.
int DateResolver::month_turn(const DateExpression& e, Tense tense) const {
    if (e.month <= published_.month) {
        return tense == Tense::Future && e.month < published_.month ? 1 : 0;
    }
    const unsigned ahead = e.month - published_.month;
    // `won in December`, but not `said the sale in December`
    const bool won = tense == Tense::Past && clause_tense_at(t_, e.first) == Tense::Past;
    const unsigned most = tense == Tense::Unknown ? kMonthsAheadUnknown : won ? 0 : kMonthsAhead;
    return tense == Tense::Future || ahead <= most ? 0 : -1;
}

/// The year of the date before, where a day or month without a year hangs on that; else 0.
int DateResolver::year_of_story(const DateExpression& e) const {
    // `from 28 December to 3 January`: the end is behind the beginning.
    const bool linked =
        t_.is_any(e.first - 1, {WordClass::To, WordClass::Until}) || t_.is_mark(e.first - 1, '-');
    if (linked && e.shape == Shape::Calendar && month_.known &&
        e.first - month_.token <= kRangeTokens) {
        return month_.value.year + (e.month < month_.value.month ? 1 : 0);
    }
    const bool past = month_.known && month_.stated_year &&
                      month_.value.year < published_.year - 1 &&
                      (narrative_ ? in_one_paragraph(month_.token, e.first)
                                  : in_one_sentence(month_.token, e.first));
    if (past) {
        // Stories go on: April, told behind December, is of the next year.
        const bool turned = e.month != 0 && e.month + kTurnMonths < month_.value.month;
        return month_.value.year + (turned ? 1 : 0);
    }
    const bool story = narrative_ && any_.value.year < published_.year;
    return any_.known && (story || published_.year == 0) ? any_.value.year : 0;
}

/// `the 16th`, of the month before in the text or of the publication's.
std::optional<CalendarValue> DateResolver::day_of_month(const DateExpression& e) const {
    Value month;
    if (e.frame.kind == Frame::Kind::Relative) {
        month = frame(e);
    } else {
        month = base_month(Base::Reference, e.first);
    }
    if (!month) {
        return std::nullopt;
    }
    month->granularity = DateGranularity::Day;
    month->day = e.day;
    return month;
}

std::optional<CalendarValue> DateResolver::weekday(const DateExpression& e) const {
    if (e.frame.kind == Frame::Kind::Relative) {
        const Value week = frame(e);
        return week ? Value(value_of_day(first_day(*week) + days(e.weekday))) : std::nullopt;
    }
    const Day published = published_day();
    const bool story = e.step == Step::None && !published && day_.known;
    const Base base = story ? Base::Reference : base_of(e.step);
    const Day from = base_day(base, e.first);
    if (!from) {
        return std::nullopt;
    }
    const int until = days_until(e.weekday, *from);
    const int since = until == 0 ? 0 : until - kDaysOfWeek;
    switch (e.step) {
        case Step::Last:
        case Step::Previous:
            return value_of_day(*from + days(until - kDaysOfWeek));
        case Step::Next:
        case Step::Following:
            return value_of_day(*from + days((until == 0 ? kDaysOfWeek : until) +
                                             kDaysOfWeek * static_cast<int>(e.count)));
        case Step::Same:
            return value_of_day(*from + days(until <= 3 ? until : since));
        case Step::None:
        case Step::This:
            break;
    }
    if (story) {
        return value_of_day(*from + days(until <= 3 ? until : since));
    }
    const Tense tense = this->tense(e);
    const bool ahead = tense == Tense::Future || (e.step == Step::This && tense != Tense::Past);
    return value_of_day(*from + days(ahead ? until : since));
}

/// `that evening`, `last night`, `18:31`, `noon`.
std::optional<CalendarValue> DateResolver::part(const DateExpression& e) const {
    const Day day = e.step == Step::None ? day_of_part(e) : base_day(base_of(e.step), e.first);
    return day ? Value(value_of_day(*day + days(distance_of(e.step)))) : std::nullopt;
}

/// The day of a time or part of a day that states none: the one before in the sentence, or in the
/// paragraph if that is not ahead.
std::optional<std::chrono::sys_days> DateResolver::day_of_part(const DateExpression& e) const {
    const Day published = published_day();
    const bool starts_paragraph = e.first == 0 || t_.is_mark(e.first - 1, kParagraphMark);
    const bool told =
        day_.known && !starts_paragraph &&
        (narrative_ || !published || in_one_sentence(day_.token, e.first) ||
         (in_one_paragraph(day_.token, e.first) && first_day(day_.value) <= *published));
    if (!told && !published) {
        return std::nullopt;
    }
    const sys_days day = told ? first_day(day_.value) : *published;
    // Two in the morning, told behind last night, is on the next day; so is midnight.
    const bool evening =
        told && (day_.value.part == DayPart::Evening || day_.value.part == DayPart::Night ||
                 day_.value.minute_of_day >= kEveningMinute);
    const bool small_hours =
        e.minute_of_day >= 0 ? e.minute_of_day < kMorningEnds : e.part == DayPart::Morning;
    const bool midnight = told && e.minute_of_day == 0 && day_.value.minute_of_day < 0;
    return day + days((evening && small_hours) || midnight ? 1 : 0);
}

std::optional<CalendarValue> DateResolver::holiday(const DateExpression& e) const {
    if (const Day only = only_day_of_holiday(e.index)) {
        return value_of_day(*only);
    }
    if (e.frame.kind == Frame::Kind::Relative) {
        const Value within = frame(e);
        return within ? Value(value_of_day(day_of_holiday(e.index, within->year))) : std::nullopt;
    }
    if (e.year != 0) {
        const bool countable = e.year >= kMinEventYear && e.year <= kMaxEventYear;
        return countable ? Value(value_of_day(day_of_holiday(e.index, e.year))) : std::nullopt;
    }
    if (e.step == Step::None || e.step == Step::This) {
        const int year = year_by_tense(e);
        return year == 0 ? std::nullopt : Value(value_of_day(day_of_holiday(e.index, year)));
    }
    const Day from = base_day(base_of(e.step), e.first);
    if (!from) {
        return std::nullopt;
    }
    const int year = value_of_day(*from).year;
    const sys_days here = day_of_holiday(e.index, year);
    const long distance = distance_of(e.step);
    const int shift = distance < 0 && here >= *from ? -1 : distance > 0 && here <= *from ? 1 : 0;
    return value_of_day(day_of_holiday(e.index, year + shift));
}

}  // namespace dateline::analysis
