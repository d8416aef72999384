// The grammar of English expressions of time: which rule a token calls for, and what may follow.
#include "indexer/analysis/dates/date_grammar.hpp"

#include <string_view>

namespace dateline::analysis {

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
        return first_of(at,
                        &DateGrammar::digits_only,
                        &DateGrammar::clock,
                        &DateGrammar::counted,
                        &DateGrammar::core);
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
        case WordClass::Several:
            return first_of(at, &DateGrammar::clock, &DateGrammar::counted);
        case WordClass::About: {
            Match found = clock(at + 1) ? std::nullopt : counted(at + 1);
            if (found) {
                found->first = at;
            }
            return found;
        }
        case WordClass::Unit:
            return first_of(at, &DateGrammar::clock, &DateGrammar::unit_end);
        case WordClass::SunTime:
            return sun_time(at);
        case WordClass::Vague:
        case WordClass::VagueAdjective:
        case WordClass::VagueNoun:
            return vague_word(at);
        case WordClass::Season:
            return season_alone(at);
        case WordClass::None:
            return short_quarter(at);
        default:
            return core(at);
    }
}

/// `dawn` and the like, where it is a time and no metaphor.
std::optional<DateExpression> DateGrammar::sun_time(std::size_t at) const {
    Match found = part_of_day(at);
    const bool stated = t_.is_any(at - 1,
                                  {WordClass::At,
                                   WordClass::By,
                                   WordClass::Until,
                                   WordClass::Before,
                                   WordClass::After,
                                   WordClass::Since});
    return found && (stated || names_day(*found)) ? found : std::nullopt;
}

/// `now`, `recent weeks`, `at present`, `future`.
std::optional<DateExpression> DateGrammar::vague_word(std::size_t at) const {
    if (t_.is(at, WordClass::Vague)) {
        // `the now-cancelled deal`
        return t_.is_mark(at + 1, '-') ? std::nullopt : vague(at);
    }
    if (t_.is(at, WordClass::VagueAdjective)) {
        Match found = vague(at);
        found->next += t_.is(at + 1, WordClass::Units) ? 1U : 0U;
        return found;
    }
    const bool at_present = t_.is(at - 1, WordClass::At) && t_.text(at) == "present";
    const bool future = t_.text(at) == "future" && !t_.is(at - 1, WordClass::The);
    return at_present || future ? vague(at) : std::nullopt;
}

/// A season without an article: `summer 2004`, `by autumn`.
std::optional<DateExpression> DateGrammar::season_alone(std::size_t at) const {
    Match found = season(at);
    const bool stated = found && (found->frame.kind != Frame::Kind::None || found->year != 0);
    const bool told = t_.is_any(at - 1,
                                {WordClass::In,
                                 WordClass::By,
                                 WordClass::Until,
                                 WordClass::Since,
                                 WordClass::Before}) &&
                      t_.text(at) != "fall" && closes_clause(at + 1);
    return stated || told ? found : std::nullopt;
}

/// What may stand behind `the end of` and the like: everything but times and counts.
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
        case WordClass::Step:
            return step_alone(at);
        case WordClass::Ordinal:
            return first_of(at, &DateGrammar::century, &DateGrammar::nth);
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
        default:
            break;
    }
    return t_.is_number(at) ? first_of(at,
                                       &DateGrammar::digits_only,
                                       &DateGrammar::day_first,
                                       &DateGrammar::century,
                                       &DateGrammar::decade,
                                       &DateGrammar::year)
                            : std::nullopt;
}

/// `last week`, `this Friday`, `current`, without an article.
std::optional<DateExpression> DateGrammar::step_alone(std::size_t at) const {
    // The article before it has been read with it; `his last year` is no year.
    const bool current = t_.text(at) == "current";
    if (!current && t_.is_any(at - 1, {WordClass::The, WordClass::Own})) {
        return std::nullopt;
    }
    // `last quarter of 2009`, but `last week`.
    Match found = t_.step(at) == Step::Last ? nth(at) : std::nullopt;
    found = found ? found : step(at);
    if (!found && current) {
        found = vague(at);
        found->vague = Vague::Present;
    }
    return found;
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

/// The period at `at` that what stands before it lies in: `of last year`, `of May 1998`.
DateGrammar::FrameMatch DateGrammar::frame_at(std::size_t at) const {
    Frame frame;
    std::size_t next = at;
    const bool linked = t_.is(next, WordClass::Of) || t_.is(next, WordClass::In);
    next += linked ? 1U : 0U;
    const bool the_word = t_.is(next, WordClass::The);
    next += the_word && linked ? 1U : 0U;
    if (t_.is(next, WordClass::Step) && t_.is(next + 1, WordClass::Unit) &&
        t_.unit(next + 1) >= Unit::Week) {
        frame.kind = Frame::Kind::Relative;
        frame.step = t_.step(next);
        frame.unit = t_.unit(next + 1);
        return {frame, next + 2};
    }
    if (!linked) {
        return {frame, at};
    }
    if (t_.is(next, WordClass::Unit) && the_word && t_.unit(next) >= Unit::Week) {
        frame.kind = Frame::Kind::Relative;
        frame.step = Step::Same;
        frame.unit = t_.unit(next);
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

}  // namespace dateline::analysis
