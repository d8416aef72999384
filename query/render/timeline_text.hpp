// Timelines for people to read.
#pragma once

#include "query/render/renderer.hpp"

#include <string>

namespace dateline::render {

/// The totals of a query and of those it is compared with, one a line, numbered from 1: what the
/// columns of their timeline are called. Safe for a terminal.
[[nodiscard]] std::string comparison_text(const Report& report);

/// The timeline of `report`, which has one, as a head line, one line for each bucket (name, then
/// for each query the articles, their share if it was asked for, and a bar), and one for the
/// articles in no bucket. Bars of all queries are to one scale and fill the width of the terminal;
/// they are of block elements in eighths of a column, or of `#` where `style` has no UTF-8, and are
/// left out if there is no room. Five and more buckets in a row without articles are one line.
[[nodiscard]] std::string timeline_text(const Report& report, const Style& style);

}  // namespace dateline::render
