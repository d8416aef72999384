// TREC and LDC collections of news: many <DOC> records a file.
#pragma once

#include "indexer/source/reader.hpp"

namespace dateline::source {

/// Reads the records <DOC> … </DOC> of a stream, one in memory at a time (see parse_trec_record()
/// for the fields, read_sgml_records() for what is rejected). A record that is not closed ends
/// where the next begins (warning `unclosed_tag`). What is not UTF-8 is read as options.charset
/// says, else as windows-1252, since the collections are in ISO-8859-1; what has no meaning in it
/// counts as `repaired_utf8`.
[[nodiscard]] const Reader& trec_reader();

}  // namespace dateline::source
