// What stands behind an article, and the beginning and end of periods.
#include "indexer/analysis/dates/date_grammar.hpp"

#include <string_view>

namespace dateline::analysis {
namespace {

/// Periods that have a beginning and an end to speak of.
bool has_edges(const DateExpression& found) {
    return found.shape != Shape::Vague && found.shape != Shape::Holiday;
}

}  // namespace

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
    const std::size_t next = at + 1;
    Match found;
    switch (t_.word_class(next)) {
        case WordClass::Ordinal:
            found =
                first_of(next, &DateGrammar::century, &DateGrammar::nth, &DateGrammar::ordinal_day);
            break;
        case WordClass::Step:
            found = the_step(next);
            break;
        case WordClass::Unit:
        case WordClass::Weekday:
        case WordClass::PartOfDay:
            found = first_of(next, &DateGrammar::unit_before, &DateGrammar::bare_unit);
            if (!found && t_.is(next, WordClass::Weekday) && t_.is(next + 1, WordClass::Of)) {
                found = weekday(next);
            }
            break;
        case WordClass::Season:
            found = the_season(next);
            break;
        case WordClass::Past:
        case WordClass::VagueNoun:
            found = the_vague(next);
            break;
        case WordClass::DecadeName:
        case WordClass::Fiscal:
            found = core(next);
            break;
        case WordClass::Holiday:
            found = t_.text(next) == "New" ? holiday(next) : std::nullopt;
            break;
        default:
            found = the_other(next);
    }
    if (found) {
        found->first = at;
    }
    return found;
}

/// Behind `the`: what no class of words announces.
std::optional<DateExpression> DateGrammar::the_other(std::size_t at) const {
    if (t_.is_word(at)) {
        return first_of(at, &DateGrammar::vague_term, &DateGrammar::whole_unit);
    }
    if (t_.is_mark(at, '\'')) {
        return short_year(at);
    }
    return t_.is_number(at) ? first_of(at,
                                       &DateGrammar::century,
                                       &DateGrammar::decade,
                                       &DateGrammar::day_first,
                                       &DateGrammar::ordinal_day)
                            : std::nullopt;
}

/// Behind `the`: a season, but not `the Winter Games`, `the winter window` or `the fall of the
/// wall`.
std::optional<DateExpression> DateGrammar::the_season(std::size_t at) const {
    Match found = season(at);
    const bool alone = found && found->next == at + 1;
    const bool noun = t_.is_word(at + 1) && t_.is(at + 1, WordClass::None);
    // `the fall` is a drop or a collapse, unless something happens in it.
    const bool fall =
        t_.text(at) == "fall" &&
        !t_.is_any(
            at - 2,
            {WordClass::In, WordClass::By, WordClass::Until, WordClass::Since, WordClass::During});
    return alone && (noun || fall) ? std::nullopt : found;
}

/// Behind `the`: `past`, `future`, `present`, `moment`.
std::optional<DateExpression> DateGrammar::the_vague(std::size_t at) const {
    if (!closes_clause(at + 1)) {
        return std::nullopt;
    }
    if (t_.is(at, WordClass::Past)) {
        Match found = vague(at);
        found->vague = Vague::Past;
        return t_.is_any(at - 2, {WordClass::In, WordClass::Of}) ? found : std::nullopt;
    }
    const bool moment = t_.text(at) == "moment" && !t_.is(at - 2, WordClass::At);
    return moment ? std::nullopt : vague(at);
}

/// Behind `the`: `next day`, `same month`, `last week of August`, `previous year`.
std::optional<DateExpression> DateGrammar::the_step(std::size_t at) const {
    const Step which = t_.step(at);
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

/// Behind `the`: `whole year`, `entire month`.
std::optional<DateExpression> DateGrammar::whole_unit(std::size_t at) const {
    const std::string_view word = t_.text(at);
    const bool whole = word == "whole" || word == "entire" || word == "full";
    const bool unit = t_.is(at + 1, WordClass::Unit) && t_.unit(at + 1) >= Unit::Week;
    if (!whole || !unit || t_.unit(at + 1) > Unit::Year) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Period, at, at + 2);
    found.unit = t_.unit(at + 1);
    found.step = Step::Same;
    return found;
}

/// `now`, `recently`, `at present`, `the future`.
std::optional<DateExpression> DateGrammar::vague(std::size_t at) const {
    DateExpression found = make_expression(Shape::Vague, at, at + 1);
    found.vague = static_cast<Vague>(t_.value(at));
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

/// `early March`, `mid-1990s`, `the end of the year`, `later that day`.
std::optional<DateExpression> DateGrammar::edge(std::size_t at) const {
    const WordClass word = t_.word_class(at);
    const bool noun = word == WordClass::Edge;
    const bool adverb = word == WordClass::Earlier || word == WordClass::Later;
    const bool adjective = t_.is_any(at, {WordClass::Early, WordClass::Late, WordClass::Mid});
    if (!noun && !adjective && !adverb) {
        return std::nullopt;
    }
    std::size_t next = at + 1;
    const bool hyphen = !adverb && t_.is_mark(next, '-') && t_.is_attached(next + 1);
    if (hyphen) {
        // `mid-to-late 1990s`
        const bool two = t_.is(next + 1, WordClass::To) && t_.is_mark(next + 2, '-');
        next += two ? 4U : 1U;
    } else if (noun && !t_.is(next, WordClass::Of)) {
        return std::nullopt;
    }
    const bool linked = t_.is_any(next, {WordClass::Of, WordClass::In, WordClass::On});
    next += linked ? 1U : 0U;
    Match found = core(next);
    if (!found && linked) {
        found = unit_behind_the(next);
    } else if (!found && adjective && t_.is(next, WordClass::PartOfDay)) {
        found = part_of_day(next);
    }
    if (!found || !has_edges(*found)) {
        return std::nullopt;
    }
    // Earlier on Monday: the day is found by itself. The end of May 3 is no date.
    const bool on_day = adverb && t_.is(next - 1, WordClass::On) && names_day(*found);
    if (on_day || (noun && found->day != 0)) {
        return std::nullopt;
    }
    found->early = word == WordClass::Early;
    found->late = word == WordClass::Late;
    found->first = at;
    return found;
}

/// `the year`, `the month`, behind `the end of`.
std::optional<DateExpression> DateGrammar::unit_behind_the(std::size_t at) const {
    if (!t_.is(at, WordClass::The) || !t_.is(at + 1, WordClass::Unit) ||
        t_.unit(at + 1) < Unit::Day) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Period, at, at + 2);
    found.unit = t_.unit(at + 1);
    found.step = Step::Same;
    return found;
}

}  // namespace dateline::analysis
