// Periods by what they are to today or to the date before: last week, two days later, the quarter.
#include "indexer/analysis/dates/date_grammar.hpp"
#include "indexer/analysis/dates/holidays.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::analysis {
namespace {

/// Larger counts are no way to state a date.
constexpr long kMaxCount = 5000;

bool is_calendar_unit(Unit unit) {
    return unit != Unit::Minute && unit != Unit::Hour;
}

/// A number in words or figures.
struct Counted {
    long count = 0;
    std::size_t next = 0;  ///< the token behind it; 0 if there is none
    bool vague = false;
};

Counted small_number(const DateTokens& t, std::size_t at) {
    if (t.is(at, WordClass::Cardinal)) {
        long count = t.value(at);
        std::size_t next = at + 1;
        const bool joined = t.is_mark(next, '-') && t.is_attached(next + 1);
        const std::size_t ones = next + (joined ? 1U : 0U);
        if (count >= 20 && t.is(ones, WordClass::Cardinal) && t.value(ones) < 10) {
            count += t.value(ones);
            next = ones + 1;
        }
        return {count, next, false};
    }
    const bool free = !t.is_attached(at) || t.is_mark(at - 1, '(') || t.is_mark(at - 1, '"');
    if (t.digits(at) >= 1 && t.digits(at) <= 4 && free) {
        return {t.value(at), at + 1, false};
    }
    return {};
}

Counted count_at(const DateTokens& t, std::size_t at) {
    if (t.is(at, WordClass::Several)) {
        return {0, t.is(at + 1, WordClass::Of) ? at + 2 : at + 1, true};
    }
    if (t.is(at, WordClass::Article)) {
        if (t.is(at + 1, WordClass::Several)) {
            return count_at(t, at + 1);
        }
        return {1, at + 1, false};
    }
    Counted found = small_number(t, at);
    // Two and a half years ago: TIMEX3 has the whole year.
    if (found.next > 0 && t.is(found.next, WordClass::And) &&
        t.is(found.next + 1, WordClass::Article) && t.is(found.next + 2, WordClass::Unit) &&
        t.unit(found.next + 2) == Unit::Half) {
        found.next += 3;
    }
    return found;
}

}  // namespace

/// Whether nothing follows that the word before `at`, such as `before`, could have for its object.
bool DateGrammar::closes_clause(std::size_t at) const {
    const ScanToken& token = t_[at];
    if (at >= t_.size()) {
        return true;
    }
    if (token.kind == ScanKind::Mark) {
        return std::string_view(".,;:!?)\n-").find(token.mark) != std::string_view::npos;
    }
    return t_.is(at, WordClass::And) || t_.is(at, WordClass::In) || t_.is(at, WordClass::Or);
}

/// `last week`, `that evening`, `this past summer`.
std::optional<DateExpression> DateGrammar::step(std::size_t at) const {
    Step which = t_.step(at);
    std::size_t next = at + 1;
    const bool past = t_.is(next, WordClass::Past);
    const bool same = t_.is(next, WordClass::Step) && t_.step(next) == Step::Same;
    const bool coming =
        which == Step::This && t_.is(next, WordClass::Step) && t_.step(next) == Step::Next;
    if ((which == Step::This || which == Step::Same) && (past || same || coming)) {
        which = past ? Step::Last : t_.step(next);
        ++next;
    }
    Match found = stepped(next, which);
    if (found) {
        found->first = at;
    }
    return found;
}

/// What `which` goes with at token `at`; the expression found starts there.
std::optional<DateExpression> DateGrammar::stepped(std::size_t at, Step which) const {
    DateExpression found = make_expression(Shape::Period, at, at + 1);
    found.step = which;
    switch (t_.word_class(at)) {
        case WordClass::Unit:
            found.unit = t_.unit(at);
            // `that half` and `this century's` aside, a fortnight or an hour is a duration.
            return is_calendar_unit(found.unit) && found.unit != Unit::Fortnight &&
                           found.unit != Unit::Half
                       ? std::optional(found)
                       : std::nullopt;
        case WordClass::Weekday:
            found.shape = Shape::Weekday;
            found.weekday = t_.value(at);
            return found;
        case WordClass::Month:
            found.shape = Shape::Calendar;
            found.month = static_cast<unsigned>(t_.value(at));
            if (t_.digits(at + 1) > 0) {
                return month_first(at);
            }
            return t_[at].capital ? std::optional(found) : std::nullopt;
        case WordClass::Season:
            found.shape = Shape::Season;
            found.index = static_cast<unsigned>(t_.value(at));
            return found;
        case WordClass::PartOfDay:
            found.shape = Shape::Part;
            found.part = static_cast<DayPart>(t_.value(at));
            return found;
        case WordClass::Holiday:
            if (Match day = holiday(at)) {
                day->step = which;
                return day;
            }
            return std::nullopt;
        case WordClass::Fiscal:
            if (t_.is(at + 1, WordClass::Unit) && t_.unit(at + 1) == Unit::Year) {
                found.unit = Unit::Year;
                found.next = at + 2;
                return found;
            }
            return std::nullopt;
        default:
            return std::nullopt;
    }
}

