// `atleast3:( )`, `first50:( )` and `said:( )`: parts of a query that hold others.
#include "query/parse/foreign.hpp"
#include "query/parse/joining.hpp"
#include "query/parse/marks.hpp"
#include "query/parse/spots.hpp"
#include "query/parse/tree_parser.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace dateline::parse {
namespace {

/// The first misfit of the AtLeast, First and Said nodes that `node` is made of.
std::optional<Misfit> first_misfit(const Node& node) {
    const bool is_construct = node.kind == NodeKind::AtLeast || node.kind == NodeKind::First ||
                              node.kind == NodeKind::Said;
    if (is_construct) {
        return find_misfit(node);
    }
    for (const Node& child : node.children) {
        if (auto found = first_misfit(child)) {
            return found;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Node> TreeParser::construct_named(std::string_view name, std::size_t begin) {
    Node outer;
    outer.kind = NodeKind::Said;
    const auto mentions = numbered_name(name, "atleast");
    const auto words = numbered_name(name, "first");
    if (!mentions && !words) {
        return outer;
    }
    outer.kind = mentions ? NodeKind::AtLeast : NodeKind::First;
    const std::uint32_t most = mentions ? kMaxMentions : kMaxFirstWords;
    const auto count = read_count(mentions ? *mentions : *words, most);
    outer.count = count.value_or(1);
    if (!count) {
        (void)read_instead(source_.span(begin, begin + name.size()),
                           {"bad_count",
                            "the number of " + quoted(name) + " is out of range",
                            "it is 1 to " + std::to_string(most)},
                           std::nullopt);
        return std::nullopt;
    }
    return outer;
}

std::optional<Node> TreeParser::parse_construct(std::string_view name, std::size_t colon_size) {
    const std::size_t begin = peek().begin;
    const std::size_t end = begin + name.size() + colon_size;
    std::optional<Node> outer = construct_named(name, begin);
    tokens_[at_].begin = end;
    if (end == tokens_[at_].end) {
        ++at_;
    }
    if (ends_operand(peek())) {
        return failed_with(
            begin,
            end,
            {"empty_value", quoted(name) + " has nothing behind it", "as in atleast3:tomahawk"});
    }
    if (colon_size == 0) {
        leaves_.warning(begin,
                        end,
                        {"foreign_form",
                         quoted(name) + " is read as '" + std::string(name) + ":'",
                         "write " + std::string(name) + ":( )"});
    }
    if (!enter(begin)) {
        return std::nullopt;
    }
    std::optional<Node> child = parse_inner_operand(name);
    --depth_;
    if (!outer || !child) {
        return options_.lenient ? std::move(child) : std::nullopt;
    }
    std::optional<Node> whole = finish_construct(*outer, std::move(*child));
    if (whole) {
        const std::size_t from = source_.span(begin, begin).offset_bytes;
        whole->span = {from, end_of(*whole) - from};
    }
    return whole;
}

std::optional<Node> TreeParser::parse_inner_operand(std::string_view name) {
    Token& token = tokens_[at_];
    if (token.kind != TokenKind::Text || text_of(token).front() != '-') {
        return parse_operand({});
    }
    const std::size_t begin = token.begin;
    const std::string value(text_of(token).substr(1));
    (void)left_out(begin,
                   begin + 1,
                   {"negation_behind_colon",
                    "'-' stands before " + quoted(name),
                    "write -" + std::string(name) + ":" + value});
    const std::size_t rest = text_of(token).find_first_not_of('-');
    token.begin = rest == std::string_view::npos ? token.end : begin + rest;
    if (token.begin == token.end) {
        ++at_;
    }
    return ends_operand(peek()) ? std::nullopt : parse_operand({});
}

std::optional<Node> TreeParser::finish_construct(const Node& outer, Node child) {
    std::optional<Node> instead;
    if (options_.lenient) {
        instead = child;
    }
    Node whole = put_inside(outer, std::move(child));
    auto misfit = first_misfit(whole);
    if (!misfit) {
        return whole;
    }
    return read_instead(misfit->span, std::move(misfit->bad), std::move(instead));
}

}  // namespace dateline::parse
