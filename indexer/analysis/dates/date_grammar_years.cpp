// Years, decades and centuries.
#include "common/time/numeric_date.hpp"
#include "indexer/analysis/dates/date_grammar.hpp"
#include "indexer/analysis/dates/token_rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::analysis {
namespace {

/// Numbers of four digits in this range may be years.
constexpr int kFirstPlainYear = 1000;
constexpr int kLastPlainYear = 2100;
/// From here on numbers are years where the words around say half of it.
constexpr int kFirstOldYear = 1400;
/// Numbers in this range are years even where little else says so.
constexpr int kFirstLikelyYear = 1800;
constexpr int kLastLikelyYear = 2049;

bool is_likely_year(int value) {
    return value >= kFirstLikelyYear && value <= kLastLikelyYear;
}

/// Whether `word` is one that reports put behind a year: `1986 net`, `1987 EARNINGS`.
bool is_reported(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"data",     "level",   "levels",    "period",   "tax",      "budget",   "crop",
         "earnings", "exclude", "excludes",  "exports",  "figures",  "forecast", "gain",
         "growth",   "imports", "include",   "includes", "income",   "loss",     "losses",
         "net",      "oper",    "operating", "output",   "pct",      "pretax",   "production",
         "profit",   "profits", "quarter",   "qtr",      "reflects", "report",   "restated",
         "results",  "revenue", "revenues",  "revs",     "sales",    "season",   "shr",
         "turnover", "yr"});
    if (word == "YEAR" || word == "Year") {  // `a 2000 year old skull`
        return true;
    }
    constexpr std::size_t longest_bytes = 10;
    if (word.size() < 2 || word.size() > longest_bytes) {
        return false;
    }
    std::array<char, longest_bytes> lower{};
    std::transform(word.begin(), word.end(), lower.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    const std::string_view small(lower.data(), word.size());
    return std::find(words.begin(), words.end(), small) != words.end();
}

/// Whether the words behind the number at `at` are a kind of people or things that it counts: `2000
/// season ticket holders`, `1900 production workers`.
bool counts_them(const DateTokens& t, std::size_t at) {
    constexpr auto counted = std::to_array<std::string_view>(
        {"agents",   "companies", "employees", "executives", "holders", "jobs",   "lines",
         "managers", "officers",  "people",    "plants",     "reps",    "sites",  "staff",
         "ticket",   "tickets",   "units",     "workers",    "outlets", "passes", "accountants"});
    return is_reported(t.text(at + 1)) &&
           std::find(counted.begin(), counted.end(), t.text(at + 2)) != counted.end();
}

bool has_small_letters(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char byte) { return byte >= 'a'; });
}

/// Whether one of the words around `at` has small letters: `costs EUR 2000`, but no headline in
/// capitals.
bool is_among_small_words(const DateTokens& t, std::size_t at) {
    constexpr std::size_t reach = 4;
    for (std::size_t other = at > reach ? at - reach : 0; other <= at + reach; ++other) {
        if (t.is_word(other) && has_small_letters(t.text(other))) {
            return true;
        }
    }
    return false;
}

/// Whether the word before the number at `at` makes a name of both: `Euro 2024`, `FTS 2000 system`,
/// but neither `in 1986` nor `MIXED 1986`.
bool is_in_name(const DateTokens& t, std::size_t before, std::size_t at) {
    const std::string_view word = t.text(before);
    const bool small = has_small_letters(word) || is_among_small_words(t, at);
    const bool text_behind = t.is_word(at + 1) && !t[at + 1].capital;
    return t[before].capital && word != "For" && (small || text_behind);
}

}  // namespace

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

