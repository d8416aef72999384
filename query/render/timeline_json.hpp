// Timelines and compared queries in `dateline.result/1`, each as JSON text on one line.
#pragma once

#include "query/render/renderer.hpp"

#include <string>

namespace dateline::render {

/// The members `timeline` and `compare` of a result, each with a comma before it; empty if neither
/// was asked for. Shares have six decimals and are null where the archive has no article.
[[nodiscard]] std::string timeline_members(const Report& report);

}  // namespace dateline::render
