// The grammar of English expressions of time: which rule a token calls for, and what may follow.
#include "indexer/analysis/dates/date_grammar.hpp"

#include <string_view>

namespace dateline::analysis {
namespace {

Unit unit_of(int value) {
    return static_cast<Unit>(value);
}

Step step_of(int value) {
    return static_cast<Step>(value);
}

/// Periods that have a beginning and an end to speak of.
bool has_edges(const DateExpression& found) {
    return found.shape != Shape::Vague && found.shape != Shape::Holiday;
}

}  // namespace

std::optional<DateExpression> DateGrammar::read(std::size_t at) {
    Match found = continued(at);
    found = found ? found : start(at);
    if (!found || t_.is(found->first - 1, WordClass::Every) ||
        t_.is(found->first - 2, WordClass::Every)) {
        return std::nullopt;
    }
    found = with_what_follows(*found);
    last_ = found;
    return found;
}

std::optional<DateExpression> DateGrammar::start(std::size_t at) const {
    if (t_.is_number(at)) {
        Match found = digits_only(at);
        found = found ? found : clock(at);
        found = found ? found : counted(at);
        return found ? found : core(at);
    }
    if (t_.is_mark(at, '\'')) {
        return short_year(at);
    }
    return t_.is_word(at) ? start_at_word(at) : std::nullopt;
}

std::optional<DateExpression> DateGrammar::start_at_word(std::size_t at) const {
    switch (t_.word_class(at)) {
        case WordClass::The:
            return the(at);
        case WordClass::Early:
        case WordClass::Late:
        case WordClass::Mid:
        case WordClass::Edge:
        case WordClass::Earlier:
        case WordClass::Later:
            return edge(at);
        case WordClass::PartOfDay:
            return t_.text(at + 1) == "trading" ? part_of_day(at) : std::nullopt;
        case WordClass::Cardinal:
        case WordClass::Article:
        case WordClass::Several: {
            Match found = clock(at);
            return found ? found : counted(at);
        }
        case WordClass::About: {
            Match found = clock(at + 1) ? std::nullopt : counted(at + 1);
            if (found) {
                found->first = at;
            }
            return found;
        }
        case WordClass::Unit: {
            Match found = clock(at);
            return found ? found : unit_end(at);
        }
        case WordClass::SunTime: {
            Match found = part_of_day(at);
            const bool stated = t_.is(at - 1, WordClass::At) || t_.is(at - 1, WordClass::By) ||
                                t_.is(at - 1, WordClass::Until) ||
                                t_.is(at - 1, WordClass::Before) ||
                                t_.is(at - 1, WordClass::After) || t_.is(at - 1, WordClass::Since);
            return found && (stated || names_day(*found)) ? found : std::nullopt;
        }
        case WordClass::Vague:
            // `the now-cancelled deal`
            return t_.is_mark(at + 1, '-') ? std::nullopt : vague(at);
        case WordClass::VagueAdjective: {
            // `in recent weeks`
            Match found = vague(at);
            found->next += t_.is(at + 1, WordClass::Units) ? 1U : 0U;
            return found;
        }
        case WordClass::VagueNoun: {
            const bool at_present = t_.is(at - 1, WordClass::At) && t_.text(at) == "present";
            const bool future = t_.text(at) == "future" && !t_.is(at - 1, WordClass::The);
            return at_present || future ? vague(at) : std::nullopt;
        }
        case WordClass::Season: {
            Match found = season(at);
            const bool stated =
                found && (found->frame.kind != Frame::Kind::None || found->year != 0);
            const bool told = (t_.is(at - 1, WordClass::In) || t_.is(at - 1, WordClass::By) ||
                               t_.is(at - 1, WordClass::Until) || t_.is(at - 1, WordClass::Since) ||
                               t_.is(at - 1, WordClass::Before)) &&
                              t_.text(at) != "fall" && closes_clause(at + 1);
            return stated || told ? found : std::nullopt;
        }
        case WordClass::None:
            return short_quarter(at);
        default:
            return core(at);
    }
}

std::optional<DateExpression> DateGrammar::core(std::size_t at) const {
    switch (t_.word_class(at)) {
        case WordClass::Month:
        case WordClass::ShortMonth:
            return month_first(at);
        case WordClass::Weekday:
        case WordClass::ShortWeekday:
            return weekday(at);
        case WordClass::DeicticDay:
        case WordClass::Tonight:
        case WordClass::Overnight:
            return deictic(at);
        case WordClass::PointOfDay:
            return part_of_day(at);
        case WordClass::Step: {
            // The article before it has been read with it; `his last year` is no year.
            if (t_.text(at) != "current" &&
                (t_.is(at - 1, WordClass::The) || t_.is(at - 1, WordClass::Own))) {
                return std::nullopt;
            }
            // `last quarter of 2009`, but `last week`.
            Match found = step_of(t_.value(at)) == Step::Last ? nth(at) : std::nullopt;
            found = found ? found : step(at);
            if (!found && t_.text(at) == "current") {
                found = vague(at);
                found->vague = Vague::Present;
            }
            return found;
        }
        case WordClass::Ordinal: {
            Match found = century(at);
            return found ? found : nth(at);
        }
        case WordClass::Season:
            return season(at);
        case WordClass::DecadeName:
            return decade(at);
        case WordClass::Holiday:
            return holiday(at);
        case WordClass::Fiscal:
            return fiscal(at);
        case WordClass::The:
            return the_period(at);
        case WordClass::None:
            break;
        default:
            return std::nullopt;
    }
    if (!t_.is_number(at)) {
        return std::nullopt;
    }
    Match found = digits_only(at);
    found = found ? found : day_first(at);
    found = found ? found : century(at);
    found = found ? found : decade(at);
    return found ? found : year(at);
}

std::optional<DateExpression> DateGrammar::the(std::size_t at) const {
    Match found = edge(at + 1);
    // `the early October battle`: the article is the battle's.
    const bool noun = found && !t_.is(at + 1, WordClass::Edge) && found->shape == Shape::Calendar;
    found = noun ? std::nullopt : found ? found : the_period(at);
    if (found) {
        found->first = at;
    }
    return found;
}

/// What `the` at `at` goes with, but for its beginning or end.
std::optional<DateExpression> DateGrammar::the_period(std::size_t at) const {
    Match found;
    const std::size_t next = at + 1;
    switch (t_.word_class(next)) {
        case WordClass::Ordinal:
            found = century(next);
            found = found ? found : nth(next);
            found = found ? found : ordinal_day(next);
            break;
        case WordClass::Step:
            found = the_step(next);
            break;
        case WordClass::Unit:
        case WordClass::Weekday:
        case WordClass::PartOfDay:
            found = unit_before(next);
            found = found ? found : bare_unit(next);
            if (!found && t_.is(next, WordClass::Weekday) && t_.is(next + 1, WordClass::Of)) {
                found = weekday(next);
            }
            break;
        case WordClass::Season: {
            found = season(next);
            const bool fall = found && t_.text(next) == "fall" && found->year == 0 &&
                              found->frame.kind == Frame::Kind::None;
            // `the Winter Games` and `the winter window` are none.
            const bool noun = found && found->next == next + 1 && t_.is_word(next + 1) &&
                              t_.is(next + 1, WordClass::None);
            found = noun || (fall && t_.is(next + 1, WordClass::Of)) ? std::nullopt : found;
            break;
        }
        case WordClass::Past: {
            const bool in = (t_.is(at - 1, WordClass::In) || t_.is(at - 1, WordClass::Of)) &&
                            closes_clause(next + 1);
            found = in ? vague(next) : std::nullopt;
            if (found) {
                found->vague = Vague::Past;
            }
            break;
        }
        case WordClass::VagueNoun: {
            const bool moment = t_.text(next) == "moment" && !t_.is(at - 1, WordClass::At);
            found = moment || !closes_clause(next + 1) ? std::nullopt : vague(next);
            break;
        }
        case WordClass::DecadeName:
        case WordClass::Fiscal:
            found = core(next);
            break;
        case WordClass::Holiday:
            found = t_.text(next) == "New" ? holiday(next) : std::nullopt;
            break;
        default:
            if (t_.is_word(next)) {
                found = vague_term(next);
                found = found ? found : whole_unit(next);
            } else if (t_.is_mark(next, '\'')) {
                found = short_year(next);
            } else if (t_.is_number(next)) {
                found = century(next);
                found = found ? found : decade(next);
                found = found ? found : day_first(next);
                found = found ? found : ordinal_day(next);
            }
    }
    if (found) {
        found->first = at;
    }
    return found;
}

/// Behind `the`: `near future`, `long term`, `time being`.
std::optional<DateExpression> DateGrammar::vague_term(std::size_t at) const {
    const std::string_view word = t_.text(at);
    const std::string_view noun = t_.text(at + 1);
    const bool term = (word == "near" || word == "long" || word == "short" || word == "medium" ||
                       word == "immediate" || word == "foreseeable") &&
                      (noun == "term" || noun == "future");
    if (!term && (word != "time" || noun != "being")) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Vague, at, at + 2);
    found.vague = term ? Vague::Future : Vague::Present;
    return found;
}

