// Values with their marks, and lists of values joined by tight bars.
#include "common/base/utf8.hpp"
#include "query/parse/foreign.hpp"
#include "query/parse/joining.hpp"
#include "query/parse/marks.hpp"
#include "query/parse/printer.hpp"
#include "query/parse/tree_parser.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace dateline::parse {
namespace {

using schema::FieldId;
using schema::FieldKind;

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

BadValue two_boosts() {
    return {"boost_twice", "this part has two weights", "leave one of them out"};
}

BadValue no_space(std::string_view what) {
    return {"missing_space", "a quote touches " + quoted(what), "put a blank between them"};
}

/// What to write for `field:-value`.
std::string without_minus(const FieldUse& use, std::string_view value) {
    const std::string name = name_of(use);
    const bool has_digit = !value.empty() && value.front() >= '0' && value.front() <= '9';
    if (has_digit && use.field->kind == FieldKind::Date) {
        return "write " + name + ":" + std::string(value) + "; to exclude, write -" + name + ":" +
               std::string(value);
    }
    if (has_digit && use.field->kind == FieldKind::Number) {
        return "write " + name + ":<=" + std::string(value) + " or " + name +
               ":>=" + std::string(value);
    }
    return "write -" + name + ":" + std::string(value);
}

/// What is wrong with a value `text` where it stands.
std::optional<BadValue> misplaced_value(const FieldUse& use, std::string_view text, bool listed) {
    if (listed && text.front() == '-') {
        return BadValue{
            "negation_in_list", "'-' cannot stand behind '|'", "write -a -b to exclude both"};
    }
    if (use.field != nullptr && text.front() == '-') {
        return BadValue{"negation_behind_colon",
                        "'-' stands before the field's name",
                        without_minus(use, text.substr(1))};
    }
    const bool is_code = use.field != nullptr && use.field->kind == FieldKind::Code;
    const std::size_t equals = listed && use.field == nullptr ? field_name_size(text, "=") : 0;
    const std::size_t name_size = is_code || is_address(text) ? 0
                                  : field_named(text.substr(0, equals)).field != nullptr
                                      ? equals
                                      : field_name_size(text, ":");
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

/// Whether `text` is one word, as far as its bytes show.
bool is_ascii_word(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c != ' ' && static_cast<unsigned char>(c) < 0x80;
    });
}

/// Whether a boost of `node` can change anything.
bool can_weigh(const Node& node) {
    switch (node.kind) {
        case NodeKind::Days:
        case NodeKind::Numbers:
        case NodeKind::Everything:
        case NodeKind::Not:
            return false;
        case NodeKind::Word:
        case NodeKind::Phrase:
        case NodeKind::Id:
            return node.field == nullptr || node.field->kind == FieldKind::Text ||
                   node.field->kind == FieldKind::Name;
        case NodeKind::And:
        case NodeKind::Or:
        case NodeKind::Near:
        case NodeKind::Together:
        case NodeKind::AtLeast:
        case NodeKind::First:
        case NodeKind::Said:
        case NodeKind::Like:
            break;
    }
    return true;
}

}  // namespace

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
    std::vector<Node> list;
    bool complete = first.has_value();
    const auto add = [&](std::optional<Node> value) {
        complete = complete && value;
        if (value) {
            list.push_back(std::move(*value));
        }
    };
    add(std::move(first));
    std::size_t values = 1;
    for (; take_bar(); ++values) {
        add(parse_value(use));
    }
    if (list.empty() || (!options_.lenient && (!complete || values == 1))) {
        return std::nullopt;
    }
    return join(NodeKind::Or, std::move(list));
}

std::optional<Node> TreeParser::parse_value(const FieldUse& use) {
    switch (peek().kind) {
        case TokenKind::Phrase:
            return parse_phrase_value(use, peek().begin, false);
        case TokenKind::Open:
            return parse_group_value(use);
        case TokenKind::Text:
            return parse_text_value(use);
        case TokenKind::Bar:
        case TokenKind::Close:
        case TokenKind::End:
            break;
    }
    return parse_operand(use);
}

std::optional<Node> TreeParser::parse_group_value(const FieldUse& use) {
    const bool listed = at_ > 0 && tokens_[at_ - 1].kind == TokenKind::Bar;
    if (use.sugar == FieldUse::Sugar::None) {
        return parse_group_suffix(parse_group(use), listed);
    }
    const Token open = peek();
    std::optional<Node> group = parse_group({});
    return read_instead(source_.span(open.begin, open.end),
                        {"bad_date", "'after:' and 'before:' take one date", "as in after:2025-08"},
                        std::move(group));
}

