// Days and months by name and number.
#include "common/time/numeric_date.hpp"
#include "indexer/analysis/dates/date_grammar.hpp"
#include "indexer/analysis/dates/token_rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::analysis {
namespace {

constexpr int kMay = 5;
constexpr int kMarch = 3;
/// Days in a list before their month, as in 3, 4, 5 and 6 May.
constexpr int kMaxListedDays = 6;

}  // namespace

DateGrammar::NumberMatch DateGrammar::day_number(std::size_t at) const {
    if (t_.digits(at) < 1 || t_.digits(at) > 2 || t_.value(at) < 1 || t_.value(at) > 31) {
        return {0, at};
    }
    const bool decimal = (t_.is_mark(at + 1, '.') || t_.is_mark(at + 1, ':')) &&
                         t_.is_attached(at + 1) && t_.is_number(at + 2) && t_.is_attached(at + 2);
    if (decimal) {
        return {0, at};
    }
    const bool glued = t_.is_word(at + 1) && t_.is_attached(at + 1);
    if (glued && !is_ordinal_suffix(t_.text(at + 1))) {
        return {0, at};
    }
    return {t_.value(at), at + (glued ? 2U : 1U)};
}

/// `found` with the year at `at`, if one is there; it ends at `at` otherwise.
DateExpression DateGrammar::with_year(DateExpression found, std::size_t at) const {
    const NumberMatch year = year_behind(at);
    found.year = year.value;
    found.next = year.next;
    return found;
}

bool DateGrammar::is_month(std::size_t at) const {
    return (t_.is(at, WordClass::Month) || t_.is(at, WordClass::ShortMonth)) && t_[at].capital;
}

std::optional<DateExpression> DateGrammar::month_first(std::size_t at) const {
    if (!is_month(at)) {
        return std::nullopt;
    }
    std::size_t next = at + 1;
    const bool shortened = t_.is(at, WordClass::ShortMonth);
    if (shortened && t_.is_mark(next, '.') && t_.is_attached(next)) {
        ++next;
    }
    const std::size_t behind_the = t_.is(next, WordClass::The) ? next + 1 : next;
    DateExpression found = make_expression(Shape::Calendar, at, next);
    found.month = static_cast<unsigned>(t_.value(at));
    const NumberMatch day = day_number(behind_the);
    if (day.next > behind_the && !t_.is(day.next, WordClass::Counted) &&
        !t_.is_mark(day.next, '%')) {
        found.day = static_cast<unsigned>(day.value);
        found = with_year(found, day.next);
        // `May 3-5, 2004`: the year holds for both.
        const NumberMatch last =
            is_connector(t_, found.next) ? day_number(found.next + 1) : NumberMatch{};
        if (found.year == 0 && last.value > day.value) {
            found.year = year_behind(last.next).value;
        }
        return with_year_of_end(found);
    }
    if (year_behind(next).next > next) {
        return with_year(found, next);
    }
    // Reuters used to write April one.
    const bool spelled = t_.is(next, WordClass::Cardinal) && t_.value(next) < 10;
    if (spelled && ends_number(t_, next + 1)) {
        found.day = static_cast<unsigned>(t_.value(next));
        return with_year(found, next + 1);
    }
    return shortened && t_.text(at) != "Sept" ? std::nullopt : month_alone(at, next);
}