/// Behind `the`: `whole year`, `entire month`.
std::optional<DateExpression> DateGrammar::whole_unit(std::size_t at) const {
    const std::string_view word = t_.text(at);
    const bool whole = word == "whole" || word == "entire" || word == "full";
    const bool unit = t_.is(at + 1, WordClass::Unit) && unit_of(t_.value(at + 1)) >= Unit::Week;
    if (!whole || !unit || unit_of(t_.value(at + 1)) > Unit::Year) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Period, at, at + 2);
    found.unit = unit_of(t_.value(at + 1));
    found.step = Step::Same;
    return found;
}

/// Behind `the`: `next day`, `same month`, `last week of August`, `previous year`.
std::optional<DateExpression> DateGrammar::the_step(std::size_t at) const {
    const Step which = step_of(t_.value(at));
    Match found = which == Step::Last ? nth(at) : std::nullopt;
    if (found) {
        return found;
    }
    // `the same period last year`: the quarter or month before in the text, a year back.
    if (which == Step::Same && t_.text(at + 1) == "period") {
        DateExpression period = make_expression(Shape::Period, at, at + 2);
        period.unit = Unit::Season;
        period.step = Step::Same;
        period = with_year_shift(period);
        return period.shift_years != 0 ? std::optional(period) : std::nullopt;
    }
    found = step(at);
    if (!found && t_.text(at) == "current") {
        return std::nullopt;  // `current` alone is the expression
    }
    if (!found || found->step == Step::None) {
        return found;
    }
    const bool unit = found->shape == Shape::Period && found->unit != Unit::Weekend;
    if (found->step == Step::Next) {
        // `the next day` is told of what went before; `the coming year` is a duration.
        found->step = Step::Following;
        return t_.text(at) == "next" || !unit ? found : std::nullopt;
    }
    // `the last year` is a duration up to now.
    return found->step == Step::Last && unit && found->unit != Unit::Quarter ? std::nullopt : found;
}