/// Behind `the`: `week before last`, `day after tomorrow`, `year before`, `year-ago quarter`.
std::optional<DateExpression> DateGrammar::unit_before(std::size_t at) const {
    if (!t_.is_any(at, {WordClass::Unit, WordClass::Weekday, WordClass::PartOfDay})) {
        return std::nullopt;
    }
    if (t_.is_mark(at + 1, '-')) {
        return year_ago_period(at);
    }
    if (Match found = before_last(at)) {
        return found;
    }
    const bool step = t_.is(at + 1, WordClass::Step);
    const bool back =
        t_.is(at + 1, WordClass::Before) || (step && t_.step(at + 1) == Step::Previous);
    const bool on = t_.is(at + 1, WordClass::After) || (step && t_.step(at + 1) == Step::Following);
    if ((!back && !on) || (!step && !closes_clause(at + 2))) {
        return std::nullopt;
    }
    Match found = stepped(at, back ? Step::Previous : Step::Following);
    if (found) {
        found->next = at + 2;
    }
    return found;
}

/// Behind `the`: `week before last`, `day after tomorrow`, `night before last`.
std::optional<DateExpression> DateGrammar::before_last(std::size_t at) const {
    const bool before = t_.is(at + 1, WordClass::Before);
    const bool steps =
        t_.is(at + 2, WordClass::Step) && t_.step(at + 2) == (before ? Step::Last : Step::Next);
    const bool deictic = t_.is(at + 2, WordClass::DeicticDay) && !t_.is(at, WordClass::Weekday);
    if ((!before && !t_.is(at + 1, WordClass::After)) || (!steps && !deictic)) {
        return std::nullopt;
    }
    const bool unit = t_.is(at, WordClass::Unit);
    DateExpression found = make_expression(Shape::Offset, at, at + 3);
    found.unit = unit ? t_.unit(at) : Unit::Day;
    const bool part = t_.is(at, WordClass::PartOfDay);
    found.part = part ? static_cast<DayPart>(t_.value(at)) : DayPart::None;
    found.count = before ? -2 : 2;
    return is_calendar_unit(found.unit) ? std::optional(found) : std::nullopt;
}

/// Behind `the`: `year-ago quarter`, `year-earlier period`.
std::optional<DateExpression> DateGrammar::year_ago_period(std::size_t at) const {
    const bool back = t_.is_any(at + 2, {WordClass::Ago, WordClass::Earlier});
    const bool unit = t_.is(at + 3, WordClass::Unit);
    if (t_.unit(at) != Unit::Year || !back || (!unit && t_.text(at + 3) != "period")) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Period, at, at + 4);
    found.unit = unit ? t_.unit(at + 3) : Unit::Season;
    found.step = Step::Same;
    found.shift_years = -1;
    return found;
}

/// Behind `the`: the unit itself, where the words around it say that it is a date.
std::optional<DateExpression> DateGrammar::bare_unit(std::size_t at) const {
    if (t_.is(at, WordClass::PartOfDay)) {
        // `the evening` and `the night` are as often a time of life, or somebody's, as a date.
        Match part = part_of_day(at);
        const auto which = static_cast<DayPart>(t_.value(at));
        const WordClass before = t_.word_class(at - 2);
        const bool plain = which == DayPart::Morning || which == DayPart::Afternoon ||
                           before == WordClass::In || before == WordClass::By ||
                           before == WordClass::During || before == WordClass::Until ||
                           t_.text(at - 2) == "spent" || t_.text(at - 2) == "spend";
        const bool noun = t_.is_word(at + 1) &&
                          (t_.is(at + 1, WordClass::None) || t_.is(at + 1, WordClass::Titled));
        return (plain && !noun) || (part && part->next > at + 1) ? part : std::nullopt;
    }
    if (!t_.is(at, WordClass::Unit)) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Period, at, at + 1);
    found.unit = t_.unit(at);
    found.step = Step::Same;
    if (found.unit == Unit::Weekend) {
        return found;
    }
    // Markets end the day and the week.
    constexpr auto verbs = std::to_array<std::string_view>(
        {"For", "end", "ended", "ending", "finish", "finished", "finishing", "close", "closed"});
    const bool ends = std::find(verbs.begin(), verbs.end(), t_.text(at - 2)) != verbs.end();
    if (ends && found.unit == Unit::Day && t_.is(at - 1, WordClass::The)) {
        return found;
    }
    // `the year 1000`.
    if (found.unit == Unit::Year && t_.digits(at + 1) == 4) {
        return year(at + 1);
    }
    return std::nullopt;
}

