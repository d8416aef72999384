// Days, months and years by name and number.
#include "common/time/numeric_date.hpp"
#include "indexer/analysis/dates/date_grammar.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::analysis {
namespace {

constexpr int kMay = 5;
constexpr int kMarch = 3;
/// Numbers of four digits in this range may be years.
constexpr int kFirstPlainYear = 1000;
constexpr int kLastPlainYear = 2100;
/// From here on numbers are years where the words around say half of it.
constexpr int kFirstOldYear = 1400;
/// Numbers in this range are years even where little else says so.
constexpr int kFirstLikelyYear = 1800;
constexpr int kLastLikelyYear = 2049;
/// Days in a list before their month, as in 3, 4, 5 and 6 May.
constexpr int kMaxListedDays = 6;

bool is_ordinal_suffix(std::string_view word) {
    constexpr auto suffixes = std::to_array<std::string_view>({"st", "nd", "rd", "th", "ST", "TH"});
    return std::find(suffixes.begin(), suffixes.end(), word) != suffixes.end();
}

/// Whether a number directly behind `mark` may be a date.
bool may_touch(char mark) {
    return std::string_view("([\"'-/,;:*>\n").find(mark) != std::string_view::npos;
}

/// Whether the token at `at` is not glued to a word, a sign of money or another number.
bool is_free(const DateTokens& t, std::size_t at) {
    if (!t.is_attached(at)) {
        return true;
    }
    const ScanToken& before = t[at - 1];
    if (before.kind == ScanKind::Mark && before.mark == '-' && t.is(at - 2, WordClass::Mid)) {
        return true;
    }
    if (before.kind != ScanKind::Mark || !may_touch(before.mark)) {
        return false;
    }
    // 3-5 is a range, A-380 and 2,19 are not.
    const bool glued = before.mark == '-' || before.mark == ',' || before.mark == ':';
    return !glued || (before.mark == '-' && t.is_number(at - 2)) || !t.is_attached(at - 1);
}

bool is_connector(const DateTokens& t, std::size_t at) {
    switch (t.word_class(at)) {
        case WordClass::To:
        case WordClass::And:
        case WordClass::Or:
        case WordClass::Until:
            return true;
        default:
            return t.is_mark(at, '-') || t.is_mark(at, '/') || t.is_mark(at, '&');
    }
}

/// Whether what stands at `at` is no noun that the number before it could belong to.
bool ends_number(const DateTokens& t, std::size_t at) {
    if (!t.is_word(at)) {
        return !t.is_mark(at, '-');
    }
    switch (t.word_class(at)) {
        case WordClass::And:
        case WordClass::Or:
        case WordClass::To:
        case WordClass::Of:
        case WordClass::In:
        case WordClass::On:
        case WordClass::At:
        case WordClass::By:
        case WordClass::From:
        case WordClass::The:
        case WordClass::Article:
        case WordClass::Until:
        case WordClass::During:
        case WordClass::Before:
        case WordClass::After:
        case WordClass::Future:
        case WordClass::Would:
        case WordClass::PastVerb:
        case WordClass::PresentVerb:
            return true;
        default:
            return false;
    }
}

/// The token before `at`, or the one before the hyphen of `mid-May`.
std::size_t before_hyphen(const DateTokens& t, std::size_t at) {
    return t.is_mark(at - 1, '-') && t.is(at - 2, WordClass::Mid) ? at - 2 : at - 1;
}

}  // namespace

bool DateGrammar::is_month(std::size_t at) const {
    return (t_.is(at, WordClass::Month) || t_.is(at, WordClass::ShortMonth)) && t_[at].capital;
}

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

