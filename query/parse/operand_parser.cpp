// The operands of a query: fields, words, and what other engines write in their place.
#include "common/base/utf8.hpp"
#include "query/parse/date_points.hpp"
#include "query/parse/foreign.hpp"
#include "query/parse/joining.hpp"
#include "query/parse/marks.hpp"
#include "query/parse/ranges.hpp"
#include "query/parse/suggest.hpp"
#include "query/parse/tree_parser.hpp"

#include <string>
#include <utility>

namespace dateline::parse {
namespace {

using schema::FieldId;
using schema::FieldKind;

bool is_range_of_days(std::string_view value, std::chrono::sys_days today) {
    return std::holds_alternative<DayRange>(parse_days(value, today));
}

/// Whether `value` is a date on any day: `2025-08`, `today`.
bool is_date(std::string_view value) {
    return std::holds_alternative<DayPeriod>(parse_date_point(value, {}));
}

bool is_code(const FieldUse& use) {
    return use.field != nullptr && use.field->kind == FieldKind::Code;
}

}  // namespace

std::optional<Node> TreeParser::parse_operand(const FieldUse& use) {
    switch (peek().kind) {
        case TokenKind::Text:
            return parse_text_operand(use);
        case TokenKind::Phrase:
        case TokenKind::Open:
            return parse_values(use);
        case TokenKind::Bar:
            return parse_bar();
        case TokenKind::Close:
        case TokenKind::End:
            break;
    }
    return left_out(peek().begin, peek().end, {"missing_operand", "a word is missing", ""});
}

std::optional<Node> TreeParser::parse_bar() {
    const Token bar = peek();
    ++at_;
    if (peek().kind == TokenKind::Bar && peek().glued) {
        const std::size_t end = peek().end;
        ++at_;
        return left_out(
            bar.begin, end, {"foreign_operator", "there is no operator '||'", "write OR"});
    }
    return left_out(bar.begin,
                    bar.end,
                    {"spaced_bar", "'|' joins two values without blanks", "write a|b, or a OR b"});
}

std::string_view TreeParser::short_group(std::size_t open) const {
    constexpr std::size_t longest = 40;
    const std::string_view rest = leaves_.text(open, source_.text().size()).substr(1, longest);
    const std::size_t end = rest.find_first_of("()");
    return end != std::string_view::npos && rest[end] == ')' ? rest.substr(0, end)
                                                             : std::string_view();
}

std::optional<Node> TreeParser::parse_text_operand(const FieldUse& use) {
    if (options_.lenient && skip_foreign_marks("+~")) {
        if (peek().kind == TokenKind::Text) {
            (void)skip_foreign_marks("+~-!");
        }
        return ends_operand(peek()) ? std::nullopt : parse_operand(use);
    }
    const Token& token = peek();
    const Token& after = peek(1);
    const std::string_view text = text_of(token);
    const bool before_open = after.glued && after.kind == TokenKind::Open;
    const Run run{text,
                  after.glued && after.kind == TokenKind::Phrase,
                  before_open,
                  use.field != nullptr,
                  before_open ? short_group(after.begin) : std::string_view()};
    if (is_spaced_comparison()) {
        return parse_spaced_comparison(use);
    }
    if (auto bad = foreign_operator(run)) {
        return parse_foreign_operand(use, std::move(*bad));
    }
    if (is_bracket_range()) {
        return read_bracket_range(use);
    }
    warn_of_doubts(use);
    const bool is_atleast = numbered_name(text, "atleast").has_value();
    if (is_atleast || (before_open && numbered_name(text, "first"))) {
        return parse_construct(text, 0);
    }
    if (is_address(text) || is_code(use)) {
        return parse_values(use);
    }
    const std::size_t equals = field_name_size(text, "=");
    if (equals > 0 && field_named(text.substr(0, equals)).field != nullptr &&
        (equals + 1 < text.size() || run.before_phrase || before_open)) {
        const std::string name(text.substr(0, equals));
        leaves_.warning(token.begin,
                        token.begin + equals + 1,
                        {"foreign_form",
                         quoted(name + "=") + " is read as '" + name + ":'",
                         "write " + name + ":"});
        return parse_field(use, equals);
    }
    const std::size_t name_size = field_name_size(text, ":");
    return name_size > 0 ? parse_field(use, name_size) : parse_values(use);
}

std::optional<Node> TreeParser::parse_field(const FieldUse& outer, std::size_t name_size) {
    Token& token = tokens_[at_];
    const Token& after = peek(1);
    const bool has_value =
        token.begin + name_size + 1 < token.end ||
        (after.glued && (after.kind == TokenKind::Phrase || after.kind == TokenKind::Open));
    if (!has_value) {
        return read_bare_name(outer, name_size);
    }
    const std::string_view name = text_of(token).substr(0, name_size);
    const std::size_t name_begin = token.begin;
    const schema::Field* const row = schema::find_field(name);
    const bool is_construct = (row != nullptr && row->id == FieldId::Said) ||
                              numbered_name(name, "atleast") || numbered_name(name, "first");
    if (is_construct && outer.field == nullptr) {
        return parse_construct(name, 1);
    }
    const std::optional<FieldUse> use = resolve_field(outer, name_size);
    token.begin += name_size + 1;
    if (token.begin == token.end) {
        ++at_;
    }
    if (use && options_.lenient && is_construct) {
        return parse_values({});
    }
    if (use) {
        if (const std::size_t words = words_in_single_quotes(); words > 0) {
            return parse_single_quoted(*use, words);
        }
    }
    if (use && use->field->kind == FieldKind::Date) {
        if (const std::size_t words = words_of_date(); words > 0) {
            return parse_date_in_words(*use, words);
        }
    }
    std::optional<Node> values = parse_values(use.value_or(outer));
    if (!use && options_.lenient) {
        return with_name_as_word(name_begin, name_begin + name_size, std::move(values));
    }
    return use ? std::move(values) : std::nullopt;
}

std::optional<Node> TreeParser::parse_single_quoted(const FieldUse& use, std::size_t words) {
    const std::size_t begin = peek().begin;
    const std::size_t end = peek(words - 1).end;
    at_ += words;
    Token phrase{TokenKind::Phrase, begin, end, false, {}};
    phrase.phrase = leaves_.text(begin + 1, end);
    phrase.phrase.erase(phrase.phrase.find_last_of('\''));
    const bool takes_quotes = use.field->kind != FieldKind::Date &&
                              use.field->kind != FieldKind::Number &&
                              use.field->kind != FieldKind::Presence;
    const std::string quote = takes_quotes ? "\"" : "";
    BadValue bad{"single_quotes",
                 "single quotes make no phrase",
                 "write " + name_of(use) + ":" + quote + phrase.phrase + quote};
    std::optional<Node> instead;
    if (options_.lenient && takes_quotes && use.field->kind != FieldKind::Operator) {
        instead = counted(leaves_.read_phrase(use, phrase, begin, false));
        (void)leaves_.take_fault();
    }
    return read_instead(source_.span(begin, end), std::move(bad), std::move(instead));
}

std::size_t TreeParser::words_of_date() const {
    constexpr std::size_t longest = 4;  // 1987-03 to May 1987
    if (peek().kind != TokenKind::Text) {
        return 0;
    }
    const std::string_view first = text_of(peek());
    const std::string_view bare = first.substr(0, first.find_last_not_of(",;?") + 1);
    if (is_range_of_days(bare, options_.today)) {
        // Of a date that is read, only what makes it a range may follow.
        const bool is_range = peek(1).kind == TokenKind::Text && peek(2).kind == TokenKind::Text &&
                              ascii_lower(text_of(peek(1))) == "to";
        return is_range && date_meant(leaves_.text(peek().begin, peek(2).end)) ? 3 : 0;
    }
    for (std::size_t words = longest; words > 1; --words) {
        bool all_text = true;
        for (std::size_t i = 0; i < words; ++i) {
            all_text = all_text && peek(i).kind == TokenKind::Text;
        }
        if (all_text && date_meant(leaves_.text(peek().begin, peek(words - 1).end))) {
            return words;
        }
    }
    return 0;
}

std::optional<Node> TreeParser::parse_date_in_words(const FieldUse& use, std::size_t words) {
    const std::size_t begin = peek().begin;
    const std::size_t end = peek(words - 1).end;
    at_ += words;
    const std::string_view text = leaves_.text(begin, end);
    return failed_with(begin,
                       end,
                       {"bad_date",
                        quoted(text) + " is no date",
                        "write " + name_of(use) + ":" + date_meant(text).value_or("")});
}

std::optional<Node> TreeParser::read_bare_name(const FieldUse& use, std::size_t name_size) {
    const Token token = peek();
    const std::string name(text_of(token).substr(0, name_size));
    const bool known = field_named(name).field != nullptr || is_planned_field(name) ||
                       numbered_name(name, "atleast") || numbered_name(name, "first");
    ++at_;
    if (is_field_of_words(name)) {
        return left_out(token.begin,
                        token.end,
                        {"unknown_field",
                         "no field named " + quoted(name),
                         "write " + std::string(*field_of_other_engines(name)) +
                             ": directly before each word, or before a parenthesis"});
    }
    if (!known) {
        return read_value(use, token.begin, token.end);
    }
    if (ends_operand(peek()) || use.field != nullptr) {
        return left_out(token.begin,
                        token.end,
                        {"empty_value",
                         "'" + name + ":' has no value",
                         "write the value directly behind the colon"});
    }
    leaves_.warning(token.begin,
                    token.end,
                    {"blank_after_colon",
                     "'" + name + ":' before a blank is a word here",
                     "for the field, write the value directly behind the colon"});
    return read_value(use, token.begin, token.end);
}

std::optional<FieldUse> TreeParser::resolve_field(const FieldUse& outer, std::size_t name_size) {
    const std::size_t begin = peek().begin;
    const std::size_t end = begin + name_size;
    const std::string name(text_of(peek()).substr(0, name_size));
    FieldUse use = field_named(name);
    use.begin = begin;
    const auto fail = [&](BadValue bad, FieldUse instead) -> std::optional<FieldUse> {
        if (!options_.lenient) {
            leaves_.error(begin, end, std::move(bad));
            return std::nullopt;
        }
        bad.hint = instead.field == nullptr ? "read as text"
                                            : "read as " + std::string(instead.field->name) + ":";
        leaves_.warning(begin, end, std::move(bad));
        return instead.field == nullptr ? std::nullopt : std::optional(instead);
    };
    if (is_planned_field(name)) {
        return fail({"not_supported", "'" + name + ":' is not supported yet", ""}, {});
    }
    if (auto bad = bad_construct_name(name)) {
        return fail(std::move(*bad), {});
    }
    const bool is_construct = numbered_name(name, "atleast") || numbered_name(name, "first");
    if (use.field == nullptr && !is_construct) {
        const std::string_view value = text_of(peek()).substr(name_size + 1);
        const bool is_start = ascii_lower(name) == "from" && is_date(value);
        const auto found = is_start ? "after" : suggest_field(name);
        const auto same = is_start ? "after" : field_of_other_engines(name);
        FieldUse instead = same ? field_named(*same) : FieldUse{};
        instead.begin = begin;
        return fail({"unknown_field",
                     "no field named " + quoted(name),
                     found ? "did you mean '" + std::string(*found) + ":'?"
                           : "to search for it as text, put it in quotes"},
                    instead);
    }
    if (outer.field != nullptr) {
        return fail({"nested_field",
                     "'" + name + ":' stands inside '" + std::string(outer.field->name) + ":'",
                     "join them by AND or OR outside, as in person:putin AND place:alaska"},
                    use);
    }
    return use;
}

bool TreeParser::is_bracket_range() const {
    const std::string_view text = text_of(peek());
    return text.size() > 1 && (text.front() == '[' || text.front() == '{') &&
           is_operator(peek(1), "TO") && peek(2).kind == TokenKind::Text;
}

std::optional<Node> TreeParser::read_bracket_range(const FieldUse& use) {
    const std::size_t begin = peek().begin;
    const Token first = peek();
    const Token last = peek(2);
    FieldUse date = use;
    if (use.field == nullptr) {
        date.field = &schema::field(FieldId::Date);
        date.begin = begin;
    }
    at_ += 3;
    std::optional<Node> range = leaves_.read_brackets(date, first, last, begin);
    if (auto fault = leaves_.take_fault()) {
        return read_instead(source_.span(fault->begin, fault->end),
                            std::move(fault->bad),
                            words_of({}, begin, last.end));
    }
    if (range) {
        leaves_.warning(begin,
                        last.end,
                        {"foreign_form",
                         "the range is read as " + print_query(*range),
                         "write " + print_query(*range)});
    }
    return counted(std::move(range));
}

}  // namespace dateline::parse
