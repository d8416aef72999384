// Query text to tree: checks the bytes first, then cuts tokens, then reads them.
#include "common/base/utf8.hpp"
#include "query/parse/lexer.hpp"
#include "query/parse/tree_parser.hpp"

#include <algorithm>
#include <cassert>
#include <string>

namespace dateline::parse {
namespace {

/// How deep the parentheses and NOTs of the canonical form of `node` are nested.
std::size_t nesting(const Node& node) {
    std::size_t deepest = 0;
    for (const Node& child : node.children) {
        const bool grouped = child.kind == NodeKind::And || child.kind == NodeKind::Or;
        deepest = std::max(deepest, nesting(child) + (grouped ? 1U : 0U));
    }
    return deepest + (node.kind == NodeKind::Not ? 1U : 0U);
}

}  // namespace

Parsed parse_query(std::string_view text, const ParseOptions& options) {
    Parsed parsed;
    if (auto problem = check_bytes(text)) {
        parsed.errors.push_back(std::move(*problem));
        return parsed;
    }
    ProblemList problems;
    const SourceText source(text);
    std::vector<Token> tokens = cut_tokens(source, problems);
    if (!problems.has_errors()) {
        parsed.tree = TreeParser(source, std::move(tokens), problems, options.today).parse();
    }
    // A list such as (a b)|c has parentheses in canonical form only.
    if (parsed.tree && nesting(*parsed.tree) > kMaxQueryDepth) {
        problems.error(too_deep(parsed.tree->span));
        parsed.tree.reset();
    }
    assert(parsed.tree.has_value() != problems.has_errors());
    problems.move_to(parsed);
    return parsed;
}

}  // namespace dateline::parse
