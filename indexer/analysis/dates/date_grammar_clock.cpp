// Times of day, in figures and in words, and the parts of a day.
#include "indexer/analysis/dates/date_grammar.hpp"

#include <string_view>

namespace dateline::analysis {
namespace {

constexpr int kMinutesOfHour = 60;
constexpr int kHalfDay = 720;
constexpr int kMinutesOfDay = 1440;
constexpr int kQuarter = 15;

/// Whether a word at `at` says that a number behind it may be a time of day.
bool leads_to_clock(const DateTokens& t, std::size_t at) {
    switch (t.word_class(at)) {
        case WordClass::At:
        case WordClass::By:
        case WordClass::About:
        case WordClass::From:
        case WordClass::Until:
        case WordClass::Since:
        case WordClass::Before:
        case WordClass::After:
        case WordClass::Between:
        case WordClass::To:
            return true;
        default:
            return t.is_mark(at, kParagraphMark) || t.is_mark(at, '-');
    }
}

/// A time of twelve hours in the part of the day that is stated with it.
int in_part(int minute_of_day, DayPart part) {
    const bool late = part == DayPart::Afternoon || part == DayPart::Evening ||
                      (part == DayPart::Night && minute_of_day >= 5 * kMinutesOfHour);
    if (late && minute_of_day < kHalfDay) {
        return minute_of_day + kHalfDay;
    }
    const bool midnight = part == DayPart::Night || part == DayPart::Morning;
    return midnight && minute_of_day >= kHalfDay && minute_of_day < kHalfDay + kMinutesOfHour
               ? minute_of_day - kHalfDay
               : minute_of_day;
}

/// The hour 1 to 12 in words or figures at `at`; 0 if there is none.
int hour_at(const DateTokens& t, std::size_t at) {
    const bool word = t.is(at, WordClass::Cardinal);
    const bool figures = t.digits(at) >= 1 && t.digits(at) <= 2;
    const int value = t.value(at);
    return (word || figures) && value >= 1 && value <= 12 ? value : 0;
}

}  // namespace

/// The token behind `am`, `p.m.` and the like at `at`; `at` if there is none of them.
DateGrammar::AmPm DateGrammar::am_pm(std::size_t at) const {
    if (t_.is(at, WordClass::AmPm)) {
        return {t_.value(at), at + 1};
    }
    const std::string_view letter = t_.text(at);
    const bool first = letter == "a" || letter == "A" || letter == "p" || letter == "P";
    const std::string_view second = t_.text(at + 2);
    if (!first || !t_.is_mark(at + 1, '.') || (second != "m" && second != "M") ||
        !t_.is_attached(at + 2)) {
        return {0, at};
    }
    const bool afternoon = letter == "p" || letter == "P";
    const bool dot = t_.is_mark(at + 3, '.') && t_.is_attached(at + 3);
    return {afternoon ? kHalfDay : 0, at + (dot ? 4U : 3U)};
}

/// The name of a time zone at `at`: `GMT`, `Moscow time`, `(GMT +8)`.
DateGrammar::Zone DateGrammar::zone(std::size_t at) const {
    const bool bracket = t_.is_mark(at, '(');
    const std::size_t name = at + (bracket ? 1U : 0U);
    const bool capitals = t_.text(name).size() >= 2 && t_.text(name)[1] <= 'Z';
    if (t_.is(name, WordClass::Zone) && capitals) {
        std::size_t next = name + 1;
        const bool sign = t_.is_mark(next, '+') || t_.is_mark(next, '-');
        const bool offset = sign && t_.digits(next + 1) >= 1 && t_.is_attached(next + 1);
        next += offset ? 2U : 0U;
        if (!bracket) {
            return {t_.value(name) == 1 && !offset, next};
        }
        return t_.is_mark(next, ')') ? Zone{t_.value(name) == 1 && !offset, next + 1}
                                     : Zone{false, at};
    }
    const bool named = t_.is_word(at) && t_[at].capital;
    return {false, named && t_.text(at + 1) == "time" ? at + 2 : at};
}

/// `16:08 UTC`, `5.30pm`, `2 p.m.`, `1400 GMT`.
std::optional<DateExpression> DateGrammar::figures_clock(std::size_t at) const {
    const std::size_t digits = t_.digits(at);
    const int spelled = t_.is(at, WordClass::Cardinal) ? hour_at(t_, at) : 0;
    if (const AmPm half = am_pm(at + 1); spelled > 0 && half.next > at + 1) {
        DateExpression found = make_expression(Shape::Part, at, half.next);
        found.minute_of_day = spelled % 12 * kMinutesOfHour + half.minutes;
        return found;
    }
    const bool glued = t_.is_attached(at) && !t_.is_mark(at - 1, '(') && !t_.is_mark(at - 1, '-') &&
                       !t_.is_mark(at - 1, '"') && !t_.is_mark(at - 1, kParagraphMark) &&
                       !t_.is_mark(at - 1, '[');
    if (digits == 0 || glued) {
        return std::nullopt;
    }
    int hour = t_.value(at);
    int minute = 0;
    std::size_t next = at + 1;
    const bool colon = t_.is_mark(next, ':');
    const bool dot = t_.is_mark(next, '.');
    const bool minutes = (colon || dot) && t_.is_attached(next) && t_.is_attached(next + 1) &&
                         t_.digits(next + 1) == 2 && digits <= 2;
    if (minutes) {
        minute = t_.value(next + 1);
        next += 2;
        const bool seconds =
            t_.is_mark(next, ':') && t_.is_attached(next + 1) && t_.digits(next + 1) == 2;
        next += seconds ? 2U : 0U;
    } else if (digits == 4) {
        minute = hour % 100;
        hour /= 100;
    }
    const AmPm half = am_pm(next);
    const bool has_half = half.next > next && digits <= 2;
    next = has_half ? half.next : next;
    const bool hrs =
        t_.is(next, WordClass::Hrs) || (digits == 4 && t_.is(next, WordClass::Units) &&
                                        t_.value(next) == static_cast<int>(Unit::Hour));
    next += hrs && !has_half ? 1U : 0U;
    const Zone named = zone(next);
    const bool has_zone = named.next > next;
    const bool longer = t_.is_attached(next) && !t_.is_mark(next, ')') && t_.is_number(next + 1) &&
                        t_.is_attached(next + 1);
    const bool twelve = has_half && (hour < 1 || hour > 12);
    if (hour > 23 || minute > 59 || twelve || (longer && !has_half)) {
        return std::nullopt;
    }
    const bool day_follows = t_.is(next, WordClass::On) || t_.is(next, WordClass::Weekday);
    // A bare 2.30 is a price, and 3:1 a score, unless the words around say that it is a time.
    const bool ticker = t_.is_mark(at - 1, kParagraphMark) && t_[next].capital;
    const bool race = t_.is_mark(at - 1, ')') || t_.is_mark(next, ';');
    const bool bare = minutes && ((colon && !race && (digits == 2 || leads_to_clock(t_, at - 1))) ||
                                  (dot && leads_to_clock(t_, at - 1) && (day_follows || ticker)));
    const bool four = digits == 4 && (hrs || (has_zone && t_.is(next, WordClass::Zone)));
    if (!has_half && !bare && !four && !(minutes && (has_zone || hrs))) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Part, at, named.next);
    found.utc = named.utc;
    found.minute_of_day =
        (has_half ? hour % 12 : hour) * kMinutesOfHour + minute + (has_half ? half.minutes : 0);
    return found;
}

