// Recognises habits from Google, Lexis, Factiva, Lucene and Xapian.
#include "query/parse/foreign.hpp"

#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "query/parse/marks.hpp"
#include "query/parse/problem_list.hpp"
#include "query/parse/ranges.hpp"
#include "query/parse/source_text.hpp"
#include "query/parse/suggest.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace dateline::parse {
namespace {

constexpr std::size_t kLeastBeforeDollar = 4;  ///< letters; fewer are a currency, as `US$`
constexpr std::string_view kQuoteHint = "to search for it as text, put it in quotes";

/// Fields of Google that hold for all words behind them.
constexpr std::array<std::string_view, 5> kFieldsOfWords = {
    "allintitle", "allintext", "allinurl", "intitle", "inurl"};

/// Functions of Lexis about how a word is written.
constexpr std::array<std::string_view, 5> kCaseFunctions = {
    "allcaps", "caps", "nocaps", "plural", "singular"};

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

BadValue foreign(std::string message, std::string hint) {
    return {"foreign_operator", std::move(message), std::move(hint)};
}

/// The field to write: `use`, else what `other` engines' name is here.
std::string ours(const FieldUse& use, std::optional<std::string_view> other) {
    return use.field != nullptr ? name_of(use) : std::string(other.value_or(""));
}

BadValue no_double_ampersand() {
    return foreign("there is no operator '&&'",
                   "words side by side are all required; or write AND");
}

/// `wc>300`, `rst=nyt`: a field name and a comparison.
std::optional<BadValue> comparison(const Run& run) {
    const std::size_t size = field_name_size(run.text, "=<>");
    if (size == 0 || (size + 1 == run.text.size() && !run.before_phrase && !run.before_open)) {
        return std::nullopt;
    }
    const std::string_view name = run.text.substr(0, size);
    const FieldUse use = field_named(name);
    const auto other = field_of_other_engines(name);
    if (use.field == nullptr && !other) {
        return std::nullopt;
    }
    std::string_view rest = run.text.substr(size);
    if (rest.front() == '=' && use.field != nullptr && rest.size() > 1 &&
        (rest[1] == '<' || rest[1] == '>')) {
        rest.remove_prefix(1);
    } else if (rest.front() == '=' && use.field != nullptr) {
        return std::nullopt;  // read as `field:value`
    }
    rest.remove_prefix(rest.front() == '=' ? 1 : 0);
    const std::string field = ours(use, other);
    const schema::Field* const row = field_named(field).field;
    if (row != nullptr && row->kind != schema::FieldKind::Date &&
        row->kind != schema::FieldKind::Number) {
        rest.remove_prefix(std::min(rest.find_first_not_of("<>="), rest.size()));
    }
    const bool is_quoted = rest.empty() || rest.front() == '\'';
    const std::string value = is_quoted ? (run.before_open ? "(…)" : "\"…\"") : std::string(rest);
    return foreign("a field is followed by a colon", "write " + field + ":" + value);
}

/// `headline(x)`, `allcaps(x)`: a field or a function with its argument in parentheses.
std::optional<BadValue> call(const Run& run) {
    const std::string_view name = run.text;
    const FieldUse use = field_named(name);
    const auto other = field_of_other_engines(name);
    const std::string lower = ascii_lower(name);
    if (std::find(kCaseFunctions.begin(), kCaseFunctions.end(), lower) != kCaseFunctions.end()) {
        return foreign("there is no function " + quoted(name),
                       lower == "plural" || lower == "singular"
                           ? "for the exact form write =word"
                           : "case is not searched: words match in any case, =word does, too");
    }
    const bool is_plural = run.group == "s" || run.group == "es";  // `the name(s) of`
    if ((use.field == nullptr && !other) || is_plural) {
        return std::nullopt;
    }
    const std::string group = run.group.empty() ? "…" : std::string(run.group);
    const bool is_word = !run.group.empty() && run.group.find(' ') == std::string_view::npos;
    return foreign("a parenthesis touches the name of the field " + quoted(name),
                   "write " + ours(use, other) + ":" + (is_word ? group : "(" + group + ")") +
                       ", or put a blank before the parenthesis");
}

/// `near20:"a b"` and `repeat3:"a"` of GDELT, `atl5(a)` of Lexis.
std::optional<BadValue> numbered_call(std::string_view text) {
    const std::string_view name = text.substr(0, text.find(':'));
    if (const auto count = numbered_name(name, "near"); count && name.size() < text.size() + 1) {
        return name.size() == text.size()
                   ? std::nullopt
                   : std::optional(foreign("there is no field " + quoted(name),
                                           "write a NEAR/" + std::string(*count) +
                                               " b, or \"a b\"~" + std::string(*count)));
    }
    auto count = numbered_name(name, "repeat");
    count = count ? count : numbered_name(name, "atl");
    return count ? std::optional(foreign("there is no operator " + quoted(name),
                                         "write atleast" + std::string(*count) + ":(…)"))
                 : std::nullopt;
}

/// `title.keyword:x`: a field with a part of it.
std::optional<BadValue> dotted_field(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::size_t dot = text.find('.');
    if (colon == std::string_view::npos || dot > colon || colon + 1 == text.size()) {
        return std::nullopt;
    }
    const schema::Field* const row = schema::find_field(text.substr(0, dot));
    if (row == nullptr) {
        return std::nullopt;
    }
    return BadValue{"unknown_field",
                    "no field named " + quoted(text.substr(0, colon)),
                    "write " + std::string(row->name) + std::string(text.substr(colon))};
}

/// `2025-08..2025-09` without a field.
std::optional<BadValue> range_without_field(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos || text.find("...") != std::string_view::npos) {
        return std::nullopt;
    }
    const bool digit_before = dots > 0 && is_digit(text[dots - 1]);
    const bool digit_after = dots + 2 < text.size() && is_digit(text[dots + 2]);
    if (!digit_before && !digit_after) {
        return std::nullopt;
    }
    const bool is_days = std::holds_alternative<DayRange>(parse_days(text, {}));
    const bool is_numbers = std::holds_alternative<NumberRange>(parse_numbers(text));
    std::string meant = is_days ? "write date:" + std::string(text) : std::string();
    if (is_numbers) {
        meant += (is_days ? " or len:" : "write len:") + std::string(text);
    }
    return BadValue{
        "range_without_field",
        "the range " + quoted(text) + " has no field",
        meant.empty() ? "only date:, event:, seen: and len: have ranges; " + std::string(kQuoteHint)
                      : meant};
}

}  // namespace

