// The operands of a query: fields, values, and lists of values joined by tight bars.
#include "common/base/utf8.hpp"
#include "query/parse/foreign.hpp"
#include "query/parse/suggest.hpp"
#include "query/parse/tree_parser.hpp"

#include <string>
#include <utility>

namespace dateline::parse {
namespace {

using schema::FieldKind;

/// How many words after a single quote may be looked through for the closing one.
constexpr std::size_t kMaxQuoteWords = 10;

bool starts_with_word(std::string_view text) {
    return !text.empty() && is_word_character(decode_utf8(text, 0).code_point);
}

bool ends_with_word(std::string_view text) {
    std::size_t start = text.size();
    while (start > 0 && (static_cast<unsigned char>(text[start - 1]) & 0xC0U) == 0x80U) {
        --start;
    }
    return start > 0 && starts_with_word(text.substr(start - 1));
}

bool holds(std::string_view characters, char c) {
    return characters.find(c) != std::string_view::npos;
}

BadValue no_space(std::string_view what) {
    return {"missing_space", "a quote touches " + quoted(what), "put a blank between them"};
}

/// What is wrong with a value `text` where it stands.
std::optional<BadValue> misplaced_value(const FieldUse& use, std::string_view text, bool listed) {
    if (listed && text.front() == '-') {
        return BadValue{
            "negation_in_list", "'-' cannot stand behind '|'", "write -a -b to exclude both"};
    }
    if (use.field != nullptr && text.front() == '-') {
        return BadValue{
            "negation_behind_colon",
            "'-' stands before the field's name",
            "write -" + std::string(use.field->name) + ":" + std::string(text.substr(1))};
    }
    const bool is_code = use.field != nullptr && use.field->kind == FieldKind::Code;
    const std::size_t name_size = is_code || is_address(text) ? 0 : field_name_size(text, ":");
    if (name_size == 0 || name_size + 1 == text.size()) {
        return std::nullopt;
    }
    if (listed) {
        return BadValue{"field_in_list",
                        "a field cannot stand behind '|'",
                        "write (a OR " + std::string(text) + ")"};
    }
    return BadValue{"nested_field",
                    "a field cannot stand behind another field",
                    "to search for it as text, put it in quotes"};
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
        case TokenKind::Close:
        case TokenKind::End:
            break;
    }
    const Token bar = peek();
    if (bar.kind != TokenKind::Bar) {
        return failed_with(bar.begin, bar.end, {"missing_operand", "a word is missing", ""});
    }
    ++at_;
    if (peek().kind == TokenKind::Bar && peek().glued) {
        ++at_;
        return failed_with(
            bar.begin, peek().begin, {"foreign_operator", "there is no operator '||'", "write OR"});
    }
    return failed_with(
        bar.begin,
        bar.end,
        {"spaced_bar", "'|' joins two values without blanks", "write a|b, or a OR b"});
}

void TreeParser::warn_lower_case_operator() {
    const std::string_view word = text_of(peek());
    if (word != "and" && word != "or" && word != "not") {
        return;
    }
    const bool at_start = at_ == 0 || tokens_[at_ - 1].kind == TokenKind::Open;
    if (ends_operand(peek(1)) || (at_start && word != "not")) {
        return;
    }
    leaves_.warning(
        peek().begin,
        peek().end,
        {"lower_case_operator",
         quoted(word) + " is a word here",
         std::string("operators are in capitals: ") + (word == "and"  ? "write AND, or leave it out"
                                                       : word == "or" ? "write OR"
                                                                      : "write NOT")});
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
    const Token& token = peek();
    const Token& after = peek(1);
    const std::string_view text = text_of(token);
    const Run run{text,
                  after.glued && after.kind == TokenKind::Phrase,
                  after.glued && after.kind == TokenKind::Open,
                  use.field != nullptr};
    if (auto bad = foreign_operator(run)) {
        const std::size_t begin = token.begin;
        const std::size_t end = token.end;
        ++at_;
        return failed_with(begin, end, std::move(*bad));
    }
    if (text.size() > 1 && (text.front() == '[' || text.front() == '{') &&
        is_operator(after, "TO")) {
        const std::size_t begin = token.begin;
        at_ += 2;
        return failed_with(
            begin, after.end, {"foreign_operator", "ranges have no brackets", "write date:A..B"});
    }
    warn_lower_case_operator();
    warn_single_quotes();
    const bool is_code = use.field != nullptr && use.field->kind == FieldKind::Code;
    const std::size_t name_size = is_address(text) || is_code ? 0 : field_name_size(text, ":");
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
    const std::optional<FieldUse> use = resolve_field(outer, name_size);
    token.begin += name_size + 1;
    if (token.begin == token.end) {
        ++at_;
    }
    std::optional<Node> values = parse_values(use.value_or(outer));
    return use ? std::move(values) : std::nullopt;
}

std::optional<Node> TreeParser::read_bare_name(const FieldUse& use, std::size_t name_size) {
    const Token token = peek();
    const std::string name(text_of(token).substr(0, name_size));
    const bool known = schema::find_field(name) != nullptr || ascii_lower(name) == "after" ||
                       ascii_lower(name) == "before" || is_planned_field(name);
    ++at_;
    if (!known) {
        return counted(leaves_.read_bare(use, token.begin, token.end));
    }
    if (ends_operand(peek()) || use.field != nullptr) {
        return failed_with(token.begin,
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
    return counted(leaves_.read_bare(use, token.begin, token.end));
}

std::optional<FieldUse> TreeParser::resolve_field(const FieldUse& outer, std::size_t name_size) {
    const std::size_t begin = peek().begin;
    const std::string name(text_of(peek()).substr(0, name_size));
    const auto fail = [&](BadValue bad) -> std::optional<FieldUse> {
        leaves_.error(begin, begin + name_size, std::move(bad));
        return std::nullopt;
    };
    if (is_planned_field(name)) {
        return fail({"not_supported", "'" + name + ":' is not supported yet", ""});
    }
    const std::string lower = ascii_lower(name);
    FieldUse use{schema::find_field(name), FieldUse::Sugar::None, begin};
    if (lower == "after" || lower == "before") {
        use.field = &schema::field(schema::FieldId::Date);
        use.sugar = lower == "after" ? FieldUse::Sugar::After : FieldUse::Sugar::Before;
    }
    if (use.field == nullptr) {
        const auto found = suggest_field(name);
        return fail({"unknown_field",
                     "no field named " + quoted(name),
                     found ? "did you mean '" + std::string(*found) + ":'?"
                           : "to search for it as text, put it in quotes"});
    }
    if (outer.field != nullptr) {
        return fail({"nested_field",
                     "'" + name + ":' stands inside '" + std::string(outer.field->name) + ":'",
                     "join them by AND or OR outside, as in person:putin AND place:alaska"});
    }
    return use;
}

std::optional<std::string> TreeParser::bracket_range(const FieldUse& use,
                                                     std::string_view text) const {
    const Token& second = peek(1);
    if (use.field == nullptr || !(text.starts_with('[') || text.starts_with('{')) ||
        !is_operator(peek(), "TO") || second.kind != TokenKind::Text) {
        return std::nullopt;
    }
    std::string_view upper = text_of(second);
    upper = upper.substr(0, upper.find_last_not_of("]}") + 1);
    return "write " + std::string(use.field->name) + ":" + std::string(text.substr(1)) + ".." +
           std::string(upper);
}

bool TreeParser::take_bar() {
    if (peek().kind != TokenKind::Bar || !peek().glued) {
        return false;
    }
    const Token& after = peek(1);
    if (!after.glued || after.kind == TokenKind::Close || after.kind == TokenKind::End ||
        after.kind == TokenKind::Bar) {
        return false;  // reported as an operand
    }
    ++at_;
    return true;
}

std::optional<Node> TreeParser::parse_values(const FieldUse& use) {
    std::optional<Node> first = parse_value(use);
    if (peek().kind != TokenKind::Bar || !peek().glued) {
        return first;
    }
    Node list;
    list.kind = NodeKind::Or;
    bool complete = first.has_value();
    const auto add = [&](Node node) {
        if (node.kind == NodeKind::Or) {
            for (Node& child : node.children) {
                list.children.push_back(std::move(child));
            }
        } else {
            list.children.push_back(std::move(node));
        }
    };
    if (first) {
        list.span = first->span;
        add(std::move(*first));
    }
    while (take_bar()) {
        std::optional<Node> next = parse_value(use);
        complete = complete && next;
        if (complete) {
            list.span.size_bytes =
                next->span.offset_bytes + next->span.size_bytes - list.span.offset_bytes;
            add(std::move(*next));
        }
    }
    return complete && list.children.size() > 1 ? std::optional(std::move(list)) : std::nullopt;
}

std::optional<Node> TreeParser::parse_value(const FieldUse& use) {
    switch (peek().kind) {
        case TokenKind::Phrase:
            return parse_phrase_value(use, peek().begin, false);
        case TokenKind::Open:
            if (use.sugar != FieldUse::Sugar::None) {
                const Token open = peek();
                (void)parse_group(use);
                return failed_with(
                    open.begin,
                    open.end,
                    {"bad_date", "'after:' and 'before:' take one date", "as in after:2025-08"});
            }
            return parse_group(use);
        case TokenKind::Text:
            return parse_text_value(use);
        case TokenKind::Bar:
        case TokenKind::Close:
        case TokenKind::End:
            break;
    }
    return parse_operand(use);
}

std::optional<Node> TreeParser::parse_text_value(const FieldUse& use) {
    const Token token = peek();
    const std::string_view text = text_of(token);
    const bool quote_follows = peek(1).kind == TokenKind::Phrase && peek(1).glued;
    ++at_;
    if (text == "=" && quote_follows) {
        return parse_phrase_value(use, token.begin, true);
    }
    const bool listed = at_ >= 2 && tokens_[at_ - 2].kind == TokenKind::Bar;
    if (auto bad = misplaced_value(use, text, listed)) {
        return failed_with(token.begin, token.end, std::move(*bad));
    }
    if (const auto hint = bracket_range(use, text)) {
        at_ += 2;
        return failed_with(token.begin,
                           tokens_[at_ - 1].end,
                           {"foreign_operator", "ranges have no brackets", *hint});
    }
    if (quote_follows && (ends_with_word(text) || holds("=<>:@~^*!-+", text.back()))) {
        ++at_;
        return failed_with(token.begin, tokens_[at_ - 1].end, no_space(text));
    }
    if (use.field == nullptr && listed) {
        if (auto bad = foreign_operator({text, false, false, false})) {
            return failed_with(token.begin, token.end, std::move(*bad));
        }
    }
    return counted(leaves_.read_bare(use, token.begin, token.end));
}

std::optional<Node> TreeParser::parse_phrase_value(const FieldUse& use,
                                                   std::size_t begin,
                                                   bool exact) {
    const Token& token = peek();
    ++at_;
    const Token& after = peek();
    if (after.glued && after.kind == TokenKind::Phrase) {
        return failed_with(after.begin, after.end, no_space("\""));
    }
    if (after.glued && after.kind == TokenKind::Text) {
        const std::string_view text = text_of(after);
        if (text.front() == '~' || text.front() == '^') {
            ++at_;
            return failed_with(after.begin,
                               after.end,
                               {"not_supported",
                                quoted(text) + " behind a phrase is not supported yet",
                                "leave it out"});
        }
        if (starts_with_word(text) || holds("*-=!+@<>", text.front())) {
            ++at_;
            return failed_with(
                begin,
                after.end,
                text.front() == '*'
                    ? BadValue{"wildcard_in_quotes", "a phrase has no wildcard", "leave the * out"}
                    : no_space(text));
        }
    }
    return counted(leaves_.read_phrase(use, token, begin, exact));
}

void TreeParser::check_behind_group() {
    const Token& after = peek();
    if (!after.glued || after.kind != TokenKind::Text) {
        return;
    }
    const std::string_view text = text_of(after);
    if (text.front() == '~' || text.front() == '^' || text.front() == '*') {
        leaves_.error(after.begin,
                      after.end,
                      {text.front() == '*' ? "inner_wildcard" : "not_supported",
                       quoted(text) + " behind a group is not supported yet",
                       "leave it out"});
        ++at_;
    }
}

}  // namespace dateline::parse
