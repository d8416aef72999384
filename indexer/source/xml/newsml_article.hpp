// Articles in news items of NewsML 1 (IPTC NewsML 1.0 to 1.2) and of Reuters Corpus Volume 1.
#pragma once

#include "common/time/date_reading.hpp"
#include "indexer/source/xml/agency_item.hpp"

#include <vector>

namespace dateline::source {

/// The articles in `item`, an element `NewsItem`: one for each NewsComponent that holds a text of
/// its own, in order; never empty.
///
/// - A component inherits news lines and metadata from those around it.
/// - A component's role says what it adds to the story beside it: `HeadLine` its title,
///   `SubHeadLine` a heading, `Caption`, `Photo` and other media a caption; style sheets and
///   contacts of press offices are left out. All other roles are stories.
/// - Of several ContentItems with text in one component, which are forms of the same, the best
///   marked up and longest is taken; of components that their parent declares equivalent
///   (`EquivalentsList="yes"`), the longest in each language.
/// - Id is the PublicIdentifier; the second story of an item has `#2` after it, and so on.
/// - Published is FirstCreated, modified ThisRevisionCreated if it differs.
///
/// A canceled item is `canceled`; an embargoed or withheld one has a warning of that name. An item
/// without any text is `no_text`, and the reason names the media it has.
[[nodiscard]] std::vector<AgencyItem> articles_of_newsml(const xmlNode& item,
                                                         const time::DateReading& dates);

/// The article in `item`, an element `newsitem` of Reuters Corpus Volume 1 (Lewis, Yang, Rose and
/// Li, "RCV1: A New Benchmark Collection", JMLR 5, 2004, section 2).
///
/// The date is a day; the headline goes before the title, which begins with a country. Codes of
/// countries are places, all others topics: the corpus gives names in tables of their own, so that
/// codes stay as they are unless an element states a name.
[[nodiscard]] AgencyItem article_of_reuters_corpus(const xmlNode& item,
                                                   const time::DateReading& dates);

}  // namespace dateline::source