std::optional<Node> TreeParser::parse_group_suffix(std::optional<Node> group, bool listed) {
    const Token after = peek();
    if (!after.glued || after.kind != TokenKind::Text) {
        return group;
    }
    const std::string_view text = text_of(after);
    if (text.front() != '~' && text.front() != '^' && text.front() != '*') {
        return group;
    }
    listed = listed || is_listed();
    ++at_;
    if (text.front() == '^') {
        return boosted(std::move(group), after.begin, after.end, listed);
    }
    return read_instead(source_.span(after.begin, after.end),
                        {text.front() == '*' ? "inner_wildcard" : "bad_slop",
                         quoted(text) + " cannot stand behind a group",
                         "put it behind each word, or leave it out"},
                        std::move(group));
}

std::optional<Node> TreeParser::boosted(std::optional<Node> node,
                                        std::size_t begin,
                                        std::size_t end,
                                        bool listed) {
    if (begin == end || !node) {
        return node;
    }
    auto boost = read_boost(leaves_.text(begin, end));
    std::optional<BadValue> bad;
    if (auto* const wrong = std::get_if<BadValue>(&boost)) {
        bad = std::move(*wrong);
    } else if (listed) {
        bad = BadValue{"boost_in_list",
                       "a weight stands behind a whole list",
                       "put the list in parentheses, as in (a|b)^2"};
    } else if (node->boost != 1) {
        bad = two_boosts();
    }
    if (bad) {
        return read_instead(source_.span(begin, end), std::move(*bad), std::move(node));
    }
    if (!can_weigh(*node)) {
        leaves_.warning(begin,
                        end,
                        {"boost_without_effect",
                         quoted(leaves_.text(begin, end)) + " changes nothing here",
                         "leave it out: this part only filters"});
    }
    node->boost = std::get<double>(boost);
    if (options_.lenient && node->kind == NodeKind::Word && !can_stand_bare(*node)) {
        node->boost = 1;  // `a=^2`, where strict mode sees a comparison
    }
    return node;
}

std::optional<Node> TreeParser::parse_text_value(const FieldUse& use) {
    const Token token = peek();
    const bool listed = at_ > 0 && tokens_[at_ - 1].kind == TokenKind::Bar;
    const bool in_list = listed || is_listed();
    const std::string_view whole = text_of(token);
    const std::size_t end = token.end - boost_size(whole);
    const std::string_view text = whole.substr(0, end - token.begin);
    const bool quote_follows = peek(1).kind == TokenKind::Phrase && peek(1).glued;
    if (use.field != nullptr && is_bracket_range()) {
        return read_bracket_range(use);
    }
    ++at_;
    if (text == "=" && quote_follows) {
        return parse_phrase_value(use, token.begin, true);
    }
    if (auto bad = misplaced_value(use, text, listed)) {
        return read_misplaced(use, token.begin, end, std::move(*bad));
    }
    if (quote_follows && (ends_with_word(text) || holds("=<>:@~^*!-+", text.back()))) {
        if (options_.lenient) {
            return failed_with(token.begin, token.end, no_space(text));
        }
        ++at_;
        return failed_with(token.begin, tokens_[at_ - 1].end, no_space(text));
    }
    if (use.field == nullptr && listed) {
        if (auto bad = foreign_operator({text, false, false, false})) {
            return failed_with(token.begin, end, std::move(*bad));
        }
    }
    if (const std::size_t more = boost_size(text); more > 0) {
        auto node = options_.lenient ? read_value(use, token.begin, end - more) : std::nullopt;
        return read_instead(source_.span(end - more, token.end), two_boosts(), std::move(node));
    }
    return boosted(read_value(use, token.begin, end), end, token.end, in_list);
}

/// Reports text or a quote that touches the phrase before it; true if both cannot be read.
bool TreeParser::touches_phrase(std::size_t begin) {
    constexpr std::string_view marks = "*-=!+@<>";
    const Token after = peek();
    const bool is_text = after.kind == TokenKind::Text;
    const std::string_view text = is_text ? text_of(after) : "\"";
    if (!after.glued || !(after.kind == TokenKind::Phrase ||
                          (is_text && (starts_with_word(text) || holds(marks, text.front()))))) {
        return false;
    }
    const std::size_t from = is_text ? begin : after.begin;
    if (options_.lenient) {
        if (is_text && holds(marks, text.front())) {
            (void)skip_foreign_marks(marks);
        } else {
            leaves_.warning(from, after.end, no_space(text));
        }
        return false;
    }
    at_ += is_text ? 1 : 0;
    (void)left_out(
        from,
        after.end,
        text.front() == '*'
            ? BadValue{"wildcard_in_quotes", "a phrase has no wildcard", "leave the * out"}
            : no_space(text));
    return true;
}

