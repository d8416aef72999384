// Saved queries as a list.
#pragma once

#include "query/render/output.hpp"

#include <map>
#include <string>

namespace dateline::render {

/// Writes names and texts of saved queries: a line each with a tab between, or one object
/// `dateline.saved/1`.
void write_saved(const std::map<std::string, std::string, std::less<>>& queries,
                 bool as_json,
                 Output& out);

}  // namespace dateline::render
