// Times of day, in figures and in words, and the parts of a day.
#include "indexer/analysis/dates/date_grammar.hpp"

#include <string_view>

namespace dateline::analysis {
namespace {

constexpr int kMinutesOfHour = 60;
constexpr int kHalfDay = 720;
constexpr int kMinutesOfDay = 1440;
constexpr int kQuarter = 15;
/// No hour of a day.
constexpr int kNoHour = 99;
/// Hours below this one are in the afternoon if nothing else is said.
constexpr int kFirstMorningHour = 7;

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

/// A time in figures, before it is known that it is one.
struct Figures {
    int hour = 0;
    int minute = 0;
    std::size_t next = 0;  ///< the token behind it
    char sign = '\0';      ///< between hours and minutes; 0 if there is none
    bool four = false;     ///< four digits in a row
};

/// Whether a number stands at `at` that is not glued to what goes before it.
bool starts_clock(const DateTokens& t, std::size_t at) {
    const bool mark = at > 0 && t[at - 1].kind == ScanKind::Mark && t[at - 1].mark != '\0' &&
                      std::string_view("(-\"[\n").find(t[at - 1].mark) != std::string_view::npos;
    return t.digits(at) > 0 && (!t.is_attached(at) || mark);
}

Figures figures_at(const DateTokens& t, std::size_t at) {
    const std::size_t digits = t.digits(at);
    Figures time{t.value(at), 0, at + 1, '\0', digits == 4};
    const bool sign = t.is_mark(at + 1, ':') || t.is_mark(at + 1, '.');
    if (sign && t.is_attached(at + 1) && t.is_attached(at + 2) && t.digits(at + 2) == 2 &&
        digits <= 2) {
        time.sign = t[at + 1].mark;
        time.minute = t.value(at + 2);
        time.next = at + 3;
        const bool seconds =
            t.is_mark(at + 3, ':') && t.is_attached(at + 4) && t.digits(at + 4) == 2;
        time.next += seconds ? 2U : 0U;
    } else if (time.four) {
        time.minute = time.hour % 100;
        time.hour /= 100;
    } else if (digits > 2) {
        time.hour = kNoHour;
    }
    return time;
}

/// Whether `hrs` stands behind a time, or `hours` behind four digits.
bool says_hours(const DateTokens& t, const Figures& time) {
    return t.is(time.next, WordClass::Hrs) ||
           (time.four && t.is(time.next, WordClass::Units) && t.unit(time.next) == Unit::Hour);
}

/// Whether figures with a sign, of which nothing else is said, are a time: a bare 2.30 is a price,
/// and 3:1 a score, unless the words around say that it is one.
bool is_bare_time(const DateTokens& t, std::size_t at, const Figures& time) {
    const bool led = leads_to_clock(t, at - 1);
    if (time.sign == '.') {
        const bool ticker = t.is_mark(at - 1, kParagraphMark) && t[time.next].capital;
        const bool day = t.is_any(time.next, {WordClass::On, WordClass::Weekday});
        return led && (day || ticker);
    }
    const bool race = t.is_mark(at - 1, ')') || t.is_mark(time.next, ';');
    return !race && (led || t.digits(at) == 2);
}

/// Minutes past or to an hour.
struct RelativeTime {
    bool given = false;
    int minutes = 0;          ///< negative: to the hour
    std::size_t hour_at = 0;  ///< where the hour must stand
};

/// `half past`, `a quarter to`, `twenty past`, `five minutes to` at `at`.
RelativeTime relative_time(const DateTokens& t, std::size_t at) {
    const std::size_t noun = t.is(at, WordClass::Article) ? at + 1 : at;
    const bool half = t.is(noun, WordClass::Unit) && t.unit(noun) == Unit::Half;
    const bool quarter = t.is(noun, WordClass::Unit) && t.unit(noun) == Unit::Quarter;
    const bool number = t.is(at, WordClass::Cardinal) || t.digits(at) > 0;
    const bool named = number && t.is(at + 1, WordClass::Units) && t.unit(at + 1) == Unit::Minute;
    const int minutes = half ? 2 * kQuarter : quarter ? kQuarter : number ? t.value(at) : 0;
    const std::size_t relation = half || quarter ? noun + 1 : at + (named ? 2U : 1U);
    const bool even = named || minutes % 5 == 0;
    if (minutes <= 0 || minutes >= kMinutesOfHour || !even ||
        !t.is_any(relation, {WordClass::Past, WordClass::To})) {
        return {false, 0, at};
    }
    return {true, t.is(relation, WordClass::To) ? -minutes : minutes, relation + 1};
}

/// Whether a day with one of its parts stands at `at`, so that a number before it is an hour.
bool names_part_of_day(const DateTokens& t, std::size_t at) {
    const bool weekday = t.is(at, WordClass::On) && t.is(at + 1, WordClass::Weekday) &&
                         t.is(at + 2, WordClass::PartOfDay);
    const bool step = t.is(at, WordClass::Step) && t.is(at + 1, WordClass::PartOfDay);
    return weekday || step || t.is(at, WordClass::DeicticDay);
}

/// `minute` as a minute of one day.
int wrapped(int minute) {
    return (minute + kMinutesOfDay) % kMinutesOfDay;
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

/// `16:08 UTC`, `5.30pm`, `2 p.m.`, `1400 GMT`, `six p.m.`
std::optional<DateExpression> DateGrammar::figures_clock(std::size_t at) const {
    const int spelled = t_.is(at, WordClass::Cardinal) ? hour_at(t_, at) : 0;
    if (!starts_clock(t_, at) && spelled == 0) {
        return std::nullopt;
    }
    Figures time = spelled > 0 ? Figures{spelled, 0, at + 1, '\0', false} : figures_at(t_, at);
    const AmPm half = am_pm(time.next);
    const bool has_half = half.next > time.next && !time.four;
    if (has_half) {
        const bool twelve = time.hour >= 1 && time.hour <= 12;
        time.hour = twelve ? time.hour % 12 + half.minutes / kMinutesOfHour : kNoHour;
        time.next = half.next;
    }
    const bool hrs = !has_half && says_hours(t_, time);
    time.next += hrs ? 1U : 0U;
    const Zone named = zone(time.next);
    const bool has_zone = named.next > time.next;
    const bool longer = t_.is_attached(time.next) && !t_.is_mark(time.next, ')') &&
                        t_.is_number(time.next + 1) && t_.is_attached(time.next + 1);
    if (time.hour > 23 || time.minute > 59 || (longer && !has_half)) {
        return std::nullopt;
    }
    // `1400 GMT`, `0730 London time`
    const bool four = time.four && (hrs || has_zone);
    const bool parted = time.sign != '\0' && (has_zone || hrs || is_bare_time(t_, at, time));
    if (!has_half && !four && !parted) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Part, at, named.next);
    found.utc = named.utc;
    found.minute_of_day = time.hour * kMinutesOfHour + time.minute;
    return found;
}

/// `half past five`, `ten to three`, `six o'clock`, `four in the morning`.
std::optional<DateExpression> DateGrammar::spelled_clock(std::size_t at) const {
    const RelativeTime relative = relative_time(t_, at);
    DateExpression found = make_expression(Shape::Part, at, relative.hour_at + 1);
    if (relative.given && t_.is(relative.hour_at, WordClass::PointOfDay)) {
        found.minute_of_day = wrapped(t_.value(relative.hour_at) + relative.minutes);
        return found;
    }
    const int hour = hour_at(t_, relative.hour_at);
    const bool o_clock = t_.text(found.next) == "o" && t_.is_mark(found.next + 1, '\'') &&
                         t_.is(found.next + 2, WordClass::Clock);
    found.next += o_clock ? 3U : 0U;
    const bool in_the = t_.is(found.next, WordClass::In) && t_.is(found.next + 1, WordClass::The) &&
                        t_.is(found.next + 2, WordClass::PartOfDay);
    // By 19 to 8 is a score.
    const bool score = t_.is(at - 1, WordClass::By) && relative.minutes % kQuarter != 0;
    const bool led = relative.given &&
                     ((leads_to_clock(t_, at - 1) && !score) || t_.is(found.next, WordClass::The));
    // `seven votes to six on Friday night` and `Shed 9 on Friday night` hold no hour.
    const bool with_day =
        names_part_of_day(t_, found.next) &&
        (relative.given || (leads_to_clock(t_, at - 1) && !t_.is(at - 1, WordClass::To)));
    if (hour == 0 || (!led && !in_the && !with_day && (relative.given || !o_clock))) {
        return std::nullopt;
    }
    found.minute_of_day = wrapped((hour % 12) * kMinutesOfHour + relative.minutes);
    found.half_open = !in_the && hour < kFirstMorningHour;
    if (in_the) {
        found.part = static_cast<DayPart>(t_.value(found.next + 2));
        found.minute_of_day = in_part(found.minute_of_day, found.part);
        found.next += 3;
    }
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
