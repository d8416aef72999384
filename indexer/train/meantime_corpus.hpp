// Articles of NewsReader MEANTIME (CAT XML): names in our sense out of its broader mentions.
#pragma once

#include "indexer/train/labelled_text.hpp"

#include <string>
#include <string_view>

namespace dateline::train {

/// The annotated sentences (the first six or so) of the article `xml`, and its names. MEANTIME
/// marks whole phrases (`the US manufacturer Boeing`), adjectives and pronouns; a name is the
/// capitalised words of such a phrase that the entity's own name holds too (NWR-2014-2-2, section
/// 3). Places also without that; adjectives (`Canadian`) are none.
///
/// @param name  of the file, for messages
/// @throws Error (InputUnreadable) if a mention refers to a token that is not there.
[[nodiscard]] LabelledText read_meantime(std::string_view name, std::string_view xml);

}  // namespace dateline::train
