// The canonical form of a query.
#include "query/parse/printer.hpp"

#include "common/base/utf8.hpp"
#include "common/time/published.hpp"
#include "query/parse/source_text.hpp"
#include "query/parse/spots.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <chrono>
#include <string>
#include <string_view>

namespace dateline::parse {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using std::chrono::years;

std::string field_colon(const Node& leaf) {
    return leaf.field == nullptr ? std::string() : std::string(leaf.field->name) + ":";
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, i);
        const char32_t c = ascii_form(decoded.code_point);
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += text.substr(i, decoded.size_bytes);
        i += decoded.size_bytes;
    }
    return out + "\"";
}

Node without_boost(Node node) {
    node.boost = 1;
    return node;
}

/// The bare form of a word.
std::string bare_form(const Node& word) {
    return field_colon(word) + (word.exact ? "=" : "") + word.text + (word.prefix ? "*" : "") +
           (word.fuzzy > 0 ? "~" + std::to_string(word.fuzzy) : "");
}

/// A word bare if it is read back as the same word. Otherwise, which no tree of parse_query()
/// needs, as the phrase of its text.
std::string print_word(const Node& word) {
    return can_stand_bare(without_boost(word))
               ? bare_form(word)
               : field_colon(word) + (word.exact ? "=" : "") + in_quotes(word.text);
}

/// The year, month or day that [from, to) is; empty if it is none of them.
std::string whole_period(sys_days from, sys_days to) {
    const year_month_day first(from);
    std::string day = time::format_day(from);
    if (to == from + days(1)) {
        return day;
    }
    if (first.day() != std::chrono::day(1)) {
        return {};
    }
    if (to == sys_days(first + months(1))) {
        return day.substr(0, 7);
    }
    return first.month() == std::chrono::January && to == sys_days(first + years(1))
               ? day.substr(0, 4)
               : std::string();
}

std::string print_days(const DayRange& range) {
    if (range.undated) {
        return "none";
    }
    if (range.from && range.to) {
        std::string whole = whole_period(*range.from, *range.to);
        if (!whole.empty()) {
            return whole;
        }
    }
    // Days outside the years that can be written are reached by < and > only.
    if (range.to &&
        year_month_day(*range.to - days(1)).year() < std::chrono::year(time::kMinYear)) {
        return "<" + time::format_day(*range.to);
    }
    if (range.from && year_month_day(*range.from).year() > std::chrono::year(time::kMaxYear)) {
        return ">" + time::format_day(*range.from - days(1));
    }
    return (range.from ? time::format_day(*range.from) : std::string()) + ".." +
           (range.to ? time::format_day(*range.to - days(1)) : std::string());
}

std::string print_numbers(const NumberRange& range) {
    if (range.from && range.to) {
        return *range.from == *range.to
                   ? std::to_string(*range.from)
                   : std::to_string(*range.from) + ".." + std::to_string(*range.to);
    }
    return range.from ? ">=" + std::to_string(*range.from)
           : range.to ? "<=" + std::to_string(*range.to)
                      : ">=0";
}

std::string print_leaf(const Node& leaf) {
    switch (leaf.kind) {
        case NodeKind::Word:
            return print_word(leaf);
        case NodeKind::Phrase:
            return field_colon(leaf) + (leaf.exact ? "=" : "") + in_quotes(leaf.text) +
                   (leaf.slop > 0 ? "~" + std::to_string(leaf.slop) : "");
        case NodeKind::Id:
            return field_colon(leaf) + (leaf.exact ? "=@" : "@") + leaf.text;
        case NodeKind::Days:
            return field_colon(leaf) + (leaf.days.overlapping ? "~" : "") + print_days(leaf.days);
        case NodeKind::Numbers:
            return field_colon(leaf) + print_numbers(leaf.numbers);
        case NodeKind::Like:
            return "like:@" + leaf.text;
        case NodeKind::Everything:
        case NodeKind::And:
        case NodeKind::Or:
        case NodeKind::Not:
        case NodeKind::Near:
        case NodeKind::Together:
        case NodeKind::AtLeast:
        case NodeKind::First:
        case NodeKind::Said:
            break;
    }
    return "*";
}

/// How tight the form of a node without its boost holds together.
enum class Binding { Or, And, Proximity, Not, Tight };