/// Whether `BC`, `A.D.` and the like stand behind the number at `at`.
DateGrammar::Era DateGrammar::era_behind(std::size_t at) const {
    if (t_.digits(at) < 1 || t_.digits(at) > 4) {
        return {0, at};
    }
    if (t_.is(at + 1, WordClass::Era)) {
        return {t_.value(at + 1), at + 2};
    }
    const std::string_view first = t_.text(at + 1);
    const std::string_view second = t_.text(at + 3);
    const bool christ = first == "B" && second == "C";
    if ((!christ && (first != "A" || second != "D")) || !t_.is_mark(at + 2, '.')) {
        return {0, at};
    }
    const bool dot = t_.is_mark(at + 4, '.') && t_.is_attached(at + 4);
    return {christ ? -1 : 1, at + (dot ? 5U : 4U)};
}

DateGrammar::NumberMatch DateGrammar::year_behind(std::size_t at) const {
    std::size_t next = at;
    if ((t_.is_mark(next, ',') || t_.is(next, WordClass::Of) || t_.is(next, WordClass::In)) &&
        t_.is_number(next + 1)) {
        ++next;
    }
    const int value = t_.value(next);
    const bool decimal = t_.is_mark(next + 1, '.') && t_.is_attached(next + 1) &&
                         t_.is_number(next + 2) && t_.is_attached(next + 2);
    const bool counted = next > at && t_.is_mark(at, ',') && t_.is(next + 1, WordClass::Counted);
    if (t_.digits(next) == 4 && value >= kFirstPlainYear && value <= kLastPlainYear && !decimal &&
        !counted) {
        return {value, next + 1};
    }
    if (t_.is_mark(next, '\'') && t_.digits(next + 1) == 2 && t_.is_attached(next + 1)) {
        const int short_year = t_.value(next + 1);
        return {short_year + (short_year < time::kTwoDigitPivot ? 2000 : 1900), next + 2};
    }
    if (const Era era = era_behind(next); era.next > next) {
        return {value * era.sign, era.next};
    }
    return {0, at};
}

/// `found` with the year at `at`, if one is there; it ends at `at` otherwise.
DateExpression DateGrammar::with_year(DateExpression found, std::size_t at) const {
    const NumberMatch year = year_behind(at);
    found.year = year.value;
    found.next = year.next;
    return found;
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
        return found;
    }
    if (year_behind(next).next > next) {
        return with_year(found, next);
    }
    return shortened && t_.text(at) != "Sept" ? std::nullopt : month_alone(at, next);
}

