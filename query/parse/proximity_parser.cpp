// Operands joined by operators of proximity, which bind tighter than AND.
#include "common/base/utf8.hpp"
#include "query/parse/joining.hpp"
#include "query/parse/marks.hpp"
#include "query/parse/spots.hpp"
#include "query/parse/tree_parser.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace dateline::parse {
namespace {

/// Makes `operand` a part of the Near or Together `node`. All that is in the same sentence as what
/// is in the same sentence is in one sentence, so that Together takes the children of such
/// operands, and of And.
void append(Node& node, Node operand) {
    const bool same = operand.kind == NodeKind::Together && operand.unit == node.unit;
    if (node.kind != NodeKind::Together || operand.boost != 1 ||
        !(same || operand.kind == NodeKind::And)) {
        node.children.push_back(std::move(operand));
        return;
    }
    for (Node& child : operand.children) {
        append(node, std::move(child));
    }
}

/// `operands`, two or more, joined by `proximity`.
Node joined_by(const Proximity& proximity, std::vector<Node> operands) {
    Node node;
    node.kind = proximity.kind;
    node.distance = proximity.distance;
    node.ordered = proximity.ordered;
    node.unit = proximity.unit;
    node.span.offset_bytes = operands.front().span.offset_bytes;
    node.span.size_bytes = end_of(operands.back()) - node.span.offset_bytes;
    for (Node& operand : operands) {
        append(node, std::move(operand));
    }
    return node;
}

BadValue nothing_beside(std::string_view side, std::string_view name) {
    return {"missing_operand",
            quoted(name) + " has nothing on its " + std::string(side),
            "to search for the text, write \"" + std::string(name) + "\""};
}

}  // namespace

std::optional<ProximityWord> TreeParser::proximity_here(std::size_t& tokens) const {
    const Token& token = peek();
    if (token.kind != TokenKind::Text || is_listed()) {
        return std::nullopt;
    }
    const std::string_view word = text_of(token);
    const std::string lower = ascii_lower(word);
    const Token& number = peek(2);
    tokens = 1;
    const bool bracketed = peek(1).kind == TokenKind::Open && peek(1).glued &&
                           number.kind == TokenKind::Text && is_digits(text_of(number)) &&
                           peek(3).kind == TokenKind::Close;
    if (bracketed && (lower == "around" || lower == "near" || lower == "within")) {
        tokens = 4;
        ProximityWord read = proximity_within(text_of(number));
        read.bad = BadValue{"foreign_operator",
                            "there is no operator " + quoted(word),
                            "write " + print_proximity(read.meaning)};
        return read;
    }
    return proximity_word(word);
}

std::optional<Proximity> TreeParser::take_proximity() {
    std::size_t tokens = 1;
    std::optional<ProximityWord> found = proximity_here(tokens);
    if (!found || (found->is_weak && ends_operand(peek(tokens)))) {
        return std::nullopt;
    }
    const std::size_t begin = peek().begin;
    const std::size_t end = peek(tokens - 1).end;
    const std::string meant = print_proximity(found->meaning);
    at_ += tokens;
    if (found->bad && options_.lenient) {
        leaves_.warning(begin, end, {found->bad->code, found->bad->message, "read as " + meant});
    } else if (found->bad) {
        leaves_.error(begin, end, std::move(*found->bad));
    } else if (found->is_foreign) {
        leaves_.warning(begin,
                        end,
                        {"foreign_form",
                         quoted(leaves_.text(begin, end)) + " is read as " + meant,
                         "write " + meant});
    }
    return found->meaning;
}

bool TreeParser::take_lonely_proximity() {
    std::size_t tokens = 1;
    const std::optional<ProximityWord> found = proximity_here(tokens);
    const bool may_be_word = found && tokens == 1 && text_of(peek()).find('/') == std::string::npos;
    if (!found || found->is_weak || (options_.lenient && may_be_word)) {
        return false;
    }
    const std::size_t begin = peek().begin;
    const std::size_t end = peek(tokens - 1).end;
    at_ += tokens;
    (void)left_out(begin, end, nothing_beside("left", leaves_.text(begin, end)));
    return true;
}

bool TreeParser::take_negated_proximity() {
    const Token& second = peek(1);
    if ((!is_operator(peek(), "NOT") && !is_operator(peek(), "not")) ||
        second.kind != TokenKind::Text) {
        return false;
    }
    const auto found = proximity_word(text_of(second));
    if (!found || found->is_weak || found->bad) {
        return false;
    }
    const std::size_t begin = peek().begin;
    const std::string meant = print_proximity(found->meaning);
    at_ += 2;
    (void)left_out(begin,
                   second.end,
                   {"foreign_operator",
                    "there is no operator " + quoted(leaves_.text(begin, second.end)),
                    "write a AND NOT (a " + meant + " b)"});
    return true;
}

