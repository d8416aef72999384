// Query trees and lists in words, for explanations.
#pragma once

#include "query/parse/tree.hpp"
#include "query/search/answer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::render {

/// `items` with `separator` between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& items,
                                 std::string_view separator = ", ");

/// The stable name of `kind`: `everything`, `word`, `phrase`, `id`, `days`, `numbers`, `and`, `or`,
/// `not`.
[[nodiscard]] std::string_view kind_name(parse::NodeKind kind) noexcept;

/// What a leaf asks for, without its field: `trump*`, `="Müller"`, `@donald-trump`,
/// `2025-10-01..2025-11-01 (end exclusive)`, `300..`; empty for inner nodes.
[[nodiscard]] std::string value_words(const parse::Node& node);

/// `tree` with one node a line, children indented by two blanks; each line is closed by a line
/// feed and is safe for a terminal.
[[nodiscard]] std::string tree_words(const parse::Node& tree);

/// `score` with three decimals and a point, whatever the locale.
[[nodiscard]] std::string score_text(double score);

/// `new` or `updated`.
[[nodiscard]] std::string_view change_name(search::HitChange change) noexcept;

}  // namespace dateline::render
