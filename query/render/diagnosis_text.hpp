// Why a query found nothing, or may be misspelt, in words.
#pragma once

#include "query/render/renderer.hpp"

#include <string>
#include <string_view>

namespace dateline::render {

/// What `report.diagnosis` says, for standard error: that nothing matches, what each clause finds
/// and which together find nothing, and a hint for each query to try. Every line is closed by a
/// line feed and is safe for a terminal. Empty without a diagnosis. `relax` is what runs the first
/// of them.
[[nodiscard]] std::string diagnosis_text(const Report& report, std::string_view relax = "--relax");

/// The hint of `report.spelling`; empty without one.
[[nodiscard]] std::string spelling_text(const Report& report);

}  // namespace dateline::render