std::optional<DateExpression> DateGrammar::month_alone(std::size_t at, std::size_t next) const {
    DateExpression found = make_expression(Shape::Calendar, at, next);
    found.month = static_cast<unsigned>(t_.value(at));
    // `between May and July 2004`: the year holds for both.
    if (is_connector(t_, next) && is_month(next + 1)) {
        found.year = year_behind(next + 2).value;
        const Frame frame = frame_at(next + 2).frame;
        const bool step = frame.kind == Frame::Kind::Relative && frame.unit == Unit::Year;
        found.frame = found.year == 0 && step ? frame : found.frame;
    }
    switch (t_.word_class(before_hyphen(t_, at))) {
        case WordClass::In:
        case WordClass::Of:
        case WordClass::By:
        case WordClass::Since:
        case WordClass::Until:
        case WordClass::From:
        case WordClass::To:
        case WordClass::And:
        case WordClass::Or:
        case WordClass::Between:
        case WordClass::Early:
        case WordClass::Late:
        case WordClass::Mid:
        case WordClass::Edge:
        case WordClass::Step:
        case WordClass::Before:
        case WordClass::After:
        case WordClass::During:
        case WordClass::About:
        case WordClass::The:
            return t_.text(next) == "Day" ? std::nullopt : std::optional(found);
        default:
            break;
    }
    const bool doubtful = found.month == kMay || found.month == kMarch;
    const bool surname = at > 0 && t_[at - 1].capital && t_.is_word(at - 1) &&
                         t_.word_class(at - 1) == WordClass::None;
    const bool given_name =
        t_[next].capital && t_.is_word(next) && t_.word_class(next) == WordClass::None;
    return doubtful || surname || given_name ? std::nullopt : std::optional(found);
}

std::optional<DateExpression> DateGrammar::day_first(std::size_t at) const {
    DateExpression found = make_expression(Shape::Calendar, at, at);
    const NumberMatch day = day_number(at);
    if (day.next == at || !is_free(t_, at)) {
        return std::nullopt;
    }
    found.day = static_cast<unsigned>(day.value);
    std::size_t next = day.next;
    const bool dashed = t_.is_mark(next, '-') && t_.is_attached(next) && t_.is_attached(next + 1);
    next += t_.is(next, WordClass::Of) || dashed ? 1U : 0U;
    if (!is_month(next)) {
        return first_of_range(at, day.next);
    }
    found.month = static_cast<unsigned>(t_.value(next));
    const bool dot = t_.is(next, WordClass::ShortMonth) && t_.is_mark(next + 1, '.');
    next += dot ? 2U : 1U;
    const bool dashed_year = dashed && t_.is_mark(next, '-') && t_.digits(next + 1) == 4;
    const NumberMatch year = year_behind(next + (dashed_year ? 1U : 0U));
    found.year = year.value;
    found.next = year.value == 0 ? next : year.next;
    return with_year_of_end(found);
}

/// `from Oct. 3 to Oct. 5, 2025`, `28 December to 3 January 2026`: the year of the end says that of
/// the beginning.
DateExpression DateGrammar::with_year_of_end(DateExpression found) const {
    const std::size_t at = found.next + 1;
    if (found.year != 0 || found.month == 0 || found.day == 0 || !is_connector(t_, found.next)) {
        return found;
    }
    const bool month_before = is_month(at);
    const NumberMatch day_before = month_before ? NumberMatch{} : day_number(at);
    const std::size_t month_at = month_before ? at : day_before.next;
    if (!is_month(month_at)) {
        return found;
    }
    const bool dot = t_.is(month_at, WordClass::ShortMonth) && t_.is_mark(month_at + 1, '.');
    const std::size_t behind = month_at + (dot ? 2U : 1U);
    const NumberMatch day = month_before ? day_number(behind) : day_before;
    const NumberMatch year = year_behind(month_before ? day.next : behind);
    if (day.value > 0 && year.value != 0) {
        const auto month = static_cast<unsigned>(t_.value(month_at));
        const bool wraps = month < found.month ||
                           (month == found.month && day.value < static_cast<int>(found.day));
        found.year = year.value - (wraps ? 1 : 0);
    }
    return found;
}

std::optional<DateExpression> DateGrammar::first_of_range(std::size_t at, std::size_t next) const {
    std::size_t look = next;
    for (int listed = 0; listed < kMaxListedDays; ++listed) {
        if (!is_connector(t_, look) && !t_.is_mark(look, ',')) {
            return std::nullopt;
        }
        ++look;
        const std::size_t behind = day_number(look).next;
        if (behind == look) {
            return std::nullopt;
        }
        const std::size_t month_at = behind + (t_.is(behind, WordClass::Of) ? 1U : 0U);
        if (is_month(month_at)) {
            DateExpression found = make_expression(Shape::Calendar, at, next);
            found.day = static_cast<unsigned>(t_.value(at));
            found.month = static_cast<unsigned>(t_.value(month_at));
            const bool dot =
                t_.is(month_at, WordClass::ShortMonth) && t_.is_mark(month_at + 1, '.');
            found.year = year_behind(month_at + (dot ? 2U : 1U)).value;
            return found;
        }
        look = behind;
    }
    return std::nullopt;
}

