// Putting nodes together.
#pragma once

#include "query/parse/tree.hpp"

#include <vector>

namespace dateline::parse {

/// Where `node` ends in the query.
[[nodiscard]] std::size_t end_of(const Node& node);

/// `nodes`, at least one, joined by `kind`, And or Or; a child of the same kind without a boost
/// gives its own children instead.
[[nodiscard]] Node join(NodeKind kind, std::vector<Node> nodes);

/// Not `child`, from the offset `begin_bytes` of the query.
[[nodiscard]] Node negated(Node child, std::size_t begin_bytes);

/// Gives `tree` and all below it the span `span`.
void place_at(Node& tree, Span span);

/// The leaves of `tree`.
[[nodiscard]] std::size_t count_leaves(const Node& tree);

}  // namespace dateline::parse
