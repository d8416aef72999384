// Flat And and Or nodes, and negations.
#include "query/parse/joining.hpp"

#include <iterator>
#include <utility>

namespace dateline::parse {

std::size_t end_of(const Node& node) {
    return node.span.offset_bytes + node.span.size_bytes;
}

Node join(NodeKind kind, std::vector<Node> nodes) {
    if (nodes.size() == 1) {
        return std::move(nodes.front());
    }
    Node joined;
    joined.kind = kind;
    joined.span.offset_bytes = nodes.front().span.offset_bytes;
    joined.span.size_bytes = end_of(nodes.back()) - joined.span.offset_bytes;
    for (Node& node : nodes) {
        if (node.kind == kind && node.boost == 1) {
            std::move(
                node.children.begin(), node.children.end(), std::back_inserter(joined.children));
        } else {
            joined.children.push_back(std::move(node));
        }
    }
    return joined;
}

Node negated(Node child, std::size_t begin_bytes) {
    Node node;
    node.kind = NodeKind::Not;
    node.span = {begin_bytes, end_of(child) - begin_bytes};
    node.children.push_back(std::move(child));
    return node;
}

void place_at(Node& tree, Span span) {
    tree.span = span;
    for (Node& child : tree.children) {
        place_at(child, span);
    }
}

std::size_t count_leaves(const Node& tree) {
    std::size_t leaves = tree.children.empty() ? 1 : 0;
    for (const Node& child : tree.children) {
        leaves += count_leaves(child);
    }
    return leaves;
}

}  // namespace dateline::parse
