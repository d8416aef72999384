// Taking clauses out of the top of a tree.
#include "query/search/own_clauses.hpp"

#include <algorithm>
#include <utility>

namespace dateline::search {
namespace {

using parse::Node;
using parse::NodeKind;

/// Whether `node` is wanted and says nothing about anything but `field`.
bool is_own(const Node& node, const schema::Field& field) {
    if (node.kind == NodeKind::Not) {
        return false;
    }
    return node.children.empty()
               ? node.field == &field
               : std::all_of(node.children.begin(), node.children.end(), [&](const Node& child) {
                     return is_own(child, field);
                 });
}

}  // namespace

std::optional<Node> without_own_clauses(const Node& tree, const schema::Field& field) {
    if (is_own(tree, field)) {
        return Node{};
    }
    if (tree.kind != NodeKind::And) {
        return std::nullopt;
    }
    Node rest = tree;
    std::erase_if(rest.children, [&](const Node& child) { return is_own(child, field); });
    if (rest.children.size() == tree.children.size()) {
        return std::nullopt;
    }
    if (rest.children.size() != 1) {
        return rest.children.empty() ? Node{} : rest;
    }
    Node only = std::move(rest.children.front());
    return only;
}

}  // namespace dateline::search
