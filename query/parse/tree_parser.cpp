// The levels of a query: operators, groups, negation, and the order in which they bind.
#include "query/parse/tree_parser.hpp"

#include "query/parse/joining.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace dateline::parse {
namespace {

BadValue nothing_on_its(std::string_view side, const std::string& name) {
    return {"missing_operand",
            name + " has nothing on its " + std::string(side),
            "to search for the word, write \"" + name + "\""};
}

}  // namespace

TreeParser::TreeParser(const SourceText& source,
                       std::vector<Token> tokens,
                       ProblemList& problems,
                       TreeParserOptions options)
    : source_(source),
      tokens_(std::move(tokens)),
      leaves_(source, problems, options.today, options.lenient),
      problems_(problems),
      options_(std::move(options)) {}

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

bool TreeParser::is_listed() const {
    return peek(1).kind == TokenKind::Bar && peek(1).glued;
}

std::optional<Node> TreeParser::failed_with(std::size_t begin, std::size_t end, BadValue bad) {
    return read_instead(source_.span(begin, end),
                        std::move(bad),
                        options_.lenient ? words_of({}, begin, end) : std::nullopt);
}

std::optional<Node> TreeParser::left_out(std::size_t begin, std::size_t end, BadValue bad) {
    return read_instead(source_.span(begin, end), std::move(bad), std::nullopt);
}

std::optional<Node> TreeParser::read_instead(Span span, BadValue bad, std::optional<Node> instead) {
    if (!options_.lenient) {
        problems_.error({std::move(bad.code), span, std::move(bad.message), std::move(bad.hint)});
        return std::nullopt;
    }
    if (problems_.takes_warnings()) {
        std::string reading = instead ? "read as '" + print_query(*instead) + "'" : "left out";
        problems_.warning({std::move(bad.code), span, std::move(bad.message), std::move(reading)});
    }
    return instead;
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
        problems_.error(too_many_terms(leaf->span));
        stop();
        return std::nullopt;
    }
    return leaf;
}

std::optional<Node> TreeParser::parse() {
    if (options_.lenient) {
        balance_parentheses();
    }
    std::optional<Node> tree;
    if (peek().kind != TokenKind::End) {
        tree = parse_level({});
    }
    while (peek().kind == TokenKind::Close) {
        leaves_.error(peek().begin,
                      peek().end,
                      {"unopened_parenthesis",
                       "a parenthesis is closed but was never opened",
                       "leave it out"});
        ++at_;
        (void)parse_level({});
    }
    if (problems_.has_errors()) {
        return std::nullopt;
    }
    if (!tree) {
        problems_.error({"empty_query",
                         source_.span(0, source_.text().size()),
                         "the query has no words",
                         "write * for every article"});
    }
    return tree;
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
        if (!take_joint(level) && !take_lonely_proximity()) {
            add_operand(level, parse_proximity(use));
        }
        end = at_ > 0 ? std::max(end, tokens_[at_ - 1].end) : end;
    }
    return finish_level(std::move(level), begin, end);
}

bool TreeParser::take_joint(Level& level) {
    if (options_.lenient && take_foreign_joint(level)) {
        return true;
    }
    const bool is_and = is_operator(peek(), "AND");
    if (is_listed() || (!is_and && !is_operator(peek(), "OR"))) {
        return false;
    }
    take_operator(level, is_and ? Joint::And : Joint::Or, 1);
    return true;
}

void TreeParser::take_operator(Level& level, Joint joint, std::size_t tokens) {
    const std::size_t begin = peek().begin;
    const std::size_t end = peek(tokens - 1).end;
    if (level.count == 0 || level.open_operator) {
        (void)left_out(begin, end, nothing_on_its("left", std::string(leaves_.text(begin, end))));
    }
    level.open_operator = at_;
    level.next = joint;
    at_ += tokens;
}

void TreeParser::add_operand(Level& level, std::optional<Node> operand) {
    const Joint joint = std::exchange(level.next, Joint::And);
    level.open_operator.reset();
    if (!operand && options_.lenient) {
        return;
    }
    if (level.count > 0) {
        level.joints.push_back(joint);
    }
    ++level.count;
    if (operand) {
        level.operands.push_back(std::move(*operand));
    }
}

std::optional<Node> TreeParser::finish_level(Level level, std::size_t begin, std::size_t end) {
    if (level.open_operator && level.count > 0) {
        const Token& token = tokens_[*level.open_operator];
        (void)left_out(
            token.begin, token.end, nothing_on_its("right", std::string(text_of(token))));
    }
    const auto is_or = [](Joint joint) { return joint == Joint::Or; };
    const bool has_or = std::any_of(level.joints.begin(), level.joints.end(), is_or);
    if (has_or && !std::all_of(level.joints.begin(), level.joints.end(), is_or)) {
        return finish_mixed(std::move(level), begin, end);
    }
    if (level.operands.empty() || level.operands.size() != level.count) {
        return std::nullopt;
    }
    return join(has_or ? NodeKind::Or : NodeKind::And, std::move(level.operands));
}

std::optional<Node> TreeParser::finish_mixed(Level level, std::size_t begin, std::size_t end) {
    BadValue bad{"mixed_or",
                 "AND and OR stand side by side without parentheses",
                 "put parentheses around what belongs together"};
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
        return join(outer, std::move(parts));
    };
    if (options_.lenient) {
        return read_instead(source_.span(begin, end), std::move(bad), reading(Joint::And));
    }
    if (!problems_.has_errors()) {
        bad.hint = "write '" + print_query(reading(Joint::And)) + "' or '" +
                   print_query(reading(Joint::Or)) + "'";
    }
    return left_out(begin, end, std::move(bad));
}

bool TreeParser::take_negation() {
    Token& token = tokens_[at_];
    if (token.kind != TokenKind::Text) {
        return false;
    }
    if (options_.lenient && take_foreign_negation()) {
        return true;
    }
    if (text_of(token) == "NOT" && !is_listed()) {
        ++at_;
        return true;
    }
    if (text_of(token).front() != '-') {
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
    if (token.kind != TokenKind::Text || token.begin != minus + 1 || options_.lenient) {
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
        const std::size_t end = std::max(begins.back() + 1, at_ > 0 ? tokens_[at_ - 1].end : 0);
        (void)left_out(begins.back(), end, nothing_on_its("right", "NOT"));
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
        (void)left_out(open.begin,
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
    return node;
}

}  // namespace dateline::parse
