// The entities that names in a query stand for, with their articles.
#pragma once

#include "common/storage/index_reader.hpp"
#include "query/compile/compiler.hpp"
#include "query/search/answer.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace dateline::search {

/// The number of articles with any of some terms, each counted once.
using CountTerms = std::function<std::uint64_t(const std::vector<std::string>& terms)>;

/// What each clause with a name in `tree` stands for: the entities with articles, most first; with
/// `all` every one of them and its spellings, else at most kMaxResolved.
[[nodiscard]] std::vector<ResolvedName> resolve_names(const storage::IndexReader& reader,
                                                      compile::Compiler& compiler,
                                                      const parse::Node& tree,
                                                      const CountTerms& count,
                                                      bool all);

}  // namespace dateline::search
