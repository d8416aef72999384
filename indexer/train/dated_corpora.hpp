// Texts with marked dates, out of corpora of several forms.
#pragma once

#include "indexer/train/dated_text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::train {

/// An article of corpus/annotated: the text is the title, an empty line and the paragraphs, as
/// full_text() gives them.
///
/// @param text  bytes of NAME.txt
/// @param json  bytes of NAME.json
/// @throws Error (InputUnreadable) if the JSON cannot be read or a range does not hold its text.
[[nodiscard]] DatedText read_dated_article(std::string_view name,
                                           std::string_view text,
                                           std::string_view json);

/// An article of NewsReader MEANTIME (CAT XML). Only sentences up to the last one with any mark are
/// scored; the line with the date of creation is ignored.
[[nodiscard]] DatedText read_dated_meantime(std::string_view name, std::string_view xml);

/// A TimeML file: `<DCT>` and `<TEXT>` with `<TIMEX3>` in it.
[[nodiscard]] DatedText read_dated_timeml(std::string_view name, std::string_view xml);

/// Reads annotated articles (`*.json` beside `*.txt`), MEANTIME's articles (`*.xml`, of its folder
/// `intra-doc_annotation`) and TimeML (`*.tml`) from files, folders and archives, compressed or
/// not, in the order of their file names. Every other article of MEANTIME from the first on has
/// the set `train`, the others `test`.
///
/// @throws Error (InputUnreadable) if something cannot be read, or if there is nothing.
[[nodiscard]] std::vector<DatedText> read_dated_corpus(const std::string& path);

}  // namespace dateline::train
