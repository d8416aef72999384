// The levels of a query: operators, groups, negation, and the order in which they bind.
#include "query/parse/tree_parser.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace dateline::parse {
namespace {

std::size_t end_of(const Node& node) {
    return node.span.offset_bytes + node.span.size_bytes;
}

/// `nodes` joined by `kind`; a child of the same kind gives its own children instead.
Node join(NodeKind kind, std::vector<Node> nodes) {
    if (nodes.size() == 1) {
        return std::move(nodes.front());
    }
    Node joined;
    joined.kind = kind;
    joined.span.offset_bytes = nodes.front().span.offset_bytes;
    joined.span.size_bytes = end_of(nodes.back()) - joined.span.offset_bytes;
    for (Node& node : nodes) {
        if (node.kind == kind) {
            std::move(
                node.children.begin(), node.children.end(), std::back_inserter(joined.children));
        } else {
            joined.children.push_back(std::move(node));
        }
    }
    return joined;
}

Node negated(Node child, std::size_t begin) {
    Node node;
    node.kind = NodeKind::Not;
    node.span = {begin, end_of(child) - begin};
    node.children.push_back(std::move(child));
    return node;
}

}  // namespace

TreeParser::TreeParser(const SourceText& source,
                       std::vector<Token> tokens,
                       ProblemList& problems,
                       std::chrono::sys_days today)
    : source_(source),
      tokens_(std::move(tokens)),
      leaves_(source, problems, today),
      problems_(problems) {}

const Token& TreeParser::peek(std::size_t ahead) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

std::string_view TreeParser::text_of(const Token& token) const {
    return leaves_.text(token.begin, token.end);
}

bool TreeParser::is_operator(const Token& token, std::string_view name) const {
    return token.kind == TokenKind::Text && text_of(token) == name;
}

bool TreeParser::ends_operand(const Token& token) const {
    return token.kind == TokenKind::End || token.kind == TokenKind::Close ||
           is_operator(token, "AND") || is_operator(token, "OR");
}

std::optional<Node> TreeParser::failed_with(std::size_t begin, std::size_t end, BadValue bad) {
    leaves_.error(begin, end, std::move(bad));
    return std::nullopt;
}

void TreeParser::stop() {
    at_ = tokens_.size() - 1;
    stopped_ = true;
}

bool TreeParser::enter(std::size_t begin) {
    if (depth_ == kMaxQueryDepth) {
        problems_.error(too_deep(source_.span(begin, begin + 1)));
        stop();
        return false;
    }
    ++depth_;
    return true;
}

std::optional<Node> TreeParser::counted(std::optional<Node> leaf) {
    if (leaf && ++terms_ > kMaxQueryTerms) {
        problems_.error({"too_many_terms",
                         leaf->span,
                         "the query has more than " + std::to_string(kMaxQueryTerms) + " terms",
                         "split it into several queries"});
        stop();
        return std::nullopt;
    }
    return leaf;
}

std::optional<Node> TreeParser::parse() {
    if (peek().kind == TokenKind::End) {
        return failed_with(0,
                           source_.text().size(),
                           {"empty_query", "the query has no words", "write * for every article"});
    }
    std::optional<Node> tree = parse_level({});
    while (peek().kind == TokenKind::Close) {
        leaves_.error(peek().begin,
                      peek().end,
                      {"unopened_parenthesis",
                       "a parenthesis is closed but was never opened",
                       "leave it out"});
        ++at_;
        (void)parse_level({});
    }
    return problems_.has_errors() ? std::nullopt : std::move(tree);
}

std::optional<Node> TreeParser::parse_level(const FieldUse& use) {
    Level level;
    const std::size_t begin = peek().begin;
    std::size_t end = begin;
    while (peek().kind != TokenKind::End && peek().kind != TokenKind::Close) {
        if (problems_.is_full()) {
            stop();
            break;
        }
        const bool listed = peek(1).kind == TokenKind::Bar && peek(1).glued;
        if (!listed && (is_operator(peek(), "AND") || is_operator(peek(), "OR"))) {
            take_operator(level);
            continue;
        }
        if (level.count > 0) {
            level.joints.push_back(level.next);
        }
        level.next = Joint::And;
        level.open_operator.reset();
        ++level.count;
        if (auto operand = parse_negatable(use)) {
            level.operands.push_back(std::move(*operand));
        }
        end = at_ > 0 ? std::max(end, tokens_[at_ - 1].end) : end;
    }
    return finish_level(std::move(level), begin, end);
}

void TreeParser::take_operator(Level& level) {
    const Token& token = peek();
    const std::string name(text_of(token));
    if (level.count == 0 || level.open_operator) {
        leaves_.error(token.begin,
                      token.end,
                      {"missing_operand",
                       name + " has nothing on its left",
                       "to search for the word, write \"" + name + "\""});
    }
    level.open_operator = at_;
    level.next = name == "OR" ? Joint::Or : Joint::And;
    ++at_;
}

