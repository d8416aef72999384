// Quarters, halves and seasons, and what is counted off within a longer period.
#include "indexer/analysis/dates/date_grammar.hpp"
#include "indexer/analysis/dates/token_rules.hpp"

#include <string_view>

namespace dateline::analysis {
namespace {

constexpr int kFirstFiscalYear = 1900;
constexpr int kLastFiscalYear = 2100;

bool is_calendar_unit(Unit unit) {
    return unit != Unit::Minute && unit != Unit::Hour;
}

}  // namespace

/// `first quarter of 2009`, `last day of 1983`, `second Friday in May`, `third-quarter`.
std::optional<DateExpression> DateGrammar::nth(std::size_t at) const {
    DateExpression found = make_expression(Shape::Nth, at, at + 1);
    found.count = t_.is(at, WordClass::Ordinal) ? t_.value(at) : -1;
    std::size_t next = at + 1;
    const bool hyphen = t_.is_mark(next, '-') && t_.is_attached(next + 1);
    next += hyphen ? 1U : 0U;
    next += t_.is(next, WordClass::Fiscal) ? 1U : 0U;
    if (t_.is(next, WordClass::Weekday)) {
        found.weekday = t_.value(next);
    } else if (!t_.is(next, WordClass::Unit)) {
        return std::nullopt;
    } else {
        found.unit = t_.unit(next);
    }
    const FrameMatch match = frame_at(next + 1);
    found.frame = match.frame;
    found.next = match.next;
    const bool of_year = found.unit == Unit::Quarter && is_plausible_year(next + 1) &&
                         found.frame.kind == Frame::Kind::None && found.weekday < 0;
    if (of_year) {  // `first quarter 1986`
        found.frame.kind = Frame::Kind::Year;
        found.frame.year = t_.value(next + 1);
        found.next = next + 2;
    }
    // `its first day this year`: only what is linked by `of` or `in` is one expression.
    const bool loose = found.unit == Unit::Day && t_.is(next + 1, WordClass::Step);
    if (loose) {
        return std::nullopt;
    }
    if (found.frame.kind != Frame::Kind::None) {
        return is_calendar_unit(found.unit) ? std::optional(found) : std::nullopt;
    }
    const bool money = found.unit == Unit::Quarter || (found.unit == Unit::Half && hyphen);
    const bool stated = t_.is(at, WordClass::Ordinal) || hyphen;
    return money && stated ? std::optional(found) : std::nullopt;
}

/// `Q3 2025`, `H1`, and `2Q`.
std::optional<DateExpression> DateGrammar::short_quarter(std::size_t at) const {
    const std::string_view word = t_.text(at);
    const int number = t_.value(at + 1);
    if ((word != "Q" && word != "H") || t_.digits(at + 1) != 1 || !t_.is_attached(at + 1) ||
        t_.is_attached(at) || number < 1 || number > (word == "Q" ? 4 : 2)) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Nth, at, at + 2);
    found.count = number;
    found.unit = word == "Q" ? Unit::Quarter : Unit::Half;
    const FrameMatch match = frame_at(at + 2);
    found.frame = match.frame;
    found.next = match.next;
    if (found.frame.kind == Frame::Kind::None) {
        const NumberMatch year = year_behind(at + 2);
        found.frame.kind = year.next > at + 2 ? Frame::Kind::Year : Frame::Kind::None;
        found.frame.year = year.value;
        found.next = year.next;
    }
    return found;
}

/// `last year's third quarter`, `1989's first half`, `the 1989 third quarter`, behind their year.
std::optional<DateExpression> DateGrammar::quarter_of_year(const DateExpression& year) const {
    const bool stated = year.shape == Shape::Calendar && year.month == 0 && year.day == 0;
    const bool stepped = year.shape == Shape::Period && year.unit == Unit::Year;
    if (!stated && !stepped) {
        return std::nullopt;
    }
    const bool possessive = t_.is_mark(year.next, '\'') && t_.text(year.next + 1) == "s";
    std::size_t at = year.next + (possessive ? 2U : 0U);
    const bool ordinal = t_.is(at, WordClass::Ordinal) && !t_.is_attached(at);
    const long count = t_.value(at);
    ++at;
    at += t_.is(at, WordClass::Fiscal) ? 1U : 0U;
    const bool unit =
        t_.is(at, WordClass::Unit) && (t_.unit(at) == Unit::Quarter || t_.unit(at) == Unit::Half);
    if (!ordinal || !unit || (!possessive && stepped)) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Nth, year.first, at + 1);
    found.count = count;
    found.unit = t_.unit(at);
    found.frame.kind = stated ? Frame::Kind::Year : Frame::Kind::Relative;
    found.frame.year = year.year;
    found.frame.unit = Unit::Year;
    found.frame.step = year.step;
    return found;
}

