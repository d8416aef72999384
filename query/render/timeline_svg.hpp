// Timelines as drawings: SVG 1.1 (W3C Recommendation, 2011), without scripts and without fonts or
// pictures from elsewhere.
#pragma once

#include "query/render/renderer.hpp"

#include <string>

namespace dateline::render {

/// Draws the timeline of `report`, which has one: bars for one query, lines for several, with a
/// legend. The title is the query; below it stand the number of articles, what is drawn, the zone,
/// and how many articles are in no bucket. The same report gives the same bytes.
[[nodiscard]] std::string timeline_svg(const Report& report);

/// `text` for an element or attribute of XML 1.0, on one line, without characters that XML forbids.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace dateline::render