/// `half past five`, `ten to three`, `six o'clock`, `four in the morning`.
std::optional<DateExpression> DateGrammar::spelled_clock(std::size_t at) const {
    std::size_t next = at;
    int offset = 0;
    bool named = false;
    const std::size_t behind_article = t_.is(at, WordClass::Article) ? at + 1 : at;
    const bool unit = t_.is(behind_article, WordClass::Unit);
    if (unit && t_.value(behind_article) == static_cast<int>(Unit::Half)) {
        offset = 2 * kQuarter;
        next = behind_article + 1;
    } else if (unit && t_.value(behind_article) == static_cast<int>(Unit::Quarter)) {
        offset = kQuarter;
        next = behind_article + 1;
    } else if (t_.is(at, WordClass::Cardinal) || t_.digits(at) > 0) {
        named =
            t_.is(at + 1, WordClass::Units) && t_.value(at + 1) == static_cast<int>(Unit::Minute);
        const std::size_t relation = at + (named ? 2U : 1U);
        if (t_.is(relation, WordClass::Past) || t_.is(relation, WordClass::To)) {
            offset = t_.value(at);
            next = relation;
        }
    }
    // 19 to 8 is a score.
    const bool relative = offset > 0 && offset < kMinutesOfHour && (named || offset % 5 == 0) &&
                          (t_.is(next, WordClass::Past) || t_.is(next, WordClass::To));
    const int direction = relative && t_.is(next, WordClass::To) ? -1 : 1;
    const std::size_t hour_place = relative ? next + 1 : at;
    DateExpression found = make_expression(Shape::Part, at, hour_place + 1);
    if (relative && t_.is(hour_place, WordClass::PointOfDay)) {
        const int minute = t_.value(hour_place) + direction * offset;
        found.minute_of_day = (minute + kMinutesOfDay) % kMinutesOfDay;
        return found;
    }
    const int hour = hour_at(t_, hour_place);
    const bool o_clock = t_.text(hour_place + 1) == "o" && t_.is_mark(hour_place + 2, '\'') &&
                         t_.is(hour_place + 3, WordClass::Clock);
    found.next += o_clock ? 3U : 0U;
    const bool in_the = t_.is(found.next, WordClass::In) && t_.is(found.next + 1, WordClass::The) &&
                        t_.is(found.next + 2, WordClass::PartOfDay);
    const bool on_day = t_.is(found.next, WordClass::On) &&
                        t_.is(found.next + 1, WordClass::Weekday) &&
                        t_.is(found.next + 2, WordClass::PartOfDay);
    const bool day =
        t_.is(found.next, WordClass::DeicticDay) ||
        (t_.is(found.next, WordClass::Step) && t_.is(found.next + 1, WordClass::PartOfDay));

    const bool score = t_.is(at - 1, WordClass::By) && offset != kQuarter && offset != 2 * kQuarter;
    const bool said = relative ? (leads_to_clock(t_, at - 1) && !score) || in_the || on_day ||
                                     day || t_.is(found.next, WordClass::The)
                               : o_clock || in_the || on_day || day;
    if (hour == 0 || !said) {
        return std::nullopt;
    }
    found.minute_of_day =
        ((hour % 12) * kMinutesOfHour + direction * offset + kMinutesOfDay) % kMinutesOfDay;
    if (in_the) {
        found.part = static_cast<DayPart>(t_.value(found.next + 2));
        found.minute_of_day = in_part(found.minute_of_day, found.part);
        found.next += 3;
    }
    found.half_open = !in_the && hour < 7;
    return found;
}