std::optional<Node> TreeParser::parse_proximity(const FieldUse& use) {
    Chain chain;
    const auto add = [&](std::optional<Proximity> before, std::optional<Node> operand) {
        chain.complete = chain.complete && operand;
        if (!operand) {
            return;
        }
        if (before && !chain.operands.empty()) {
            chain.operators.push_back(*before);
        }
        chain.operands.push_back(std::move(*operand));
    };
    add(std::nullopt, parse_negatable(use));
    while (!take_negated_proximity()) {
        const std::size_t begin = peek().begin;
        const auto found = take_proximity();
        if (!found) {
            break;
        }
        if (ends_operand(peek())) {
            const std::size_t end = tokens_[at_ - 1].end;
            (void)left_out(begin, end, nothing_beside("right", leaves_.text(begin, end)));
            break;
        }
        add(found, parse_negatable(use));
    }
    if (chain.operands.empty() || (!chain.complete && !options_.lenient)) {
        return std::nullopt;
    }
    return chain.operators.empty() ? std::move(chain.operands.front())
                                   : finish_chain(std::move(chain));
}

std::optional<Node> TreeParser::finish_chain(Chain chain) {
    const auto different = std::find_if(
        chain.operators.begin(), chain.operators.end(), [&](const Proximity& proximity) {
            return proximity != chain.operators.front();
        });
    if (different != chain.operators.end()) {
        return finish_mixed_chain(std::move(chain));
    }
    return checked_proximity(joined_by(chain.operators.front(), std::move(chain.operands)));
}

std::optional<Node> TreeParser::checked_proximity(Node node) {
    auto misfit = find_misfit(node);
    if (!misfit) {
        return node;
    }
    return read_instead(misfit->span,
                        std::move(misfit->bad),
                        options_.lenient
                            ? std::optional(join(NodeKind::And, std::move(node.children)))
                            : std::nullopt);
}

std::optional<Node> TreeParser::finish_mixed_chain(Chain chain) {
    // From the left: (a NEAR/3 b) w/s c. From the right: a NEAR/3 (b w/s c).
    const auto reading = [&](bool from_left) {
        std::vector<Node> operands = chain.operands;
        std::vector<Proximity> operators = chain.operators;
        if (!from_left) {
            std::reverse(operands.begin(), operands.end());
            std::reverse(operators.begin(), operators.end());
        }
        Node whole = operands.front();
        for (std::size_t i = 0; i < operators.size();) {
            std::vector<Node> run;
            run.push_back(std::move(whole));
            const Proximity& proximity = operators[i];
            for (; i < operators.size() && operators[i] == proximity; ++i) {
                run.push_back(std::move(operands[i + 1]));
            }
            if (!from_left) {
                std::reverse(run.begin(), run.end());
            }
            whole = joined_by(proximity, std::move(run));
        }
        return whole;
    };
    BadValue bad{"mixed_proximity",
                 quoted(print_proximity(chain.operators.front())) +
                     " stands beside another operator of its kind without parentheses",
                 "put parentheses around what belongs together"};
    const std::size_t begin = chain.operands.front().span.offset_bytes;
    const Span span{begin, end_of(chain.operands.back()) - begin};
    // Each operator may be one level of parentheses.
    if (chain.operators.size() > kMaxQueryDepth / 2) {
        return read_instead(span,
                            std::move(bad),
                            options_.lenient
                                ? std::optional(join(NodeKind::And, std::move(chain.operands)))
                                : std::nullopt);
    }
    const Node left = reading(true);
    const bool fits = !find_misfit(left);
    if (options_.lenient) {
        return read_instead(
            span, std::move(bad), fits ? left : join(NodeKind::And, std::move(chain.operands)));
    }
    const Node right = reading(false);
    if (!problems_.has_errors() && fits) {
        bad.hint = "write '" + print_query(left) + "'";
        bad.hint += find_misfit(right) ? "" : " or '" + print_query(right) + "'";
    } else if (!problems_.has_errors() && !find_misfit(right)) {
        bad.hint = "write '" + print_query(right) + "'";
    }
    return read_instead(span, std::move(bad), std::nullopt);
}

}  // namespace dateline::parse
