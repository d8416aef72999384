// Text downloads from Factiva: many articles a file.
#pragma once

#include "indexer/source/reader.hpp"

namespace dateline::source {

/// Reads the articles of a text download, with or without field codes, one in memory at a time:
/// each ends with the line of its accession number (see parse_factiva_record() for the fields and
/// read_line_records() for what is rejected and warned of).
[[nodiscard]] const Reader& factiva_reader();

}  // namespace dateline::source
