// Articles in news items of NewsML-G2 (IPTC NAR 2.x, namespace
// http://iptc.org/std/nar/2006-10-01/).
#pragma once

#include "common/time/date_reading.hpp"
#include "indexer/source/xml/agency_item.hpp"

namespace dateline::source {

/// The article in `item`, an element `newsItem`, or why another kind of item has none.
///
/// - Id is the `guid`, a colon and the `version`, since each version is a text of its own.
/// - Published is `firstCreated`, else `versionCreated`, else `contentCreated`; modified is
///   `versionCreated` if it differs.
/// - Source is the provider (its name, literal or the code in its qcode), else the holder of the
///   copyright, the information source, the credit line, or the host of the provider's uri.
/// - Authors are `by`, else creators that are no organisation, else the byline of the content.
/// - Subjects of type person, organisation and geoArea are people, orgs and places, all others
///   topics. A name in the item's language goes before English and any other; a subject without
///   one takes the name of the `assert` with its code, or is left out.
/// - Text is that of `inlineXML` (XHTML, NITF or any that holds paragraphs) or `inlineData`, the
///   better marked up and longer one of several. What it states itself fills what the item leaves
///   out.
///
/// A `stat:canceled` item is rejected as `canceled`; embargoed and withheld ones have a warning of
/// that name, since an archive is read after the embargo, as a rule. A picture or other medium
/// without text, and a text in another file (`remoteContent`), are `no_text`. Packages, which only
/// refer to items, and concepts, events and plans are `no_article`.
[[nodiscard]] AgencyItem article_of_newsml_g2(const xmlNode& item, const time::DateReading& dates);

/// Whether `name` is that of an item of NewsML-G2.
[[nodiscard]] bool is_newsml_g2_item(std::string_view name) noexcept;

}  // namespace dateline::source