bool is_address(std::string_view text) {
    const std::size_t colon = text.find("://");
    return colon != std::string_view::npos && colon > 0 &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), is_letter);
}

std::size_t field_name_size(std::string_view text, std::string_view ends) {
    if (text.empty() || !(is_letter(text.front()) || text.front() == '_')) {
        return 0;
    }
    const auto end = std::find_if_not(text.begin(), text.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '-';
    });
    return end != text.end() && ends.find(*end) != std::string_view::npos
               ? static_cast<std::size_t>(end - text.begin())
               : 0;
}

FieldUse field_named(std::string_view name) {
    const std::string lower = ascii_lower(name);
    FieldUse use{schema::find_field(name), FieldUse::Sugar::None, 0};
    if (lower == "after" || lower == "before") {
        use.field = &schema::field(schema::FieldId::Date);
        use.sugar = lower == "after" ? FieldUse::Sugar::After : FieldUse::Sugar::Before;
    }
    return use;
}

std::string name_of(const FieldUse& use) {
    switch (use.sugar) {
        case FieldUse::Sugar::After:
            return "after";
        case FieldUse::Sugar::Before:
            return "before";
        case FieldUse::Sugar::None:
            break;
    }
    return std::string(use.field == nullptr ? "" : use.field->name);
}

bool is_field_name(std::string_view name) {
    return field_named(name).field != nullptr || field_of_other_engines(name);
}

std::optional<ComparisonSign> comparison_sign(std::string_view text) {
    constexpr auto signs = std::to_array<ComparisonSign>({
        {"=", ""},
        {"==", ""},
        {"!=", "", true},
        {"<>", "", true},
        {"≠", "", true},
        {">", ">"},
        {">=", ">="},
        {"=>", ">="},
        {"≥", ">="},
        {"<", "<"},
        {"<=", "<="},
        {"=<", "<="},
        {"≤", "<="},
    });
    const auto* const sign = std::find_if(
        signs.begin(), signs.end(), [&](const auto& each) { return each.text == text; });
    return sign == signs.end() ? std::nullopt : std::optional(*sign);
}

bool is_and_not(std::string_view word) {
    const std::string lower = ascii_lower(word);
    return lower == "andnot" || lower == "butnot" || lower == "and-not" || lower == "but-not";
}

bool is_planned_field(std::string_view name) {
    return ascii_lower(name) == "story";
}

bool is_field_of_words(std::string_view name) {
    const std::string lower = ascii_lower(name);
    return std::find(kFieldsOfWords.begin(), kFieldsOfWords.end(), lower) != kFieldsOfWords.end();
}

std::optional<BadValue> bad_construct_name(std::string_view name) {
    const std::string lower = ascii_lower(name);
    if (lower != "atleast" && lower != "first") {
        return std::nullopt;
    }
    return BadValue{"bad_count",
                    quoted(lower + ":") + " needs a number",
                    lower == "first" ? "write first50:(…)" : "write atleast3:(…)"};
}

