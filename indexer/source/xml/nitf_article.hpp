// Articles in the News Industry Text Format, as IPTC's nitf-3-6.xsd and the DTDs before it define
// it.
#pragma once

#include "common/time/date_reading.hpp"
#include "indexer/source/xml/agency_item.hpp"

namespace dateline::source {

/// The article in the element `nitf`.
///
/// Title is `hl1`; an `hl2` below it becomes the first paragraph, a heading, and so does the
/// abstract unless the text repeats it. Published is `date.issue`, else `pubdata`, `date.release`,
/// or `story.date`; modified is the last `revision-history`. Byline without titles (`byttl`) and
/// places. Source is the publication, else the distributor, the holder of the copyright, or
/// `regsrc`. Notes to editors and the tagline at the end are left out.
///
/// Of a body.content with a block of class `full_text`, as in The New York Times' annotated corpus,
/// only that block is read, since the others repeat it. A document with `management-status`
/// canceled is rejected as `canceled`; one that is embargoed or withheld has a warning of that
/// name.
[[nodiscard]] AgencyItem article_of_nitf(const xmlNode& nitf, const time::DateReading& dates);

}  // namespace dateline::source
