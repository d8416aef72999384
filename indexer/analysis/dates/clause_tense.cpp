// Whether the clause around a date speaks of the past or of the future.
#include "indexer/analysis/dates/clause_tense.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace dateline::analysis {
namespace {

/// Tokens that are looked at on either side.
constexpr std::size_t kReach = 30;

bool ends_clause(const DateTokens& t, std::size_t at) {
    const char mark = t.is_word(at) || t.is_number(at) ? '\0' : t[at].mark;
    if (mark == kParagraphMark || mark == '!' || mark == '?' || mark == ';') {
        return true;
    }
    if (mark == ':') {
        return t[at + 1].after_space;
    }
    // A dot in `U.S.` or `1.5` ends nothing.
    const bool initial =
        t.is_attached(at) && t[at - 1].capital && t[at - 1].end_bytes - t[at - 1].start_bytes < 2;
    return mark == '.' && t[at + 1].after_space && !initial;
}

/// Whether the word behind `to` at `at` may be an infinitive; in capitals behind TO.
bool may_be_verb(const DateTokens& t, std::size_t at) {
    const bool small = !t[at].capital || t.text(at - 1) == "TO";
    switch (t.word_class(at)) {
        case WordClass::None:
        case WordClass::Titled:
        case WordClass::Counted:
        case WordClass::Sport:
        case WordClass::Edge:
        case WordClass::PresentVerb:
            return t.is_word(at) && small;
        default:
            return false;
    }
}

/// Whether what `verb` is followed by, with `to`, is done: began to climb, but not agreed to climb.
bool is_done(std::string_view verb) {
    constexpr auto verbs = std::to_array<std::string_view>(
        {"began",    "begun",   "continued", "managed", "failed",   "tried",    "used",  "thought",
         "believed", "said",    "reported",  "seemed",  "appeared", "had",      "came",  "went",
         "got",      "refused", "started",   "helped",  "forced",   "happened", "known", "led"});
    return std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
}

/// `they play Leeds on Wednesday`, `Italy meet France`: what is on a timetable. The same words are
/// nouns (`the play`), so somebody must stand before them.
bool is_scheduled(const DateTokens& t, std::size_t at) {
    constexpr auto verbs =
        std::to_array<std::string_view>({"play", "plays", "meet", "meets", "travel", "travels"});
    constexpr auto people = std::to_array<std::string_view>(
        {"they", "They", "we", "We", "he", "He", "she", "She", "who", "then", "next"});
    const std::string_view before = t.text(at - 1);
    const bool somebody = std::find(people.begin(), people.end(), before) != people.end() ||
                          (t.is_word(at - 1) && t[at - 1].capital && t.is(at - 1, WordClass::None));
    return somebody && !t[at].capital &&
           std::find(verbs.begin(), verbs.end(), t.text(at)) != verbs.end();
}

/// What the word at `at` says about the tense; std::nullopt if it says nothing.
std::optional<Tense> tense_of(const DateTokens& t, std::size_t at) {
    switch (t.word_class(at)) {
        case WordClass::Future:
        case WordClass::Would:
            return Tense::Future;
        case WordClass::Month:
            // `they may meet`
            return t.text(at) == "may" ? std::optional(Tense::Future) : std::nullopt;
        case WordClass::Planned:
            // What was due may have been so before or after.
            return t.is(at - 1, WordClass::PastVerb) ? Tense::Unknown : Tense::Future;
        case WordClass::PastVerb:
            return t.is(at + 1, WordClass::To) ? Tense::Unknown : Tense::Past;
        case WordClass::PresentVerb:
            return t.value(at) == 1 ? std::optional(Tense::Future) : std::nullopt;
        case WordClass::To: {
            // `to` and an infinitive; before names, numbers and articles it is a direction.
            if (is_done(t.text(at - 1))) {
                return std::nullopt;
            }
            return may_be_verb(t, at + 1) ? std::optional(Tense::Future) : std::nullopt;
        }
        case WordClass::None: {
            const std::string_view word = t.text(at);
            const bool past =
                t.is_word(at) && word.size() > 4 && word.ends_with("ed") && !t[at].capital;
            const bool passive = t.text(at - 1) == "be";
            if (is_scheduled(t, at)) {
                return Tense::Future;
            }
            return past && !passive ? std::optional(Tense::Past) : std::nullopt;
        }
        default:
            return std::nullopt;
    }
}

/// Whether the word at `at` makes what follows the time of something else: `they meet after the
/// vote on Tuesday`.
bool parts_from_verb(const DateTokens& t, std::size_t at) {
    constexpr auto words = std::to_array<std::string_view>(
        {"after", "over", "of", "since", "following", "despite", "amid"});
    return std::find(words.begin(), words.end(), t.text(at)) != words.end();
}

/// The tense of the nearest verb before token `first` in its clause.
std::optional<Tense> tense_before(const DateTokens& t, std::size_t first) {
    bool parted = false;
    for (std::size_t back = 1; back <= kReach && back <= first; ++back) {
        const std::size_t at = first - back;
        if (ends_clause(t, at)) {
            break;
        }
        parted = parted || parts_from_verb(t, at);
        if (parted && is_scheduled(t, at)) {
            continue;
        }
        if (back == 1 && t.is(at, WordClass::To)) {
            continue;  // it goes with the date, and not with a verb
        }
        if (const std::optional<Tense> found = tense_of(t, at)) {
            return found;
        }
    }
    return std::nullopt;
}

/// The tense of the nearest verb from token `next` on in its clause.
std::optional<Tense> tense_behind(const DateTokens& t, std::size_t next) {
    for (std::size_t at = next; at < next + kReach && at < t.size(); ++at) {
        if (ends_clause(t, at)) {
            break;
        }
        const std::optional<Tense> found = tense_of(t, at);
        // `would` behind a date belongs to another clause more often than not.
        if (found && !t.is(at, WordClass::Would)) {
            return found;
        }
    }
    return std::nullopt;
}

}  // namespace

Tense clause_tense_at(const DateTokens& tokens, std::size_t first) {
    const bool linked = tokens.is_any(first - 1, {WordClass::In, WordClass::During, WordClass::On});
    const std::size_t verb = linked ? first - 2 : first - 1;
    return first < 2 ? Tense::Unknown : tense_of(tokens, verb).value_or(Tense::Unknown);
}

Tense clause_tense(const DateTokens& tokens, std::size_t first, std::size_t next) {
    switch (tokens.word_class(first - 1)) {
        case WordClass::Until:
            return Tense::Future;
        case WordClass::Since:
            return Tense::Past;
        default:
            break;
    }
    // `a hearing set for Friday`, `no later than Friday`
    const std::string_view word = tokens.text(first - 1);
    if (tokens.is(first, WordClass::Weekday) && (word == "for" || word == "than")) {
        return Tense::Future;
    }
    // `the match is on Friday`
    const bool is_on =
        tokens.is(first - 1, WordClass::On) && tokens.is(first - 2, WordClass::PresentVerb);
    if (tokens.is(first - 1, WordClass::By) && tokens.is(first, WordClass::Weekday)) {
        return tense_behind(tokens, next).value_or(Tense::Future);
    }
    std::optional<Tense> found = is_on ? Tense::Future : tense_before(tokens, first);
    found = found ? found : tense_behind(tokens, next);
    // `put off to Monday`; in `the year to March` it is the past.
    const bool by = tokens.is(first - 1, WordClass::By) ||
                    (tokens.is(first - 1, WordClass::To) && tokens.is(first, WordClass::Weekday));
    return found.value_or(by ? Tense::Future : Tense::Unknown);
}

}  // namespace dateline::analysis