/// `early March`, `mid-1990s`, `the end of the year`, `later that day`.
std::optional<DateExpression> DateGrammar::edge(std::size_t at) const {
    const WordClass word = t_.word_class(at);
    std::size_t next = at + 1;
    const bool noun = word == WordClass::Edge;
    const bool adjective =
        word == WordClass::Early || word == WordClass::Late || word == WordClass::Mid;
    const bool adverb = word == WordClass::Earlier || word == WordClass::Later;
    if ((!noun && !adjective && !adverb) || (noun && !t_.is(next, WordClass::Of))) {
        return std::nullopt;
    }
    if (adjective && t_.is_mark(next, '-')) {
        ++next;
        // `mid-to-late 1990s`
        const bool two = t_.is(next, WordClass::To) && t_.is_mark(next + 1, '-');
        next += two ? 3U : 0U;
    }
    const bool linked =
        t_.is(next, WordClass::Of) || t_.is(next, WordClass::In) || t_.is(next, WordClass::On);
    next += linked ? 1U : 0U;
    Match found = core(next);
    if (found && adverb && t_.is(next - 1, WordClass::On) && names_day(*found)) {
        return std::nullopt;  // earlier on Monday: the day is found by itself
    }
    if (!found && linked && t_.is(next, WordClass::The) && t_.is(next + 1, WordClass::Unit)) {
        const Unit unit = unit_of(t_.value(next + 1));
        if (unit == Unit::Minute || unit == Unit::Hour) {
            return std::nullopt;
        }
        found = make_expression(Shape::Period, next, next + 2);
        found->unit = unit;
        found->step = Step::Same;
    }
    if (!found && adjective && t_.is(next, WordClass::PartOfDay)) {
        found = part_of_day(next);
    }
    if (!found || !has_edges(*found) || (noun && names_day(*found) && found->day != 0)) {
        return std::nullopt;
    }
    found->early = word == WordClass::Early;
    found->late = word == WordClass::Late;
    found->first = at;
    return found;
}

