// What the parser must know about the canonical form.
#pragma once

#include "query/parse/tree.hpp"

namespace dateline::parse {

/// Whether the Word `word`, written without quotes, is read as the same word.
[[nodiscard]] bool can_stand_bare(const Node& word);

/// How deep the parentheses, NOTs and parts such as `said:` of the canonical form of `node` nest.
[[nodiscard]] std::size_t printed_depth(const Node& node);

}  // namespace dateline::parse
