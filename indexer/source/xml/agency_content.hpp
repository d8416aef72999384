// The story in an element that carries one, in whichever mark-up the agency chose.
#pragma once

#include "common/time/date_reading.hpp"
#include "indexer/source/xml/agency_item.hpp"

namespace dateline::source {

/// A story, and how good its form is.
struct AgencyContent {
    Article article;  ///< only what the content states itself: always its text, of NITF also all
                      ///< else, of a page its title
    int rank = 0;     ///< 2 if it is marked up, 1 for plain text, 0 for no text
};

/// The story in `node`: a NITF document, elements of XHTML, or characters that may be mark-up
/// themselves (in CDATA or with entities).
[[nodiscard]] AgencyContent content_in(const xmlNode& node, const time::DateReading& dates);

/// Of two forms of the same story the one with more mark-up, then with more text, then the first.
[[nodiscard]] AgencyContent better_of(AgencyContent first, AgencyContent second);

/// Gives `article` the text of `content`, and each field that only the content states.
void take_content(Article& article, AgencyContent content);

}  // namespace dateline::source
