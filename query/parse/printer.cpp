// The canonical form of a query.
#include "common/base/utf8.hpp"
#include "common/time/published.hpp"
#include "query/parse/source_text.hpp"
#include "query/parse/tree.hpp"

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

/// A word bare if it is read back as the same word. Otherwise, which no tree of parse_query()
/// needs, as the phrase of its text.
std::string print_word(const Node& word) {
    const std::string start = field_colon(word) + (word.exact ? "=" : "");
    std::string bare = start + word.text + (word.prefix ? "*" : "") +
                       (word.fuzzy > 0 ? "~" + std::to_string(word.fuzzy) : "");
    const Parsed again = parse_query(bare, {});
    return again.tree && same_query(*again.tree, without_boost(word))
               ? bare
               : start + in_quotes(word.text);
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

std::string joint_of(const Node& node) {
    switch (node.kind) {
        case NodeKind::Near:
            return (node.ordered ? " pre/" : " NEAR/") + std::to_string(node.distance) + " ";
        case NodeKind::Together:
            return node.unit == Unit::Sentence ? " w/s " : " w/p ";
        case NodeKind::Or:
            return " OR ";
        default:  // the other kinds have no joint
            return " AND ";
    }
}

/// What stands before the child of AtLeast, First and Said.
std::string start_of(const Node& node) {
    switch (node.kind) {
        case NodeKind::AtLeast:
            return "atleast" + std::to_string(node.count) + ":";
        case NodeKind::First:
            return "first" + std::to_string(node.count) + ":";
        case NodeKind::Said:
            return "said:";
        default:
            return {};
    }
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
    if (inner == outer) {
        return outer == Binding::Proximity;
    }
    return inner == Binding::Or || inner < outer || (inner == Binding::And && outer == Binding::Or);
}

void print_unboosted(const Node& node, std::string& out) {
    const std::string start = start_of(node);
    if (!start.empty()) {
        const Node& child = node.children.front();
        const bool bare = (child.kind == NodeKind::Word || child.kind == NodeKind::Phrase) &&
                          child.field == nullptr && child.boost == 1;
        out += start;
        print_child(child, !bare, out);
    } else if (node.kind == NodeKind::Not) {
        out += "NOT ";
        print_child(node.children.front(), needs_parentheses(node, node.children.front()), out);
    } else if (binding_of(node.kind) == Binding::Tight) {
        out += print_leaf(node);
    } else {
        const std::string joint = joint_of(node);
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
    const bool is_leaf = binding_of(node.kind) == Binding::Tight && start_of(node).empty();
    out += is_leaf ? "" : "(";
    print_unboosted(node, out);
    out += is_leaf ? "^" : ")^";
    out += print_boost(node.boost);
}

}  // namespace

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
