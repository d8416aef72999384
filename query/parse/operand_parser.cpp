// The operands of a query: fields, words, and what other engines write in their place.
#include "common/base/utf8.hpp"
#include "query/parse/foreign.hpp"
#include "query/parse/joining.hpp"
#include "query/parse/marks.hpp"
#include "query/parse/suggest.hpp"
#include "query/parse/tree_parser.hpp"

#include <string>
#include <utility>

namespace dateline::parse {
namespace {

using schema::FieldId;
using schema::FieldKind;

/// How many words after a single quote may be looked through for the closing one.
constexpr std::size_t kMaxQuoteWords = 10;

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

void TreeParser::warn_lower_case_operator() {
    const std::string_view word = text_of(peek());
    if (word != "and" && word != "or" && word != "not" && word != "same") {
        return;
    }
    const bool at_start = at_ == 0 || tokens_[at_ - 1].kind == TokenKind::Open;
    if (ends_operand(peek(1)) || (at_start && word != "not")) {
        return;
    }
    const std::string hint = word == "and" ? "operators are in capitals: write AND, or leave it out"
                             : word == "or"  ? "operators are in capitals: write OR"
                             : word == "not" ? "operators are in capitals: write NOT"
                                             : "for two words in the same paragraph write a w/p b";
    leaves_.warning(
        peek().begin, peek().end, {"lower_case_operator", quoted(word) + " is a word here", hint});
}

void TreeParser::warn_single_quotes() {
    if (text_of(peek()).front() != '\'') {
        return;
    }
    for (std::size_t ahead = 1; ahead <= kMaxQuoteWords && peek(ahead).kind == TokenKind::Text;
         ++ahead) {
        if (text_of(peek(ahead)).back() == '\'') {
            leaves_.warning(peek().begin,
                            peek(ahead).end,
                            {"single_quotes",
                             "single quotes make no phrase",
                             "for a phrase write double quotes"});
            return;
        }
    }
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
    const Run run{
        text, after.glued && after.kind == TokenKind::Phrase, before_open, use.field != nullptr};
    if (auto bad = foreign_operator(run)) {
        return parse_foreign_operand(use, std::move(*bad));
    }
    if (is_bracket_range()) {
        return read_bracket_range(use);
    }
    warn_lower_case_operator();
    warn_single_quotes();
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
    std::optional<Node> values = parse_values(use.value_or(outer));
    if (!use && options_.lenient) {
        return with_name_as_word(name_begin, name_begin + name_size, std::move(values));
    }
    return use ? std::move(values) : std::nullopt;
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
        const auto found = suggest_field(name);
        const auto same = field_of_other_engines(name);
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
