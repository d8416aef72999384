// Shows where in a query a problem lies.
#pragma once

#include "query/parse/tree.hpp"

#include <string>
#include <string_view>

namespace dateline::parse {

/// Two lines, each closed by a line feed: `text` made safe for a terminal on one line, and below it
/// a caret and tildes under the span of `problem`. `text` may be any bytes. Columns are counted by
/// code points: East Asian wide characters and emoji take two, combining marks none. A span behind
/// the text gets a caret behind it.
[[nodiscard]] std::string caret_line(std::string_view text, const Problem& problem);

}  // namespace dateline::parse
