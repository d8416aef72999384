// The authors that feeds and their items state.
#pragma once

#include "indexer/source/xml/xml_dom.hpp"

#include <string>
#include <vector>

namespace dateline::source {

/// The authors that `node`, an item, a feed or the source of an item, states in the first of the
/// places for them: author, dc:creator, itunes:author. Addresses of mail are left out, as in
/// `mail@example.com (Name)` of RSS 2.0; names as journals cite them (`Kaur, M., Shukla, A.`) are
/// turned round.
[[nodiscard]] std::vector<std::string> authors_in(const xmlNode& node);

}  // namespace dateline::source
