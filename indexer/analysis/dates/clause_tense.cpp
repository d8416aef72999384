// Whether the clause around a date speaks of the past or of the future.
#include "indexer/analysis/dates/clause_tense.hpp"

#include <string_view>

namespace dateline::analysis {
namespace {

/// Tokens that are looked at on either side.
constexpr std::size_t kReach = 30;

bool ends_sentence(const DateTokens& t, std::size_t at) {
    const char mark = t.is_word(at) || t.is_number(at) ? '\0' : t[at].mark;
    if (mark == kParagraphMark || mark == '!' || mark == '?' || mark == ';') {
        return true;
    }
    // A dot in `U.S.` or `1.5` ends nothing.
    return mark == '.' && t[at + 1].after_space &&
           !(t.is_attached(at) && t[at - 1].capital &&
             t[at - 1].end_bytes - t[at - 1].start_bytes < 2);
}

/// What the word at `at` says about the tense.
Tense tense_of(const DateTokens& t, std::size_t at) {
    switch (t.word_class(at)) {
        case WordClass::Future:
        case WordClass::Planned:
        case WordClass::Would:
            return Tense::Future;
        case WordClass::PastVerb:
            return Tense::Past;
        case WordClass::To: {
            // `to` and an infinitive; before names, numbers and articles it is a direction.
            const bool verb =
                t.is_word(at + 1) && t.is(at + 1, WordClass::None) && !t[at + 1].capital;
            return verb || t.text(at + 1) == "be" ? Tense::Future : Tense::Unknown;
        }
        case WordClass::None: {
            const std::string_view word = t.text(at);
            const bool past =
                t.is_word(at) && word.size() > 4 && word.ends_with("ed") && !t[at].capital;
            return past ? Tense::Past : Tense::Unknown;
        }
        default:
            return Tense::Unknown;
    }
}

}  // namespace

Tense clause_tense(const DateTokens& tokens, std::size_t first, std::size_t next) {
    switch (tokens.word_class(first - 1)) {
        case WordClass::By:
        case WordClass::Until:
            return Tense::Future;
        case WordClass::Since:
            return Tense::Past;
        default:
            break;
    }
    for (std::size_t back = 1; back <= kReach && back <= first; ++back) {
        const std::size_t at = first - back;
        if (ends_sentence(tokens, at)) {
            break;
        }
        if (const Tense found = tense_of(tokens, at); found != Tense::Unknown) {
            return found;
        }
    }
    for (std::size_t at = next; at < next + kReach && at < tokens.size(); ++at) {
        if (ends_sentence(tokens, at)) {
            break;
        }
        if (const Tense found = tense_of(tokens, at); found != Tense::Unknown) {
            return found;
        }
    }
    return Tense::Unknown;
}

}  // namespace dateline::analysis