std::optional<DateExpression> DateGrammar::clock(std::size_t at) const {
    Match found = figures_clock(at);
    found = found ? found : spelled_clock(at);
    return found ? clock_with_day(*found) : std::nullopt;
}

/// `clock` with the day behind it: `noon on Thursday`, `18:00 UTC Monday`.
std::optional<DateExpression> DateGrammar::clock_with_day(DateExpression clock) const {
    std::size_t at = clock.next;
    at += t_.is(at, WordClass::On) ? 1U : 0U;
    const std::size_t behind_the = at + (t_.is(at, WordClass::The) ? 1U : 0U);
    Match day;
    if (t_.is(behind_the, WordClass::PartOfDay) && behind_the > at) {
        day = part_of_day(behind_the);
        day = day && names_day(*day) ? day : std::nullopt;
    } else {
        // A time is no day: `noon on noon` must not be read on and on.
        day = t_.is(at, WordClass::PointOfDay) ? std::nullopt : core(at);
    }
    const bool part = day && day->shape == Shape::Part && day->step != Step::None;
    if (!day || (!names_day(*day) && !part) || day->minute_of_day >= 0) {
        // Half past five, of which nothing else is said, is in the afternoon.
        clock.minute_of_day += clock.half_open ? kHalfDay : 0;
        return clock;
    }
    if (day->part == DayPart::None && t_.is(day->next, WordClass::PartOfDay)) {
        day->part = static_cast<DayPart>(t_.value(day->next));
        ++day->next;
    }
    if (clock.minute_of_day == 0 && day->shape == Shape::Deictic) {
        ++day->count;  // midnight tonight is when tomorrow begins
    }
    day->first = clock.first;
    day->minute_of_day =
        clock.part == DayPart::None ? in_part(clock.minute_of_day, day->part) : clock.minute_of_day;
    day->utc = clock.utc;
    return day;
}

/// `morning of October 3`, `noon on Thursday`, `dawn`, `evening`.
std::optional<DateExpression> DateGrammar::part_of_day(std::size_t at) const {
    DateExpression found = make_expression(Shape::Part, at, at + 1);
    if (t_.is(at, WordClass::PointOfDay)) {
        found.minute_of_day = t_.value(at);
        const Zone named = zone(at + 1);
        found.utc = named.utc;
        found.next = named.next;
        return clock_with_day(found);
    }
    found.part = static_cast<DayPart>(t_.value(at));
    std::size_t next = at + 1;
    next +=
        t_.is(next, WordClass::Units) && t_.value(next) == static_cast<int>(Unit::Hour) ? 1U : 0U;
    const bool part_again =
        t_.is(next + 1, WordClass::PointOfDay) ||
        (t_.is(next + 1, WordClass::The) && t_.is(next + 2, WordClass::PartOfDay));
    if ((!t_.is(next, WordClass::Of) && !t_.is(next, WordClass::On)) || part_again) {
        return found;
    }
    Match day = core(next + 1);
    if (!day || !names_day(*day) || day->part != DayPart::None || day->minute_of_day >= 0) {
        return found;
    }
    day->first = at;
    day->part = found.part;
    return day;
}

}  // namespace dateline::analysis
