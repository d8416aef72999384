// Pairs for people to read.
#pragma once

#include "query/search/answer.hpp"

#include <string>
#include <string_view>

namespace dateline::render {

/// `article`, `paragraph` or `sentence`.
[[nodiscard]] std::string_view level_name(search::PairLevel level);

/// `pairs` as a head line and one line for each pair: articles, lift, both names, and the clauses
/// that select it. Safe for a terminal.
[[nodiscard]] std::string pair_text(const search::PairResult& pairs);

}  // namespace dateline::render
