// What single tokens are to the rules of several files of the grammar.
#include "indexer/analysis/dates/token_rules.hpp"

#include <algorithm>
#include <array>

namespace dateline::analysis {
namespace {

/// Whether a number directly behind `mark` may be a date.
bool may_touch(char mark) {
    return std::string_view("([\"'-/,;:*>\n").find(mark) != std::string_view::npos;
}

/// Whether the word at `at` may be joined to a month or a year by a hyphen: mid-May, end-1986.
bool takes_hyphen(const DateTokens& t, std::size_t at) {
    return t.is_any(at, {WordClass::Mid, WordClass::Edge, WordClass::Early, WordClass::Late});
}

}  // namespace

bool is_ordinal_suffix(std::string_view word) {
    constexpr auto suffixes = std::to_array<std::string_view>({"st", "nd", "rd", "th", "ST", "TH"});
    return std::find(suffixes.begin(), suffixes.end(), word) != suffixes.end();
}

bool is_free(const DateTokens& t, std::size_t at) {
    if (!t.is_attached(at)) {
        return true;
    }
    const ScanToken& before = t[at - 1];
    if (before.kind == ScanKind::Mark && before.mark == '-' && takes_hyphen(t, at - 2)) {
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

bool is_double_year(const DateTokens& t, std::size_t at) {
    const bool joined = t.is_mark(at + 1, '/') && t.is_attached(at + 1) && t.is_attached(at + 2);
    const bool longer = t.is_attached(at + 3) && (t.is_word(at + 3) || t.is_mark(at + 3, '/'));
    return joined && !longer && t.digits(at) == 4 && t.digits(at + 2) == 2 &&
           t.value(at + 2) == (t.value(at) + 1) % 100;
}

std::size_t before_hyphen(const DateTokens& t, std::size_t at) {
    return t.is_mark(at - 1, '-') && takes_hyphen(t, at - 2) ? at - 2 : at - 1;
}

}  // namespace dateline::analysis
