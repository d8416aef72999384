// Places that the words around them show to be none, and the other way round.
#pragma once

#include "indexer/analysis/name_text.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// `mentions` of English `text`, in order and without overlaps, with places that are none set
/// right:
///
///  - letters in brackets behind the words that they stand for, or behind an organisation, are no
///    place, here and in the rest of the text: `offshore banking units (OBU)`, `Malaysian Airline
///    System (MAS)`; behind a place they are: `Papua New Guinea (PNG)`;
///  - a place that is the end of a known organisation is part of it: `-Air China`;
///  - a storm is neither a person nor a place: `Hurricane Melissa`, then `Melissa`;
///  - `Atlanta and St. Louis` are two places if the first is one and the lists know no other
///    meaning of the second.
[[nodiscard]] std::vector<NameMention> settle_places(std::string_view text,
                                                     std::vector<NameMention> mentions,
                                                     const ClassesOf& classes_of);

}  // namespace dateline::analysis