std::optional<ForeignField> foreign_field(std::string_view text) {
    constexpr std::string_view exists = "_exists_:";
    if (ascii_lower(text.substr(0, exists.size())) == exists) {
        return ForeignField{"has", exists.size()};
    }
    const std::size_t size = field_name_size(text, "=<>");
    const bool is_call = size == 0 && field_name_size(std::string(text) + "(", "(") == text.size();
    const std::string_view name = text.substr(0, size == 0 ? text.size() : size);
    if (size == 0 && !is_call) {
        return std::nullopt;
    }
    const auto other = field_of_other_engines(name);
    const bool is_ours = field_named(name).field != nullptr;
    if (!is_ours && !other) {
        return std::nullopt;
    }
    const std::size_t taken = is_call ? text.size() : size + (text[size] == '=' ? 1U : 0U);
    return ForeignField{is_ours ? name : *other, taken};
}

std::optional<BadValue> foreign_operator(const Run& run) {
    const std::string_view word = run.text.substr(0, run.text.find_last_not_of(",;:.?") + 1);
    const std::string lower = ascii_lower(word);
    if (auto bad = run.before_open ? call(run) : std::nullopt) {
        return bad;
    }
    if (auto bad = run.before_open || run.text.find(':') != std::string_view::npos
                       ? numbered_call(run.text)
                       : std::nullopt) {
        return bad;
    }
    if (run.text == "*:*" || run.text == "**" || run.text == "*.*") {
        return foreign("there is no operator " + quoted(run.text), "every article is *");
    }
    if (word == "XOR") {
        return foreign("there is no operator XOR", "write (a OR b) AND NOT (a AND b)");
    }
    if (is_and_not(word)) {
        return foreign("there is no operator " + quoted(word), "write AND NOT");
    }
    // The value of a field such as url: may hold anything; it is checked with its field in view.
    const bool has_field = field_name_size(run.text, ":") > 0;
    if (run.text.find("&&") != std::string_view::npos && !has_field) {
        return foreign("there is no operator '&&'",
                       "words side by side are all required; or write AND");
    }
    if ((run.before_phrase || run.before_open) &&
        (run.text == "!" || run.text == "+" || run.text == "~")) {
        return foreign(
            "there is no operator " + quoted(run.text),
            run.text == "!" ? "write - or NOT to exclude" : "leave it out: all parts are required");
    }
    if (lower.starts_with("_exists_:")) {
        return foreign("there is no field '_exists_'", "write has:" + lower.substr(9));
    }
    if (word.size() > 2 && word.front() == '/' && word.back() == '/') {
        return foreign("there are no regular expressions", std::string(kQuoteHint));
    }
    if (auto bad = dotted_field(run.text)) {
        return bad;
    }
    if (auto found = comparison(run)) {
        return found;
    }
    return run.in_field || has_field ? std::nullopt : range_without_field(run.text);
}

std::optional<BadValue> foreign_mark(std::string_view word) {
    if (is_address(word)) {
        return std::nullopt;
    }
    const auto bare = [&](std::size_t from, std::size_t size = std::string_view::npos) {
        return std::string(word.substr(from, size));
    };
    if (word.size() > 2 && word.front() == '/' && word.back() == '/') {
        return foreign("there are no regular expressions", std::string(kQuoteHint));
    }
    if (word.find("&&") != std::string_view::npos) {
        return no_double_ampersand();
    }
    if (word.starts_with('+')) {
        return foreign("there is no operator '+'",
                       word.find(':') == std::string_view::npos
                           ? "words side by side are all required; the exact form is =" + bare(1)
                           : "parts side by side are all required; write " + bare(1));
    }
    if (word.starts_with('!')) {
        return foreign("there is no operator '!'", "write -" + bare(1));
    }
    if (word.starts_with('~')) {
        return foreign("there is no operator '~'", "words match their stems; write " + bare(1));
    }
    if (word.ends_with('!')) {
        const std::string stem = bare(0, word.find_last_not_of('!') + 1);
        return BadValue{"foreign_wildcard",
                        "'!' is no wildcard here",
                        "write " + stem + "*, or put it in quotes"};
    }
    const std::size_t mark = word.find_first_of("*?");
    if (mark != std::string_view::npos && (word.find('*') != std::string_view::npos ||
                                           count_word_characters(word.substr(mark)) > 0)) {
        return BadValue{"inner_wildcard",
                        "a wildcard may only stand at the end of a word",
                        "write the beginning and *, as in sanct*; " + std::string(kQuoteHint)};
    }
    const std::size_t dollar = word.find('$');
    if (dollar != std::string_view::npos && dollar >= kLeastBeforeDollar &&
        word.find_first_not_of("0123456789", dollar + 1) == std::string_view::npos) {
        return BadValue{"foreign_wildcard",
                        "'$' is no wildcard here",
                        "write " + bare(0, dollar) + "*, or put it in quotes"};
    }
    if (word.ends_with('\\')) {
        return foreign("a backslash does not join words", "put them in quotes");
    }
    if (fuzzy_mark(word) > 0) {
        return BadValue{"bad_edits",
                        "'~' does not go with '=' or '*'",
                        "leave one of them out; write " + bare(0, fuzzy_mark(word)) + "~"};
    }
    return std::nullopt;
}

}  // namespace dateline::parse
