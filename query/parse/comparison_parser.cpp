// Fields compared as elsewhere, with blanks between: `date > 2025`, `title = (a b)`.
#include "query/parse/date_points.hpp"
#include "query/parse/foreign.hpp"
#include "query/parse/joining.hpp"
#include "query/parse/suggest.hpp"
#include "query/parse/tree_parser.hpp"

#include <string>
#include <utility>

namespace dateline::parse {
namespace {

using schema::FieldKind;

/// Most bytes of a value that are read, and printed in a hint. A value may have a comparison
/// inside, which is read in the same way, so this bounds how deep that goes.
constexpr std::size_t kMaxValueBytes = 100;

bool is_ordered(const FieldUse& use) {
    return use.field->kind == FieldKind::Date || use.field->kind == FieldKind::Number;
}

/// `text` without the quotation marks around it, or the parentheses around one word.
std::string_view bare_value(std::string_view text) {
    const bool is_quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
    const bool is_group = text.size() >= 2 && text.front() == '(' && text.back() == ')' &&
                          text.find(' ') == std::string_view::npos;
    return is_quoted || is_group ? text.substr(1, text.size() - 2) : text;
}

/// What to write for a comparison that means `meant`, which was read as `read`.
std::string hint_of(const std::string& meant, const Parsed& read, const FieldUse& use) {
    if (read.tree) {
        return "write " + meant;
    }
    const bool is_clear = !read.errors.empty() && read.errors.front().hint.starts_with("write ") &&
                          read.errors.front().hint.find(':') != std::string::npos;
    return is_clear ? read.errors.front().hint : "as in " + std::string(use.field->example);
}

}  // namespace

bool TreeParser::is_spaced_comparison() const {
    const Token& sign = peek(1);
    const Token& value = peek(2);
    return sign.kind == TokenKind::Text && !sign.glued && comparison_sign(text_of(sign)) &&
           is_field_name(text_of(peek())) && value.kind != TokenKind::End &&
           value.kind != TokenKind::Close && value.kind != TokenKind::Bar;
}

std::size_t TreeParser::end_of_value(std::size_t ahead) const {
    do {
        std::size_t open = peek(ahead).kind == TokenKind::Open ? 1 : 0;
        ++ahead;
        while (open > 0 && peek(ahead).kind != TokenKind::End) {
            open += peek(ahead).kind == TokenKind::Open ? 1 : 0;
            open -= peek(ahead).kind == TokenKind::Close ? 1 : 0;
            ++ahead;
        }
    } while (peek(ahead).glued && peek(ahead).kind != TokenKind::End &&
             peek(ahead).kind != TokenKind::Close);
    return ahead;
}

std::optional<Node> TreeParser::parse_spaced_comparison(const FieldUse& use) {
    const Token name = peek();
    const ComparisonSign sign = *comparison_sign(text_of(peek(1)));
    FieldUse meant = field_named(field_of_other_engines(text_of(name)).value_or(text_of(name)));
    if (!sign.mark.empty()) {
        meant.sugar = FieldUse::Sugar::None;  // `after > 1987` compares days, as `date` does
    }
    at_ += 2;
    const std::size_t words = meant.field->kind == FieldKind::Date ? words_of_date() : 0;
    const std::size_t tokens = words > 0 ? words : end_of_value(0);
    const std::size_t begin = peek().begin;
    const std::size_t end = peek(tokens - 1).end;
    const bool is_group = peek().kind == TokenKind::Open;
    at_ += tokens;

    std::string value(leaves_.text(begin, end));
    const bool is_long = value.size() > kMaxValueBytes;
    if (words > 0) {
        value = date_meant(value).value_or(value);
    } else if (is_ordered(meant) && !(is_group && sign.mark.empty())) {
        value = bare_value(value);
    }
    const std::string start = (sign.negated ? "-" : "") + name_of(meant) + ":" +
                              std::string(is_ordered(meant) ? sign.mark : std::string_view());
    const Parsed read = is_long ? Parsed{} : parse_query(start + value, {options_.today});
    const std::string hint = is_long ? "write " + start + "…" : hint_of(start + value, read, meant);
    std::optional<Node> instead = read.tree;
    if (instead) {
        place_at(*instead, source_.span(name.begin, end));
    }
    if (!options_.lenient || use.field != nullptr) {
        instead = std::nullopt;
    }
    return read_instead(source_.span(name.begin, end),
                        {"foreign_operator", "a field is followed by a colon", hint},
                        counted(std::move(instead)));
}

}  // namespace dateline::parse
