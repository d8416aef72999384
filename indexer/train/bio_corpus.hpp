// Corpora with one token and its tag a line.
#pragma once

#include "indexer/train/labelled_text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::train {

/// The documents of a BIO file: lines of a token, a tab or space, and `O`, `B-TYPE` or `I-TYPE`
/// with PER, LOC, ORG or another type, which counts as O; blank lines end sentences, `-DOCSTART-`
/// begins a document. An `I-` without beginning begins a name (CoNLL-2003's rule). One to three
/// sentences make a paragraph.
///
/// @param name  of the file, for messages and for the documents' names
/// @throws Error (InputUnreadable) with the line of what is none of these.
[[nodiscard]] std::vector<LabelledText> read_bio(std::string_view name, std::string_view bytes);

}  // namespace dateline::train