std::optional<DateExpression> DateGrammar::month_alone(std::size_t at, std::size_t next) const {
    DateExpression found = make_expression(Shape::Calendar, at, next);
    found.month = static_cast<unsigned>(t_.value(at));
    // `between May and July 2004`: the year holds for both.
    if (is_connector(t_, next) && is_month(next + 1)) {
        found.year = year_behind(next + 2).value;
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
        const int century = last_->year / 100 * 100;
        if (!dash || t_.digits(at) != 2 || !t_.is_attached(at) || !t_.is_attached(at - 1) ||
            century + t_.value(at) <= last_->year) {
            return std::nullopt;
        }
        DateExpression found = make_expression(Shape::Calendar, at, at + 1);
        found.year = century + t_.value(at);
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

bool DateGrammar::is_plausible_year(std::size_t at) const {
    const int value = t_.value(at);
    if (t_.digits(at) != 4 || value < kFirstPlainYear || value > kLastPlainYear ||
        !is_free(t_, at)) {
        return false;
    }
    // 1987.5, 1987%, 1900km, 1900-page.
    const std::size_t behind = at + 1;
    const bool mark = t_.is_attached(behind) && !t_.is_word(behind) && t_.is_attached(behind + 1) &&
                      t_.is_number(behind + 1) && !t_.is_mark(behind, '-') &&
                      !t_.is_mark(behind, '/');
    const bool glued = t_.is_word(behind) && t_.is_attached(behind);
    const bool compound =
        t_.is_mark(behind, '-') && t_.is_attached(behind) && t_.is_attached(behind + 1) &&
        (t_.is(behind + 1, WordClass::Counted) || t_.text(behind + 1) == "strong");
    const bool titled = t_.is(at - 1, WordClass::Titled) ||
                        (t_.is_mark(at - 1, '.') && t_.is(at - 2, WordClass::Titled));
    return !mark && !glued && !compound && !titled && !t_.is_mark(behind, '%') &&
           !t_.is(behind, WordClass::Counted);
}

bool DateGrammar::is_year_by_context(std::size_t at) const {
    const ScanToken& before = t_[before_hyphen(t_, at)];
    const int value = t_.value(at);
    const bool likely = value >= kFirstLikelyYear && value <= kLastLikelyYear;
    const bool old = value >= kFirstOldYear && value <= kLastLikelyYear;
    const bool dash = t_.is_mark(at + 1, '-') && t_.is_attached(at + 1) && t_.is_attached(at + 2);
    const bool range_follows = dash && t_.digits(at + 2) == 4;
    const bool short_range = dash && t_.digits(at + 2) == 2 && t_.value(at + 2) > value % 100 &&
                             !t_.is_mark(at + 3, '-');
    if (likely && short_range) {
        return true;
    }
    const bool listed = last_ && last_->next + 1 == at && last_->shape == Shape::Calendar &&
                        last_->month == 0 && last_->year > 0;
    if (old &&
        (listed || (range_follows && t_.value(at + 2) >= value && is_plausible_year(at + 2)))) {
        return true;
    }
    if (at == 0 || before.kind == ScanKind::Mark) {
        const bool opened = at == 0 || before.mark == '(' || before.mark == kParagraphMark;
        const bool closed = t_[at + 1].kind == ScanKind::Mark;
        const std::size_t behind = at + (t_.text(at + 1) == "also" ? 2U : 1U);
        const bool verb = t_.is(behind, WordClass::PastVerb) ||
                          t_.is(behind, WordClass::PresentVerb) || t_.is(behind, WordClass::Future);
        const bool range = before.mark == '-' && t_.is_number(at - 2);
        const bool brackets = before.mark == '(' && t_.is_mark(at + 1, ')');
        return range || (old && brackets) ||
               (likely && ((opened && closed) || verb || before.mark == ';' ||
                           (before.mark == ',' && closed)));
    }
    switch (before.word_class) {
        case WordClass::In:
        case WordClass::Since:
        case WordClass::By:
        case WordClass::Until:
        case WordClass::During:
        case WordClass::Early:
        case WordClass::Late:
        case WordClass::Mid:
        case WordClass::Fiscal:
            return true;
        case WordClass::From:
        case WordClass::To:
        case WordClass::And:
        case WordClass::Or:
        case WordClass::Between:
        case WordClass::Before:
        case WordClass::After:
        case WordClass::Own:
        case WordClass::About:
        case WordClass::Step:
        case WordClass::Season:
        case WordClass::Article:
        case WordClass::Past:
            return likely;
        case WordClass::Of:
            return likely ||
                   (old && (!t_.is_word(at + 1) || t_.word_class(at + 1) != WordClass::None));
        case WordClass::The:
            // `the 1777 campaign`, but not `the 1500 soldiers`.
            return likely || (old && !t_.text(at + 1).ends_with('s'));
        case WordClass::Unit:
            return t_.value(at - 1) == static_cast<int>(Unit::Year);
        default:
            break;
    }
    // `Euro 2024` and `Studio 2003` are names; `spent 2003 in exile` is a year.
    const bool noun_follows = t_.is_word(at + 1) && t_.word_class(at + 1) == WordClass::None;
    return likely && !before.capital && (!noun_follows || before.word_class == WordClass::None);
}

std::optional<DateExpression> DateGrammar::year(std::size_t at) const {
    DateExpression found = make_expression(Shape::Calendar, at, at + 1);
    if (const Era era = era_behind(at); era.next > at) {
        found.year = t_.value(at) * era.sign;
        found.next = era.next;
        return found.year == 0 ? std::nullopt : std::optional(found);
    }
    if (!is_plausible_year(at) || !is_year_by_context(at)) {
        return std::nullopt;
    }
    found.year = t_.value(at);
    return found;
}

std::optional<DateExpression> DateGrammar::short_year(std::size_t at) const {
    const bool apostrophe = t_.is_mark(at, '\'') && !t_.is_attached(at) && t_.is_attached(at + 1);
    if (!apostrophe || t_.digits(at + 1) != 2) {
        return std::nullopt;
    }
    if (Match found = decade(at + 1)) {
        found->first = at;
        return found;
    }
    if (t_.is_attached(at + 2) && (t_.is_word(at + 2) || t_.is_mark(at + 2, '\''))) {
        return std::nullopt;
    }
    // `iLife '11` is a name.
    if (t_.is_word(at - 1) && t_[at - 1].capital && t_.is(at - 1, WordClass::None)) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Calendar, at, at + 2);
    found.year = year_behind(at).value;
    return found;
}

std::optional<DateExpression> DateGrammar::decade(std::size_t at) const {
    DateExpression found = make_expression(Shape::Decade, at, at + 1);
    const bool framed = t_.is(at - 1, WordClass::The) || t_.is(at - 1, WordClass::Early) ||
                        t_.is(at - 1, WordClass::Late) || t_.is(at - 1, WordClass::Mid) ||
                        t_.is(at - 1, WordClass::And) || t_.is_mark(at - 1, '-') ||
                        t_.is_mark(at - 1, '\'');
    const bool own = t_.is(at - 2, WordClass::Own) || t_.is(at - 1, WordClass::Own);
    if (t_.is(at, WordClass::DecadeName)) {
        found.year = t_.value(at);
        return framed && !own ? std::optional(found) : std::nullopt;
    }
    std::size_t next = at + 1;
    next += t_.is_mark(next, '\'') && t_.is_attached(next) ? 1U : 0U;
    const std::string_view plural = t_.text(next);
    if (!t_.is_attached(next) || (plural != "s" && plural != "S") || t_.value(at) % 10 != 0) {
        return std::nullopt;
    }
    found.next = next + 1;
    found.year = t_.value(at);
    const bool full = t_.digits(at) == 4 && found.year >= kFirstPlainYear &&
                      found.year <= kLastPlainYear && is_free(t_, at);
    if (full && found.year % 100 == 0 && found.year < 2000) {
        found.shape = Shape::Century;  // the 1700s
    }
    const bool short_form = t_.digits(at) == 2 && found.year >= 20 && framed && !own;
    return full || short_form ? std::optional(found) : std::nullopt;
}

std::optional<DateExpression> DateGrammar::century(std::size_t at) const {
    std::size_t next = at + 1;
    const bool figures = t_.digits(at) >= 1 && t_.digits(at) <= 2 && t_.is_attached(next) &&
                         is_ordinal_suffix(t_.text(next));
    next += figures ? 1U : 0U;
    if (!figures && !t_.is(at, WordClass::Ordinal)) {
        return std::nullopt;
    }
    // `twenty-first century` begins at `twenty`; its ordinal is found there.
    const bool tens = t_.is(at, WordClass::Ordinal) && t_.is_mark(at - 1, '-') &&
                      t_.is(at - 2, WordClass::Cardinal);
    const int number = t_.value(at) + (tens ? t_.value(at - 2) : 0);
    next += t_.is_mark(next, '-') ? 1U : 0U;
    if (!t_.is(next, WordClass::Unit) || t_.value(next) != static_cast<int>(Unit::Century) ||
        number < 1) {
        return std::nullopt;
    }
    DateExpression found = make_expression(Shape::Century, tens ? at - 2 : at, next + 1);
    found.year = (number - 1) * 100;
    if (t_.is(next + 1, WordClass::Era)) {
        found.year = t_.value(next + 1) < 0 ? -(number - 1) * 100 - 1 : found.year;
        ++found.next;
    }
    return found;
}

}  // namespace dateline::analysis
