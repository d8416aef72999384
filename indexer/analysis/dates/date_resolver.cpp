// From what an expression of time says to the day or period it means: rules and memory.
#include "indexer/analysis/dates/date_resolver.hpp"

#include <cstdlib>

namespace dateline::analysis {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// A date that stands farther back than this many tokens is forgotten in news.
constexpr std::size_t kMemoryTokens = 150;
/// Years that a story does not leap over.
constexpr int kLeapYears = 25;

}  // namespace

long distance_of(Step step) {
    switch (step) {
        case Step::Last:
        case Step::Previous:
            return -1;
        case Step::Next:
        case Step::Following:
            return 1;
        case Step::None:
        case Step::This:
        case Step::Same:
            break;
    }
    return 0;
}

std::optional<CalendarValue> DateResolver::resolve(const DateExpression& expression) {
    Value value = value_of(expression);
    if (!value) {
        return std::nullopt;
    }
    value->year += expression.shift_years;
    if (value->granularity == DateGranularity::Day) {
        value = with_part_of_day(expression, *value);
    }
    const bool has_range = value && (value->year < kMinEventYear || range_of(*value));
    if (!has_range) {
        return std::nullopt;
    }
    remember(expression, *value);
    return value;
}

std::optional<CalendarValue> DateResolver::value_of(const DateExpression& e) const {
    switch (e.shape) {
        case Shape::Calendar:
            return calendar(e);
        case Shape::Weekday:
            return weekday(e);
        case Shape::Deictic: {
            const Day day = base_day(e.base, e.first);
            return day ? Value(value_of_day(*day + days(e.count))) : std::nullopt;
        }
        case Shape::Period:
            return period(e);
        case Shape::Offset:
            return offset(e);
        case Shape::Nth:
            return nth(e);
        case Shape::Season:
            return season(e);
        case Shape::Part:
            return part(e);
        case Shape::Holiday:
            return holiday(e);
        case Shape::Decade:
            return decade(e);
        case Shape::Century: {
            CalendarValue value = value_of_year(e.year);
            value.granularity = DateGranularity::Century;
            return value;
        }
        case Shape::Vague:
            break;
    }
    return std::nullopt;
}

std::optional<CalendarValue> DateResolver::with_part_of_day(const DateExpression& e,
                                                            CalendarValue value) const {
    if (e.minute_of_day >= 0) {
        value.granularity = DateGranularity::Time;
        value.minute_of_day = e.minute_of_day;
        value.utc = e.utc;
        return value;
    }
    DayPart part = e.part;
    if (part == DayPart::None && (e.early || e.late)) {
        part = e.early ? DayPart::Morning : DayPart::Evening;
    }
    if (part != DayPart::None) {
        value.granularity = DateGranularity::DayPart;
        value.part = part;
    }
    return value;
}

std::optional<std::chrono::sys_days> DateResolver::published_day() const {
    if (published_.day == 0) {
        return std::nullopt;
    }
    return sys_days(std::chrono::year(published_.year) / std::chrono::month(published_.month) /
                    std::chrono::day(published_.day));
}

bool DateResolver::is_near(std::size_t token, std::size_t at) const {
    return narrative_ || at - token <= kMemoryTokens;
}

bool DateResolver::in_one_paragraph(std::size_t token, std::size_t at) const {
    if (at - token > kMemoryTokens) {
        return false;
    }
    for (std::size_t between = token; between < at; ++between) {
        if (t_.is_mark(between, kParagraphMark)) {
            return false;
        }
    }
    return true;
}

bool DateResolver::in_one_sentence(std::size_t token, std::size_t at) const {
    if (at - token > kMemoryTokens) {
        return false;
    }
    for (std::size_t between = token; between < at; ++between) {
        const bool stop =
            t_.is_mark(between, '.') || t_.is_mark(between, '!') || t_.is_mark(between, '?');
        if (t_.is_mark(between, kParagraphMark) || (stop && t_[between + 1].after_space)) {
            return false;
        }
    }
    return true;
}

std::optional<std::chrono::sys_days> DateResolver::base_day(Base base, std::size_t at) const {
    if (base == Base::Reference && day_.known && is_near(day_.token, at)) {
        return first_day(day_.value);
    }
    return published_day();
}

std::optional<CalendarValue> DateResolver::base_month(Base base, std::size_t at) const {
    if (base == Base::Reference && month_.known && is_near(month_.token, at)) {
        return value_of_month(month_.value.year, month_.value.month);
    }
    if (published_.month == 0) {
        return std::nullopt;
    }
    return value_of_month(published_.year, published_.month);
}

int DateResolver::base_year(Base base, std::size_t at) const {
    if (base == Base::Reference && any_.known && is_near(any_.token, at)) {
        return any_.value.year;
    }
    return published_.year;
}

Tense DateResolver::tense(const DateExpression& e) const {
    return clause_tense(t_, e.first, e.next);
}

void DateResolver::remember(const DateExpression& e, const CalendarValue& value) {
    if (value.granularity >= DateGranularity::Decade || value.year < kMinEventYear) {
        return;
    }
    // Companies compare with a year earlier again and again, and never with the year before that.
    if (e.shape == Shape::Offset && e.unit == Unit::Year && e.before) {
        return;
    }
    const bool stated = e.year > 0 || e.frame.year > 0;
    const Reference reference{value, e.first, stated, true};
    // A story does not leap: `as in 1812` is another one.
    const bool leap = narrative_ && any_.known &&
                      std::abs(value.year - any_.value.year) > kLeapYears &&
                      value.granularity == DateGranularity::Year;
    if (leap) {
        return;
    }
    any_ = reference;
    if (value.granularity <= DateGranularity::Month) {
        month_ = reference;
    }
    if (value.granularity <= DateGranularity::Day) {
        day_ = reference;
    }
}

}  // namespace dateline::analysis
