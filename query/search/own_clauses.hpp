// What a query says about a field itself, for facets from which several values can be chosen.
#pragma once

#include "query/parse/tree.hpp"

#include <optional>

namespace dateline::search {

/// `tree` without its own clauses on `field`: those that every match must fulfil (the whole query,
/// or an operand of AND at its top) and that are about nothing but `field`: `source:a`,
/// `source:a|b`, `source:(a b)`. What is excluded (`-source:a`) stays, and so do alternatives to
/// other fields (`source:a OR oil`) and `about:`.
///
/// @return std::nullopt if there is no such clause; Everything if there is nothing else.
[[nodiscard]] std::optional<parse::Node> without_own_clauses(const parse::Node& tree,
                                                             const schema::Field& field);

}  // namespace dateline::search
