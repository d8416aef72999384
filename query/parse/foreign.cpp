// Recognises habits from Google, Lexis, Factiva, Lucene and Xapian.
#include "query/parse/foreign.hpp"

#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "query/parse/problem_list.hpp"
#include "query/parse/source_text.hpp"
#include "query/parse/suggest.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace dateline::parse {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kQuoteHint = "to search for it as text, put it in quotes";
constexpr std::array<std::string_view, 8> kNearnessNames = {
    "near/", "w/", "pre/", "adj/", "onear/", "around/", "within/", "atl/"};
constexpr std::array<std::string_view, 5> kPlanned = {"like", "query", "said", "speaker", "story"};

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of(kDigits) == std::string_view::npos;
}

/// Whether `text` is `name` and then digits.
bool is_numbered(std::string_view text, std::string_view name) {
    return text.starts_with(name) && all_digits(text.substr(name.size()));
}

BadValue not_supported(std::string_view what, std::string_view hint) {
    return {"not_supported", quoted(what) + " is not supported yet", std::string(hint)};
}

BadValue foreign(std::string message, std::string hint) {
    return {"foreign_operator", std::move(message), std::move(hint)};
}

BadValue no_double_ampersand() {
    return foreign("there is no operator '&&'",
                   "words side by side are all required; or write AND");
}

/// `near5`, `adj5`, `near/5`, `w/5`, `pre/3`, `w/s`, `w/p`, and `NEAR`, `ADJ` in capitals.
bool is_nearness(std::string_view text) {
    if (text == "NEAR" || text == "ADJ" || text == "ONEAR" || text == "AROUND" ||
        text == "WITHIN") {
        return true;
    }
    const std::string lower = ascii_lower(text);
    if (lower == "w/s" || lower == "w/p" || is_numbered(lower, "near") ||
        is_numbered(lower, "adj")) {
        return true;
    }
    return std::any_of(kNearnessNames.begin(), kNearnessNames.end(), [&](std::string_view name) {
        return is_numbered(lower, name);
    });
}

/// `wc>300`, `hd=summit`: a field name and a comparison.
std::optional<BadValue> comparison(const Run& run) {
    const std::size_t size = field_name_size(run.text, "=<>");
    if (size == 0 || (size + 1 == run.text.size() && !run.before_phrase && !run.before_open)) {
        return std::nullopt;
    }
    const std::string_view name = run.text.substr(0, size);
    const schema::Field* const row = schema::find_field(name);
    const auto ours = row == nullptr ? field_of_other_engines(name) : std::optional(row->name);
    if (!ours) {
        return std::nullopt;
    }
    std::string_view rest = run.text.substr(size);
    rest.remove_prefix(rest.front() == '=' ? 1 : 0);
    const std::string value =
        rest.empty() ? (run.before_open ? "(…)" : "\"…\"") : std::string(rest);
    return foreign("a field is followed by a colon", "write " + std::string(*ours) + ":" + value);
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
    return BadValue{"range_without_field",
                    "the range " + quoted(text) + " has no field",
                    "write date:" + std::string(text) + " or len:" + std::string(text)};
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

bool is_planned_field(std::string_view name) {
    const std::string lower = ascii_lower(name);
    return std::find(kPlanned.begin(), kPlanned.end(), lower) != kPlanned.end() ||
           is_numbered(lower, "atleast") || is_numbered(lower, "first");
}

std::optional<BadValue> foreign_operator(const Run& run) {
    const std::string_view word = run.text.substr(0, run.text.find_last_not_of(",;:.?") + 1);
    const std::string lower = ascii_lower(word);
    if (is_nearness(word) || (lower == "around" && run.before_open)) {
        return not_supported(word, "use AND, or a phrase in quotes");
    }
    if (is_numbered(lower, "atleast") || (is_numbered(lower, "first") && run.before_open)) {
        return not_supported(word, "leave it out");
    }
    if (word == "XOR") {
        return foreign("there is no operator XOR", "write (a OR b) AND NOT (a AND b)");
    }
    if (word == "ANDNOT" || word == "BUTNOT") {
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
    if (word.find("&&") != std::string_view::npos) {
        return no_double_ampersand();
    }
    if (word.starts_with('+')) {
        return foreign("there is no operator '+'",
                       "words side by side are all required; the exact form is =" + bare(1));
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
    const std::size_t tail = word.find_last_not_of("0123456789.");
    if (tail != std::string_view::npos && tail > 0 && word[tail] == '~') {
        return not_supported(bare(tail), "leave it out, or write the spellings with OR");
    }
    if (tail != std::string_view::npos && tail > 0 && word[tail] == '^' && tail + 1 < word.size()) {
        return not_supported(bare(tail), "leave it out");
    }
    return std::nullopt;
}

}  // namespace dateline::parse