std::optional<Node> TreeParser::parse_phrase_value(const FieldUse& use,
                                                   std::size_t begin,
                                                   bool exact) {
    const Token token = peek();
    const bool listed = at_ > 0 && tokens_[at_ - 1].kind == TokenKind::Bar;
    ++at_;
    if (touches_phrase(begin)) {
        return std::nullopt;
    }
    std::optional<Node> phrase = leaves_.read_phrase(use, token, begin, exact);
    if (auto fault = leaves_.take_fault()) {
        phrase = read_instead(source_.span(fault->begin, fault->end),
                              std::move(fault->bad),
                              words_of({}, begin, token.end));
    } else {
        const bool is_name = phrase && use.field != nullptr && use.field->id == FieldId::Query;
        phrase = is_name ? read_saved(phrase->text, phrase->span) : counted(std::move(phrase));
    }
    return parse_phrase_suffix(std::move(phrase), listed);
}

std::optional<Node> TreeParser::parse_phrase_suffix(std::optional<Node> phrase, bool listed) {
    const Token after = peek();
    if (!after.glued || after.kind != TokenKind::Text ||
        (text_of(after).front() != '~' && text_of(after).front() != '^')) {
        return phrase;
    }
    listed = listed || is_listed();
    ++at_;
    const std::string_view text = text_of(after);
    const std::size_t boost = text.front() == '^' ? text.size() : boost_size(text);
    const std::size_t end = after.end - boost;
    if (phrase && end > after.begin) {
        phrase = with_slop(std::move(*phrase), after.begin, end);
    }
    return boosted(std::move(phrase), end, after.end, listed);
}

std::optional<Node> TreeParser::with_slop(Node phrase, std::size_t begin, std::size_t end) {
    auto slop = read_slop(leaves_.text(begin, end));
    std::optional<BadValue> bad;
    const bool is_text = phrase.field == nullptr || phrase.field->kind == FieldKind::Text;
    if (auto* const wrong = std::get_if<BadValue>(&slop)) {
        bad = std::move(*wrong);
    } else if (phrase.kind != NodeKind::Phrase || !is_text) {
        bad = BadValue{"bad_slop", "'~' stands behind a phrase of the text", "leave it out"};
    } else if (phrase.exact) {
        bad = BadValue{"bad_slop",
                       "'=' and '~' exclude each other: exact forms stand in a row",
                       "leave one of them out"};
    } else if (is_ascii_word(phrase.text)) {
        bad = BadValue{"bad_slop",
                       "'~' behind a phrase of one word moves nothing",
                       "for another spelling write " + phrase.text + "~ without quotes"};
    }
    if (bad) {
        return read_instead(source_.span(begin, end), std::move(*bad), std::move(phrase));
    }
    phrase.slop = std::get<std::uint32_t>(slop);
    return phrase;
}

std::optional<Node> TreeParser::read_misplaced(const FieldUse& use,
                                               std::size_t begin,
                                               std::size_t end,
                                               BadValue bad) {
    std::optional<Node> instead;
    if (options_.lenient && bad.code == "negation_behind_colon") {
        const std::size_t value = leaves_.text(begin, end).find_first_not_of('-');
        instead =
            value == std::string_view::npos ? std::nullopt : read_value(use, begin + value, end);
        if (instead) {
            const std::size_t from = instead->span.offset_bytes;
            instead = negated(std::move(*instead), from);
        }
    } else if (options_.lenient) {
        instead = words_of({}, begin, end);
    }
    return read_instead(source_.span(begin, end), std::move(bad), std::move(instead));
}

std::optional<Node> TreeParser::read_value(const FieldUse& use,
                                           std::size_t begin,
                                           std::size_t end) {
    (void)leaves_.take_fault();
    const bool is_query = use.field != nullptr && use.field->id == FieldId::Query;
    const std::string_view name = leaves_.text(begin, end);
    if (is_query && name.find_first_not_of(",;:.?!*") != std::string_view::npos) {
        return read_saved(name, source_.span(use.begin, end));
    }
    std::optional<Node> leaf = leaves_.read_bare(use, begin, end);
    if (auto fault = leaves_.take_fault()) {
        return read_instead(source_.span(fault->begin, fault->end),
                            std::move(fault->bad),
                            repaired_word(use, begin, end));
    }
    // A word that strict mode refuses elsewhere, such as `a=b` behind a field that does not exist.
    const bool is_word = leaf && leaf->kind == NodeKind::Word && options_.lenient;
    return is_word && !can_stand_bare(*leaf) ? words_of(use, begin, end) : counted(std::move(leaf));
}

std::optional<Node> TreeParser::read_saved(std::string_view name, Span span) {
    auto saved = options_.saved(name);
    if (auto* const bad = std::get_if<BadValue>(&saved)) {
        return read_instead(span, std::move(*bad), std::nullopt);
    }
    Node tree = std::move(std::get<Node>(saved));
    place_at(tree, span);
    terms_ += count_leaves(tree);
    if (terms_ > kMaxQueryTerms) {
        problems_.error(too_many_terms(span));
        stop();
        return std::nullopt;
    }
    return tree;
}

}  // namespace dateline::parse
