// A query as a tree, with the place in the text that each part came from.
#pragma once

#include "common/schema/fields.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::parse {

/// A byte range of the query text.
struct Span {
    std::size_t offset_bytes = 0;
    std::size_t size_bytes = 0;
};

enum class NodeKind {
    Everything,  ///< `*`: every article
    Word,        ///< one run of text without spaces; the tokenizer may cut it into several tokens
    Phrase,      ///< quoted text
    Id,          ///< `@id`: one entity (person, place, …), article (`id:@…`), or collection
    Days,        ///< a period of days: date:, seen:
    Numbers,     ///< a range of whole numbers: len:
    And,         ///< all children; at least two
    Or,          ///< any child; at least two
    Not,         ///< not its one child
    Near,        ///< children at most `distance` words apart; see below
    Together,    ///< children in one sentence or paragraph; see below
    AtLeast,     ///< its one child at least `count` times in the article
    First,       ///< its one child within the first `count` words of the article
    Said,        ///< its one child inside one piece of quoted speech
    Like,        ///< articles like the one with the id `text`
};

/// What Together asks its children to share.
enum class Unit { Sentence, Paragraph };

/// A period of whole days; an open end has no value.
struct DayRange {
    std::optional<std::chrono::sys_days> from;
    std::optional<std::chrono::sys_days> to;  ///< exclusive
    bool undated = false;                     ///< `date:none`: articles without a date; no ends
    bool overlapping = false;  ///< `event:~2025`: periods that only overlap it count, too

    friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// A range of whole numbers, both ends inclusive; an open end has no value.
struct NumberRange {
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> to;

    friend bool operator==(const NumberRange&, const NumberRange&) = default;
};

/// A node of the tree. Which members matter depends on `kind`.
///
/// A **spot** is what has places in a text: a Word or Phrase of the text, a leaf of `person:`,
/// `place:` or `org:` (a mention), an Or of spots, or a Near. The text leaves of one Near,
/// Together, or AtLeast all have the same field. What parse_query() puts where:
///
/// - Near: two or more spots. `ordered`: in the order of the children. Two neighbouring words are
///   one word apart.
/// - Together: two or more spots; in a paragraph also Togethers of a sentence.
/// - AtLeast: a spot. `atleast3:(a AND b)` is given as the And of two of them.
/// - First: a spot or a Together. And, Or and Not inside `first50:( )` are given outside of it.
/// - Said: spots, Togethers and leaves of the field `speaker`, joined by And and Or in any way; not
///   a `speaker` leaf alone, which means the same outside.
///
/// Nothing inside of these has a boost, and nothing inside is negated.
struct Node {
    NodeKind kind = NodeKind::Everything;
    Span span;
    const schema::Field* field =
        nullptr;              ///< leaves: the field asked, or nullptr for the whole text
    std::string text;         ///< Word, Phrase, Id, Like: without quotes, `=`, `*`, `~` and `@`
    bool exact = false;       ///< Word, Phrase: `=` was given; Id of a place: not what is in it
    bool prefix = false;      ///< Word: a trailing `*` was given
    std::uint32_t fuzzy = 0;  ///< Word, not exact and no prefix: most edits of its letters, 0 to 2
    std::uint32_t slop = 0;   ///< Phrase of two words or more: `"a b"~N`, 0 to kMaxDistance
    std::uint32_t distance = 0;  ///< Near: in words, 1 to kMaxDistance
    bool ordered = false;        ///< Near: `pre/N`, `ADJ/N`
    Unit unit = Unit::Sentence;  ///< Together
    std::uint32_t count = 0;     ///< AtLeast: 1 to kMaxMentions; First: words, 1 to kMaxFirstWords
    double boost = 1;            ///< all kinds: `^N`, kMinBoost to kMaxBoost
    DayRange days;
    NumberRange numbers;
    std::vector<Node> children;
};

/// Whether two trees ask the same: all but the spans.
[[nodiscard]] bool same_query(const Node& a, const Node& b);

/// One thing that is wrong or doubtful in a query.
struct Problem {
    std::string code;  ///< stable: `unclosed_quote`, `unknown_field`, `mixed_or`, `empty_query`,
                       ///< `too_long` …
    Span span;
    std::string message;  ///< lower case, no full stop: `no field named 'persn'`
    std::string hint;     ///< what to type: `did you mean 'person:'?`; may be empty
};

/// The outcome of parse_query().
struct Parsed {
    std::optional<Node> tree;  ///< present if and only if `errors` is empty
    std::vector<Problem> errors;
    std::vector<Problem> warnings;  ///< the query was understood, but perhaps not as meant
};

/// What parsing depends on beside the text.
struct ParseOptions {
    std::chrono::sys_days today;  ///< for relative dates

    /// For search boxes: what cannot be read is a warning, and taken in the likeliest way, as
    /// words, or left out. Errors are then only bytes that are no text, limits, and a query of
    /// which nothing is left.
    bool lenient = false;

    /// The text of the saved query of a name, for `query:NAME`; std::nullopt if there is none.
    /// Without the function there are no saved queries.
    std::function<std::optional<std::string>(std::string_view name)> saved_query = {};
};

inline constexpr std::size_t kMaxQueryBytes = 8192;     ///< of a query's text
inline constexpr std::size_t kMaxQueryDepth = 100;      ///< of nested parentheses and operators
inline constexpr std::size_t kMaxQueryTerms = 1024;     ///< leaves of the tree
inline constexpr std::size_t kMinPrefixCharacters = 2;  ///< before a trailing `*`
inline constexpr std::size_t kMaxSavedBytes = 8 * kMaxQueryBytes;  ///< of all saved queries named
inline constexpr std::uint32_t kMaxDistance = 500;       ///< words, of `NEAR/N` and `"a b"~N`
inline constexpr std::uint32_t kMaxMentions = 1000;      ///< of `atleastN:`
inline constexpr std::uint32_t kMaxFirstWords = 10'000;  ///< of `firstN:`
inline constexpr double kMinBoost = 0.01;                ///< of `^N`
inline constexpr double kMaxBoost = 100;

/// Reads `text` (any bytes) as a query. Never throws on user text; takes linear time.
///
/// Children of And that are And themselves, and of Or that are Or, give their own children instead.
/// A word of only punctuation gives no node; the closing punctuation `,;:.?` of a word is cut off.
/// `after:X` and `before:X` are Days of the date field from, or until, the start of X. Relative
/// dates are resolved against `options.today`, which must lie in the years 1000 to 9999.
/// Only the first 20 errors and the first 20 warnings are kept. Every span lies within `text`.
[[nodiscard]] Parsed parse_query(std::string_view text, const ParseOptions& options);

/// `tree` as query text in canonical form: explicit AND, OR in parentheses where it stands beside
/// AND, `NOT x`, canonical field names on every leaf, days as `date:2025-10`,
/// `date:2025-10-01..2025-11-30` or open-ended, numbers as `len:300`, `len:>=300` or
/// `len:100..500`. And in And, and Or in Or, are printed without parentheses.
///
/// parse_query(print_query(tree)) gives the same query for every tree of parse_query(), unless the
/// canonical form is longer than kMaxQueryBytes. Days must have an end or be undated. A Word that
/// cannot be written bare, which parse_query() never gives, is printed as a phrase.
[[nodiscard]] std::string print_query(const Node& tree);

/// The number of a boost as it is printed: the fewest digits that are read as the same number.
[[nodiscard]] std::string print_boost(double boost);

}  // namespace dateline::parse
