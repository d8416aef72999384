// Look-up of single names in the gazetteer.
#pragma once

#include "common/gazetteer/gazetteer.hpp"

#include <string_view>

namespace dateline::analysis {

/// As Gazetteer::find(), with one tokenizer a thread.
[[nodiscard]] gazetteer::NameMatch find_name(const gazetteer::Gazetteer& gazetteer,
                                             std::string_view name);

}  // namespace dateline::analysis