/// `year-end`, `month's end`.
std::optional<DateExpression> DateGrammar::unit_end(std::size_t at) const {
    const bool hyphen = t_.is_mark(at + 1, '-') && t_.is_attached(at + 1);
    const bool possessive = t_.is_mark(at + 1, '\'') && t_.text(at + 2) == "s";
    const std::size_t end = at + (hyphen ? 2U : 3U);
    if ((!hyphen && !possessive) || t_.text(end) != "end" || t_.unit(at) < Unit::Week) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Period, at, end + 1);
    found.unit = t_.unit(at);
    found.step = Step::Same;
    if (const NumberMatch year = year_behind(end + 1); year.next > end + 1) {
        found = make_expression(Shape::Calendar, at, year.next);  // `year-end 1986`
        found.year = year.value;
    }
    return found;
}

/// `two days ago`, `about a year earlier`, `three weeks from now`.
std::optional<DateExpression> DateGrammar::counted(std::size_t at) const {
    const Counted number = count_at(t_, at);
    if (number.next == 0 || number.count > kMaxCount) {
        return std::nullopt;
    }
    std::size_t next = number.next;
    const bool hyphen = t_.is_mark(next, '-') && t_.is_attached(next + 1);
    next += hyphen ? 1U : 0U;
    if (!t_.is(next, WordClass::Unit) && !t_.is(next, WordClass::Units)) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Offset, at, next + 2);
    found.unit = t_.unit(next);
    found.count = number.count;
    found.vague_count = number.vague;
    ++next;
    next += t_.is_mark(next, '-') && t_.is_attached(next + 1) ? 1U : 0U;
    found.next = next + 1;
    switch (t_.word_class(next)) {
        case WordClass::Ago:
            found.before = true;
            found.count = -found.count;
            return found;
        case WordClass::Earlier:
            found.before = true;
            found.count = -found.count;
            found.base = Base::Reference;
            return t_.text(next + 1) == "than" ? std::nullopt : std::optional(found);
        case WordClass::Later:
            found.base = Base::Reference;
            return t_.text(next + 1) == "than" ? std::nullopt : std::optional(found);
        case WordClass::Hence:
            return found;
        case WordClass::From:
            found.next = next + 2;
            return t_.is(next + 1, WordClass::Vague) || t_.is(next + 1, WordClass::DeicticDay)
                       ? std::optional(found)
                       : std::nullopt;
        case WordClass::Before:
        case WordClass::After: {
            found.before = t_.is(next, WordClass::Before);
            found.count = found.before ? -found.count : found.count;
            found.base = Base::Reference;
            const bool that = t_.is(next + 1, WordClass::Step) &&
                              t_.value(next + 1) == static_cast<int>(Step::Same) &&
                              closes_clause(next + 2);
            found.next = that ? next + 2 : next + 1;
            return that || closes_clause(next + 1) ? std::optional(found) : std::nullopt;
        }
        default:
            return std::nullopt;
    }
}

/// `today`, `tomorrow night`, `tonight`, `overnight`.
std::optional<DateExpression> DateGrammar::deictic(std::size_t at) const {
    DateExpression found = make_expression(Shape::Deictic, at, at + 1);
    if (t_.is(at, WordClass::DeicticDay)) {
        found.count = t_.value(at);
    } else {
        found.part = DayPart::Night;
        // `the overnight rate`
        const bool noun = t_.is(at - 1, WordClass::The) || t_.is(at - 1, WordClass::Own) ||
                          t_.is(at - 1, WordClass::Article);
        if (t_.is(at, WordClass::Overnight)) {
            found.count = -1;
            return noun ? std::nullopt : std::optional(found);
        }
    }
    return found;
}

/// A holiday, with the year behind it if there is one.
std::optional<DateExpression> DateGrammar::holiday(std::size_t at) const {
    const HolidayMatch match = find_holiday(t_, at);
    // `Chinese New Year` is another one.
    const bool other = t_[at - 1].capital && t_.is_word(at - 1) && t_.is(at - 1, WordClass::None) &&
                       t_.text(at) == "New";
    if (match.next == 0 || other) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Holiday, at, match.next);
    found.index = match.holiday;
    std::size_t behind = match.next;
    behind += t_.is_mark(behind, ',') ? 1U : 0U;
    const NumberMatch year = year_behind(behind);
    found.year = year.value;
    found.next = year.next > behind ? year.next : found.next;
    return found;
}

}  // namespace dateline::analysis