/// Whether the words around the number at `at`, a plausible year, say that it is one.
bool DateGrammar::is_year_by_context(std::size_t at) const {
    const int value = t_.value(at);
    const bool old = value >= kFirstOldYear && value <= kLastLikelyYear;
    const bool dash = t_.is_mark(at + 1, '-') && t_.is_attached(at + 1) && t_.is_attached(at + 2);
    const bool range_follows =
        dash && t_.digits(at + 2) == 4 && t_.value(at + 2) >= value && is_plausible_year(at + 2);
    const bool short_range = dash && t_.digits(at + 2) == 2 && t_.value(at + 2) > value % 100 &&
                             !t_.is_mark(at + 3, '-');
    const bool listed = last_ && last_->next + 1 == at && last_->shape == Shape::Calendar &&
                        last_->month == 0 && last_->year > 0;
    if ((is_likely_year(value) && short_range) || (old && (listed || range_follows))) {
        return true;
    }
    // `1986/87 crop`, `1986 net`, `NOTE: 1986 and 1985 figures`
    const bool pair = t_.is(at + 1, WordClass::And) && is_likely_year(t_.value(at + 2)) &&
                      is_reported(t_.text(at + 3));
    if (is_likely_year(value) && (is_double_year(t_, at) || is_reported(t_.text(at + 1)) || pair)) {
        return true;
    }
    const std::size_t before = before_hyphen(t_, at);
    const bool behind_mark = at == 0 || t_[before].kind == ScanKind::Mark;
    return behind_mark ? is_year_behind_mark(at) : is_year_behind_word(at, before);
}

bool DateGrammar::is_year_behind_mark(std::size_t at) const {
    const int value = t_.value(at);
    const char mark = at == 0 ? kParagraphMark : t_[at - 1].mark;
    const bool closed = t_[at + 1].kind == ScanKind::Mark;
    if (mark == '-' && t_.is_number(at - 2)) {
        return true;
    }
    if (mark == '(' && t_.is_mark(at + 1, ')') && value >= kFirstOldYear) {
        return true;
    }
    const bool opened = mark == '(' || mark == kParagraphMark;
    const std::size_t behind = at + (t_.text(at + 1) == "also" ? 2U : 1U);
    const bool verb =
        t_.is_any(behind, {WordClass::PastVerb, WordClass::PresentVerb, WordClass::Future});
    return is_likely_year(value) &&
           ((opened && closed) || verb || mark == ';' || (mark == ',' && closed));
}

bool DateGrammar::is_year_behind_word(std::size_t at, std::size_t before) const {
    const int value = t_.value(at);
    const bool likely = is_likely_year(value);
    const bool old = value >= kFirstOldYear && value <= kLastLikelyYear;
    if (t_.is_any(before,
                  {WordClass::In,
                   WordClass::Since,
                   WordClass::By,
                   WordClass::Until,
                   WordClass::During,
                   WordClass::Early,
                   WordClass::Late,
                   WordClass::Mid,
                   WordClass::Edge,
                   WordClass::Fiscal})) {
        return true;
    }
    const bool plain_word = t_.is_word(at + 1) && t_.is(at + 1, WordClass::None);
    if (t_.is(before, WordClass::Of)) {
        return likely || (old && !plain_word);
    }
    if (t_.is(before, WordClass::The)) {
        // `the 1777 campaign`, but not `the 1500 soldiers`.
        return likely || (old && !t_.text(at + 1).ends_with('s'));
    }
    if (t_.is(before, WordClass::Unit)) {
        return t_.unit(before) == Unit::Year;
    }
    if (t_.is_any(before,
                  {WordClass::From,
                   WordClass::To,
                   WordClass::And,
                   WordClass::Or,
                   WordClass::Between,
                   WordClass::Before,
                   WordClass::After,
                   WordClass::Own,
                   WordClass::About,
                   WordClass::Step,
                   WordClass::Season,
                   WordClass::Article,
                   WordClass::Past})) {
        return likely;
    }
    // `Euro 2024` and `Studio 2003` are names; `spent 2003 in exile` is a year.
    const std::string_view word = t_.text(before);
    const bool due = word == "due" || word == "DUE";
    return likely && !is_in_name(t_, before, at) &&
           (!plain_word || due || t_.is(before, WordClass::None));
}

std::optional<DateExpression> DateGrammar::year(std::size_t at) const {
    DateExpression found = make_expression(Shape::Calendar, at, at + 1);
    if (const Era era = era_behind(at); era.next > at) {
        found.year = t_.value(at) * era.sign;
        found.next = era.next;
        return found.year == 0 ? std::nullopt : std::optional(found);
    }
    // `a 2000 year old skull`, `2000-year-old`
    const std::size_t unit = t_.is_mark(at + 1, '-') ? at + 2 : at + 1;
    const auto is_old = [this](std::size_t word) {
        return t_.text(word) == "old" || t_.text(word) == "olds";
    };
    const bool is_age = t_.text(unit) == "year" && (is_old(unit + 1) || is_old(unit + 2));
    if (is_age || counts_them(t_, at) || !is_plausible_year(at) || !is_year_by_context(at)) {
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