std::optional<DateExpression> DateGrammar::digits_only(std::size_t at) const {
    const bool marked =
        t_.is_mark(at + 1, '/') || t_.is_mark(at + 1, '-') || t_.is_mark(at + 1, '.');
    const bool five = marked && t_.is_mark(at + 3, t_[at + 1].mark) && t_.digits(at) >= 1 &&
                      t_.digits(at + 2) >= 1 && t_.digits(at + 4) >= 2 && is_free(t_, at);
    if (!five || !t_.is_attached(at + 1) || !t_.is_attached(at + 2) || !t_.is_attached(at + 3) ||
        !t_.is_attached(at + 4)) {
        return std::nullopt;
    }
    // More of the same is an address or a number of a version.
    const bool longer =
        t_.is_mark(at + 5, t_[at + 1].mark) && t_.is_number(at + 6) && t_.is_attached(at + 6);
    const bool glued = t_.is_word(at + 5) && t_.is_attached(at + 5) && t_.text(at + 5) != "T";
    const bool behind_more = at >= 2 && t_.is_attached(at) && t_.is_number(at - 2);
    if (longer || glued || behind_more) {
        return std::nullopt;
    }
    const std::string_view text = t_.text(at, at + 5);
    auto read = time::parse_numeric_date(text, {.zone = {}, .order = order_});
    // What cannot be read in the archive's order may have but one meaning.
    read = read ? read : time::parse_numeric_date(text, {});
    if (!read && time::is_ambiguous_date(text, {})) {
        return ambiguous_day(at);
    }
    if (!read || read->precision != time::Precision::Day) {
        return std::nullopt;
    }
    const CalendarValue value = value_of_day(time::utc_day(*read));
    DateExpression found = make_expression(Shape::Calendar, at, at + 5);
    found.year = value.year;
    found.month = value.month;
    found.day = value.day;
    return found;
}

/// 03/04/87 where nobody says what is the day: the year is what is certain.
std::optional<DateExpression> DateGrammar::ambiguous_day(std::size_t at) const {
    const int year = t_.value(at + 4);
    DateExpression found = make_expression(Shape::Calendar, at, at + 5);
    found.year = t_.digits(at + 4) == 2 ? time::full_year(year) : year;
    return t_.digits(at + 4) == 2 || t_.digits(at + 4) == 4 ? std::optional(found) : std::nullopt;
}

std::optional<DateExpression> DateGrammar::weekday(std::size_t at) const {
    if (!t_[at].capital) {
        return std::nullopt;
    }
    const bool shortened = t_.is(at, WordClass::ShortWeekday);
    std::size_t next = at + 1;
    next += shortened && t_.is_mark(next, '.') ? 1U : 0U;
    const std::size_t behind_comma = t_.is_mark(next, ',') ? next + 1 : next;
    const std::size_t date_at = behind_comma + (t_.is(behind_comma, WordClass::The) ? 1U : 0U);
    Match date = month_first(date_at);
    date = date ? date : day_first(date_at);
    date = date ? date : digits_only(date_at);
    if (date && date->day != 0) {
        date->first = at;
        date->weekday = t_.value(at);
        return date;
    }
    if (shortened) {
        return std::nullopt;
    }
    constexpr auto papers = std::to_array<std::string_view>({"Times",
                                                             "Telegraph",
                                                             "Mail",
                                                             "Express",
                                                             "Mirror",
                                                             "Herald",
                                                             "Post",
                                                             "Agreement",
                                                             "World",
                                                             "school",
                                                             "lunch",
                                                             "roast"});
    // `it was a Wednesday` is none, `a Wednesday meeting` is.
    const bool some_day =
        t_.is(at - 1, WordClass::Article) && !(t_.is_word(next) && t_.is(next, WordClass::None));
    if (some_day || std::find(papers.begin(), papers.end(), t_.text(next)) != papers.end()) {
        return std::nullopt;
    }
    if (t_.text(at - 1) == "Bloody") {
        return std::nullopt;  // several days of history have that name
    }
    DateExpression found = make_expression(Shape::Weekday, at, next);
    found.weekday = t_.value(at);
    if (t_.is(next, WordClass::Unit) && t_.value(next) == static_cast<int>(Unit::Week)) {
        found.step = Step::Next;  // British: Sunday week is the Sunday after next Sunday
        found.count = 1;
        ++found.next;
    }
    return found;
}