std::optional<Node> TreeParser::finish_level(Level level, std::size_t begin, std::size_t end) {
    if (level.open_operator && level.count > 0) {
        const Token& token = tokens_[*level.open_operator];
        const std::string name(text_of(token));
        leaves_.error(token.begin,
                      token.end,
                      {"missing_operand",
                       name + " has nothing on its right",
                       "to search for the word, write \"" + name + "\""});
    }
    const auto is_or = [](Joint joint) { return joint == Joint::Or; };
    const bool has_or = std::any_of(level.joints.begin(), level.joints.end(), is_or);
    if (has_or && !std::all_of(level.joints.begin(), level.joints.end(), is_or)) {
        report_mixed(level, begin, end);
        return std::nullopt;
    }
    if (level.operands.empty() || level.operands.size() != level.count) {
        return std::nullopt;
    }
    return join(has_or ? NodeKind::Or : NodeKind::And, std::move(level.operands));
}

void TreeParser::report_mixed(const Level& level, std::size_t begin, std::size_t end) {
    std::string hint = "put parentheses around what belongs together";
    if (!problems_.has_errors()) {
        const auto reading = [&](Joint tight) {
            const NodeKind inner = tight == Joint::And ? NodeKind::And : NodeKind::Or;
            const NodeKind outer = tight == Joint::And ? NodeKind::Or : NodeKind::And;
            std::vector<Node> parts;
            std::vector<Node> run = {level.operands.front()};
            for (std::size_t i = 0; i < level.joints.size(); ++i) {
                if (level.joints[i] != tight) {
                    parts.push_back(join(inner, std::exchange(run, {})));
                }
                run.push_back(level.operands[i + 1]);
            }
            parts.push_back(join(inner, std::move(run)));
            return print_query(join(outer, std::move(parts)));
        };
        hint = "write '" + reading(Joint::And) + "' or '" + reading(Joint::Or) + "'";
    }
    leaves_.error(
        begin,
        end,
        {"mixed_or", "AND and OR stand side by side without parentheses", std::move(hint)});
}

bool TreeParser::take_negation() {
    Token& token = tokens_[at_];
    const bool listed = peek(1).kind == TokenKind::Bar && peek(1).glued;
    if (is_operator(token, "NOT") && !listed) {
        ++at_;
        return true;
    }
    if (token.kind != TokenKind::Text || text_of(token).front() != '-') {
        return false;
    }
    ++token.begin;
    if (token.begin == token.end) {
        ++at_;
    }
    return true;
}

bool TreeParser::bad_behind_minus(std::size_t minus) {
    const Token token = peek();
    const std::string name(text_of(token));
    if (token.kind != TokenKind::Text || token.begin != minus + 1) {
        return false;
    }
    if (name.front() == '-') {
        ++at_;
        leaves_.error(minus,
                      token.end,
                      {"double_minus",
                       "'--' is no operator",
                       "write one - to exclude; options go before the query"});
        return true;
    }
    if (name == "AND" || name == "OR" || name == "NOT") {
        ++at_;
        leaves_.error(minus,
                      token.end,
                      {"operator_as_word",
                       quoted(name) + " is an operator",
                       "to exclude the word, put it in quotes"});
        return true;
    }
    return false;
}

std::optional<Node> TreeParser::parse_negatable(const FieldUse& use) {
    std::vector<std::size_t> begins;
    while (peek().kind == TokenKind::Text) {
        const std::size_t begin = peek().begin;
        const bool minus = text_of(peek()).front() == '-';
        if (!take_negation()) {
            break;
        }
        begins.push_back(begin);
        if (!enter(begin)) {
            return std::nullopt;
        }
        if (minus && bad_behind_minus(begin)) {
            depth_ -= begins.size();
            return std::nullopt;
        }
    }
    std::optional<Node> node;
    if (!begins.empty() && ends_operand(peek())) {
        leaves_.error(begins.back(),
                      tokens_[at_ - 1].end,
                      {"missing_operand",
                       "NOT has nothing on its right",
                       "to search for the word, write \"NOT\""});
    } else {
        node = parse_operand(use);
    }
    depth_ -= begins.size();
    for (; node && !begins.empty(); begins.pop_back()) {
        node = negated(std::move(*node), source_.span(begins.back(), begins.back()).offset_bytes);
    }
    return node;
}

std::optional<Node> TreeParser::parse_group(const FieldUse& use) {
    const Token open = peek();
    if (!enter(open.begin)) {
        return std::nullopt;
    }
    ++at_;
    if (peek().kind == TokenKind::Close) {
        leaves_.error(open.begin,
                      peek().end,
                      {"empty_group", "the parentheses hold no words", "leave them out"});
    }
    std::optional<Node> node = parse_level(use);
    --depth_;
    if (peek().kind != TokenKind::Close) {
        if (!stopped_) {
            leaves_.error(
                open.begin,
                open.end,
                {"unclosed_parenthesis", "a parenthesis is opened and never closed", "close it"});
        }
        return std::nullopt;
    }
    ++at_;
    check_behind_group();
    return node;
}

}  // namespace dateline::parse
