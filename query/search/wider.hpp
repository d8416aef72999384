// What a clause that finds nothing may be asked as instead.
#pragma once

#include "query/parse/tree.hpp"

#include <string>
#include <vector>

namespace dateline::search {

/// A clause that asks for less.
struct WiderClause {
    parse::Node clause;
    std::string reason;  ///< `the words of "a b" anywhere`
};

/// Clauses that every article of `clause` matches, the closest first: a phrase as words near each
/// other and then anywhere, words of a part as words of the text, an exact form as any, proximity
/// as a wider one. Empty where there is none.
[[nodiscard]] std::vector<WiderClause> wider_clauses(const parse::Node& clause);

}  // namespace dateline::search
