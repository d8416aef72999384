// What of the query language cannot be searched for yet.
#pragma once

#include "query/parse/tree.hpp"

namespace dateline::compile {

/// Throws if any node of `tree` cannot be compiled yet. Who implements a kind, or a member of
/// leaves, takes it out here.
///
/// @throws Error (QuerySyntax) that names the part in its canonical form.
void refuse_unsupported(const parse::Node& tree);

}  // namespace dateline::compile
