// Timelines and compared queries as tables.
#pragma once

#include "query/render/renderer.hpp"

#include <string>
#include <vector>

namespace dateline::render {

/// The rows of the table, the header first.
///
/// With a timeline: `from`, `name`, with shares `archive`, then for each query `articles`, with
/// shares `share`, and `query`; from the second query on the names end in `_2`, `_3` and so on. The
/// last row, with the name `missing` and no query, counts what is in no bucket. Without a timeline:
/// `number`, `query` and `articles` of each query.
[[nodiscard]] std::vector<std::vector<std::string>> time_rows(const Report& report);

}  // namespace dateline::render