Binding binding_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::Or:
            return Binding::Or;
        case NodeKind::And:
            return Binding::And;
        case NodeKind::Near:
        case NodeKind::Together:
            return Binding::Proximity;
        case NodeKind::Not:
            return Binding::Not;
        case NodeKind::Everything:
        case NodeKind::Word:
        case NodeKind::Phrase:
        case NodeKind::Id:
        case NodeKind::Days:
        case NodeKind::Numbers:
        case NodeKind::AtLeast:
        case NodeKind::First:
        case NodeKind::Said:
        case NodeKind::Like:
            break;
    }
    return Binding::Tight;
}

/// Whether `node` is AtLeast, First or Said, which stand before their child.
bool is_before_child(const Node& node) {
    return node.kind == NodeKind::AtLeast || node.kind == NodeKind::First ||
           node.kind == NodeKind::Said;
}

/// Whether the child of AtLeast, First or Said stands in parentheses.
bool is_in_parentheses(const Node& child) {
    const bool is_text = child.kind == NodeKind::Word || child.kind == NodeKind::Phrase;
    return !is_text || child.field != nullptr || child.boost != 1;
}

void print(const Node& node, std::string& out);

void print_child(const Node& child, bool in_parentheses, std::string& out) {
    out += in_parentheses ? "(" : "";
    print(child, out);
    out += in_parentheses ? ")" : "";
}

/// Whether `child` needs parentheses in `parent`. Operators of one kind need them, too, except
/// where the parser joins them: And in And, Or in Or.
bool needs_parentheses(const Node& parent, const Node& child) {
    const Binding inner = child.boost == 1 ? binding_of(child.kind) : Binding::Tight;
    const Binding outer = binding_of(parent.kind);
    // NEAR beside AND is put in parentheses, too: not everybody knows which binds tighter.
    return inner == Binding::Proximity ||
           ((inner == Binding::And || inner == Binding::Or) && inner != outer);
}

void print_unboosted(const Node& node, std::string& out) {
    if (is_before_child(node)) {
        out += operator_text(node);
        print_child(node.children.front(), is_in_parentheses(node.children.front()), out);
    } else if (node.kind == NodeKind::Not) {
        out += "NOT ";
        print_child(node.children.front(), needs_parentheses(node, node.children.front()), out);
    } else if (binding_of(node.kind) == Binding::Tight) {
        out += print_leaf(node);
    } else {
        const std::string joint = " " + operator_text(node) + " ";
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            out += i > 0 ? joint : "";
            print_child(node.children[i], needs_parentheses(node, node.children[i]), out);
        }
    }
}

void print(const Node& node, std::string& out) {
    if (node.boost == 1) {
        print_unboosted(node, out);
        return;
    }
    const bool is_leaf = binding_of(node.kind) == Binding::Tight && !is_before_child(node);
    out += is_leaf ? "" : "(";
    print_unboosted(node, out);
    out += is_leaf ? "^" : ")^";
    out += print_boost(node.boost);
}

}  // namespace

bool can_stand_bare(const Node& word) {
    const std::string boost = word.boost == 1 ? "" : "^" + print_boost(word.boost);
    const Parsed again = parse_query(bare_form(word) + boost, {});
    return again.tree && same_query(*again.tree, word);
}

std::size_t printed_depth(const Node& node) {
    const bool opens = is_before_child(node) || node.kind == NodeKind::Not;
    std::size_t deepest = 0;
    for (const Node& child : node.children) {
        const bool grouped =
            is_before_child(node) ? is_in_parentheses(child) : needs_parentheses(node, child);
        deepest = std::max(deepest, printed_depth(child) + (grouped ? 1U : 0U));
    }
    const bool boosted_group =
        node.boost != 1 && (binding_of(node.kind) != Binding::Tight || is_before_child(node));
    return deepest + (opens ? 1U : 0U) + (boosted_group ? 1U : 0U);
}

std::string print_query(const Node& tree) {
    std::string out;
    print(tree, out);
    return out;
}

std::string print_boost(double boost) {
    std::array<char, 32> digits{};
    const auto [end, failure] = std::to_chars(
        digits.data(), digits.data() + digits.size(), boost, std::chars_format::fixed);
    assert(failure == std::errc());
    return {digits.data(), end};
}

}  // namespace dateline::parse