/// The period at `at` that what stands before it lies in: `of last year`, `of May 1998`.
DateGrammar::FrameMatch DateGrammar::frame_at(std::size_t at) const {
    Frame frame;
    std::size_t next = at;
    const bool linked = t_.is(next, WordClass::Of) || t_.is(next, WordClass::In);
    next += linked ? 1U : 0U;
    const bool the_word = t_.is(next, WordClass::The);
    next += the_word && linked ? 1U : 0U;
    if (t_.is(next, WordClass::Step) && t_.is(next + 1, WordClass::Unit) &&
        unit_of(t_.value(next + 1)) >= Unit::Week) {
        frame.kind = Frame::Kind::Relative;
        frame.step = step_of(t_.value(next));
        frame.unit = unit_of(t_.value(next + 1));
        return {frame, next + 2};
    }
    if (!linked) {
        return {frame, at};
    }
    if (t_.is(next, WordClass::Unit) && the_word && unit_of(t_.value(next)) >= Unit::Week) {
        frame.kind = Frame::Kind::Relative;
        frame.step = Step::Same;
        frame.unit = unit_of(t_.value(next));
        return {frame, next + 1};
    }
    next += t_.is(next, WordClass::Fiscal) ? 1U : 0U;
    if (is_plausible_year(next)) {
        frame.kind = Frame::Kind::Year;
        frame.year = t_.value(next);
        return {frame, next + 1};
    }
    if (is_month(next)) {
        const Match month = month_first(next);
        if (month && month->day == 0) {
            frame.kind = Frame::Kind::Month;
            frame.month = month->month;
            frame.year = month->year;
            return {frame, month->next};
        }
        return {frame, at};
    }
    if (const Match found = t_.is_number(next) ? decade(next) : std::nullopt) {
        frame.kind = Frame::Kind::Decade;
        frame.year = found->year;
        return {frame, found->next};
    }
    return {frame, at};
}

/// Whether `found` is part of what an attack is called: the September 11 attacks.
bool DateGrammar::names_attack(const DateExpression& found) const {
    if (found.shape != Shape::Calendar || found.day == 0) {
        return false;
    }
    std::size_t at = found.next;
    at += t_.is_mark(at, ',') ? 1U : 0U;
    const bool adjective = t_.text(at) == "terrorist" || t_.text(at) == "terror";
    at += adjective ? 1U : 0U;
    return t_.text(at) == "attacks" || t_.text(at) == "attack" || t_.text(at) == "bombings";
}

/// `found` with the time, the part of the day or the longer period that follows it.
std::optional<DateExpression> DateGrammar::with_what_follows(DateExpression found) const {
    const bool month = found.shape == Shape::Calendar && found.month != 0 && found.year == 0;
    const bool feast = found.shape == Shape::Holiday && found.year == 0;
    if ((month || feast || found.shape == Shape::Weekday) &&
        found.frame.kind == Frame::Kind::None && found.step == Step::None) {
        const FrameMatch match = frame_at(found.next);
        const bool weekday = found.shape == Shape::Weekday;
        if (match.frame.kind == Frame::Kind::Relative &&
            (match.frame.unit == Unit::Week) == weekday) {
            found.frame = match.frame;
            found.next = match.next;
        }
    }
    if (names_attack(found)) {
        return std::nullopt;
    }
    if (const Match quarter = quarter_of_year(found)) {
        return quarter;
    }
    const bool stepped = found.shape == Shape::Period && base_of(found.step) == Base::Reference &&
                         (found.unit == Unit::Month || found.unit == Unit::Quarter);
    if (stepped) {
        return with_year_shift(found);
    }
    if (!names_day(found) || found.minute_of_day >= 0) {
        return found;
    }
    const bool title = t_[found.next].capital && t_[found.next + 1].capital;
    const bool part =
        t_.is(found.next, WordClass::PartOfDay) || t_.is(found.next, WordClass::SunTime);
    if (found.part == DayPart::None && part && !title) {
        found.part = static_cast<DayPart>(t_.value(found.next));
        ++found.next;
    } else if (found.part == DayPart::None && t_.is(found.next, WordClass::PointOfDay)) {
        found.minute_of_day = t_.value(found.next);
        ++found.next;
        return found;
    }
    // `Friday 3 p.m.`; in `Friday at 3 p.m.` they are two.
    if (const Match clock = figures_clock(found.next)) {
        found.minute_of_day = clock->minute_of_day;
        found.utc = clock->utc;
        found.next = clock->next;
    }
    return found;
}

}  // namespace dateline::analysis