std::optional<DateExpression> DateGrammar::ordinal_day(std::size_t at) const {
    DateExpression found = make_expression(Shape::Calendar, at, at);
    const bool word = t_.is(at, WordClass::Ordinal) && t_.value(at) > 0;
    const NumberMatch day = word ? NumberMatch{t_.value(at), at + 1} : day_number(at);
    found.next = day.next;
    found.day = static_cast<unsigned>(day.value);
    if (found.next == at) {
        return std::nullopt;
    }
    const std::size_t month_at = found.next + (t_.is(found.next, WordClass::Of) ? 1U : 0U);
    if (is_month(month_at)) {
        found.month = static_cast<unsigned>(t_.value(month_at));
        return with_year(found, month_at + 1);
    }
    const bool suffix = found.next > at + 1;
    // `the night of the 9th`, whatever follows.
    const bool night = t_.is(at - 2, WordClass::Of) && t_.is(at - 3, WordClass::PartOfDay);
    if (!suffix || (!night && (t_.is(found.next, WordClass::And) ||
                               t_.is(found.next, WordClass::In) || !ends_number(t_, found.next)))) {
        return std::nullopt;
    }
    if (t_.is(found.next, WordClass::Of)) {
        // `the 25th of that month`, but not `the 25th of his goals`.
        const FrameMatch match = frame_at(found.next);
        if (match.frame.kind != Frame::Kind::Relative || match.frame.unit != Unit::Month) {
            return std::nullopt;
        }
        found.frame = match.frame;
        found.next = match.next;
    }
    return found;
}

std::optional<DateExpression> DateGrammar::continued(std::size_t at) const {
    if (!last_ || at == 0 || t_.digits(at) == 0 || last_->shape != Shape::Calendar ||
        last_->next + 1 != at) {
        return std::nullopt;
    }
    const bool dash = t_.is_mark(at - 1, '-') || t_.is_mark(at - 1, '/');
    if (last_->month == 0 && last_->day == 0 && last_->year > 0) {
        int year = last_->year / 100 * 100 + t_.value(at);
        year += year + 99 == last_->year && !t_.is_mark(at + 1, '/') ? 100 : 0;  // 1999/00
        if (!dash || t_.digits(at) != 2 || !t_.is_attached(at) || !t_.is_attached(at - 1) ||
            year <= last_->year) {
            return std::nullopt;
        }
        DateExpression found = make_expression(Shape::Calendar, at, at + 1);
        found.year = year;
        return found;
    }
    const bool listed =
        is_connector(t_, at - 1) ||
        (t_.is_mark(at - 1, ',') && (t_.is(at + 1, WordClass::And) || t_.is_mark(at + 1, ',')));
    DateExpression found = make_expression(Shape::Calendar, at, at);
    if (!listed || last_->month == 0 || last_->day == 0 || !is_month(last_->first)) {
        return std::nullopt;
    }
    const NumberMatch day = day_number(at);
    found.day = static_cast<unsigned>(day.value);
    if (day.next == at || found.day <= last_->day || !ends_number(t_, day.next) ||
        t_.is_mark(day.next, '%')) {
        return std::nullopt;
    }
    found.month = last_->month;
    found = with_year(found, day.next);
    found.year = found.year == 0 ? last_->year : found.year;
    return found;
}

}  // namespace dateline::analysis