/// `found`, a month or quarter, with `a year ago` or `last year` behind it.
DateExpression DateGrammar::with_year_shift(DateExpression found) const {
    const std::size_t at = found.next;
    if (t_.is(at, WordClass::Of) && is_plausible_year(at + 1)) {
        found.year = t_.value(at + 1);
        found.next = at + 2;
        return found;
    }
    const bool article = t_.is(at, WordClass::Article) || t_.text(at) == "one";
    const bool last = t_.is(at, WordClass::Step) && t_.step(at) == Step::Last;
    const bool year = t_.is(at + 1, WordClass::Unit) && t_.unit(at + 1) == Unit::Year;
    const bool back = t_.is(at + 2, WordClass::Ago) || t_.is(at + 2, WordClass::Earlier) ||
                      (t_.is(at + 2, WordClass::Before) && closes_clause(at + 3));
    if (year && (last || (article && back))) {
        found.shift_years = -1;
        found.next = at + (last ? 2U : 3U);
    }
    return found;
}

/// Whether the `fall` at `at` is no season: `exports fall this year`, `a fall in 1986 profits`.
bool DateGrammar::is_decline(std::size_t at) const {
    if (t_.text(at) != "fall") {
        return false;
    }
    const bool stepped = t_.is(at + 1, WordClass::Step);
    const bool framed = t_.is_any(at - 1,
                                  {WordClass::In,
                                   WordClass::The,
                                   WordClass::By,
                                   WordClass::Until,
                                   WordClass::Since,
                                   WordClass::Before,
                                   WordClass::After,
                                   WordClass::During,
                                   WordClass::Early,
                                   WordClass::Late,
                                   WordClass::Of});
    // `in the fall in Chicago`, but not `by the fall in exports`.
    const bool in_autumn = t_.is(at - 1, WordClass::The) &&
                           t_.is_any(at - 2, {WordClass::In, WordClass::Until, WordClass::During});
    const bool in = t_.is(at + 1, WordClass::In) && (!in_autumn || t_.is_number(at + 2));
    return in || (stepped && !framed);
}

/// `summer of 2004`, `spring 1999`, `summer`, where the words around it say that it is a date.
std::optional<DateExpression> DateGrammar::season(std::size_t at) const {
    DateExpression found = make_expression(Shape::Season, at, at + 1);
    found.index = static_cast<unsigned>(t_.value(at));
    if (is_decline(at)) {
        return std::nullopt;
    }
    const FrameMatch match = frame_at(at + 1);
    if (match.frame.kind == Frame::Kind::Year || match.frame.kind == Frame::Kind::Relative) {
        found.frame = match.frame;
        found.next = match.next;
        // `the winter of 1919-20`
        const bool range = t_.is_mark(found.next, '-') && t_.is_attached(found.next) &&
                           t_.is_attached(found.next + 1) && t_.digits(found.next + 1) == 2;
        found.next += range ? 2U : 0U;
        return found;
    }
    const NumberMatch year = year_behind(at + 1);
    if (year.next > at + 1 && !t_.is_mark(at + 1, ',')) {
        found.year = year.value;
        found.next = year.next;
    }
    return found;
}

/// `fiscal 1987`, `fiscal year 1987/88`, `FY2004`.
std::optional<DateExpression> DateGrammar::fiscal(std::size_t at) const {
    std::size_t next = at + 1;
    const bool year_word = t_.is(next, WordClass::Unit) && t_.unit(next) == Unit::Year;
    next += year_word ? 1U : 0U;
    if (t_.digits(next) != 4 || t_.value(next) < kFirstFiscalYear ||
        t_.value(next) > kLastFiscalYear) {
        return std::nullopt;
    }
    const bool two_years = is_double_year(t_, next);
    DateExpression found = make_expression(Shape::Calendar, at, next + (two_years ? 3U : 1U));
    found.year = t_.value(next);
    found.two_years = two_years;
    return found;
}

}  // namespace dateline::analysis
