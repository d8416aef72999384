// Text downloads from LexisNexis and Nexis Uni: many articles a file.
#pragma once

#include "indexer/source/reader.hpp"

namespace dateline::source {

/// Reads the articles of a text download, one in memory at a time: each begins with a line `1 of
/// 250 DOCUMENTS`, or ends with `End of Document` (see parse_lexis_record() for the fields and
/// read_line_records() for what is rejected and warned of).
[[nodiscard]] const Reader& lexis_reader();

}  // namespace dateline::source
