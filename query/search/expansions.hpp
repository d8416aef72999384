// The words that clauses with `*` and `~` stand for, as they are shown.
#pragma once

#include "query/compile/compiler.hpp"
#include "query/search/answer.hpp"
#include "query/search/resolved_names.hpp"

#include <vector>

namespace dateline::search {

/// What each clause on the text with `*` or `~` in `tree` stands for: the most frequent words
/// first, of equals those with fewer edits; at most kMaxListedWords of them unless `all`. `count`
/// counts the articles of those that are listed, which are chosen by the counts of the vocabulary;
/// nullptr where these are right, as in one index.
///
/// @throws Error (QuerySyntax) as Compiler::compile() does.
[[nodiscard]] std::vector<Expansion> expansions_of(compile::Compiler& compiler,
                                                   const parse::Node& tree,
                                                   const CountTerms& count,
                                                   bool all);

}  // namespace dateline::search
