// A whole article for people to read.
#pragma once

#include "query/render/renderer.hpp"

namespace dateline::render {

/// Writes title, origin, names, and all paragraphs of `hit`'s article, wrapped to the width of
/// `style` and safe for a terminal.
///
/// @throws as Output::write().
void write_article_view(const search::Hit& hit, const Style& style, Output& out);

}  // namespace dateline::render
