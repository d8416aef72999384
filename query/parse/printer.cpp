// The canonical form of a query.
#include "common/base/utf8.hpp"
#include "common/time/published.hpp"
#include "query/parse/source_text.hpp"
#include "query/parse/tree.hpp"

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

/// A word bare if it is read back as the same word. Otherwise, which no tree of parse_query()
/// needs, as the phrase of its text.
std::string print_word(const Node& word) {
    const std::string start = field_colon(word) + (word.exact ? "=" : "");
    std::string bare = start + word.text + (word.prefix ? "*" : "");
    const Parsed again = parse_query(bare, {});
    return again.tree && same_query(*again.tree, word) ? bare : start + in_quotes(word.text);
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
            return field_colon(leaf) + (leaf.exact ? "=" : "") + in_quotes(leaf.text);
        case NodeKind::Id:
            return field_colon(leaf) + (leaf.exact ? "=@" : "@") + leaf.text;
        case NodeKind::Days:
            return field_colon(leaf) + (leaf.days.overlapping ? "~" : "") + print_days(leaf.days);
        case NodeKind::Numbers:
            return field_colon(leaf) + print_numbers(leaf.numbers);
        case NodeKind::Everything:
        case NodeKind::And:
        case NodeKind::Or:
        case NodeKind::Not:
            break;
    }
    return "*";
}

bool is_group(const Node& node) {
    return node.kind == NodeKind::And || node.kind == NodeKind::Or;
}

void print(const Node& node, std::string& out);

void print_child(const Node& child, bool in_parentheses, std::string& out) {
    out += in_parentheses ? "(" : "";
    print(child, out);
    out += in_parentheses ? ")" : "";
}

void print(const Node& node, std::string& out) {
    if (node.kind == NodeKind::Not) {
        out += "NOT ";
        print_child(node.children.front(), is_group(node.children.front()), out);
        return;
    }
    if (!is_group(node)) {
        out += print_leaf(node);
        return;
    }
    const std::string_view joint = node.kind == NodeKind::And ? " AND " : " OR ";
    std::string_view separator;
    for (const Node& child : node.children) {
        out += separator;
        separator = joint;
        print_child(child, is_group(child) && child.kind != node.kind, out);
    }
}

}  // namespace

std::string print_query(const Node& tree) {
    std::string out;
    print(tree, out);
    return out;
}

}  // namespace dateline::parse
