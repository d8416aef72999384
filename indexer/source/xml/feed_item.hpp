// Items of RSS and entries of Atom as articles.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"
#include "indexer/source/html/html_dom.hpp"

namespace dateline::source {

/// The article in `item`, an `item` of RSS 0.9x, 1.0 or 2.0 or an `entry` of Atom 0.3 or 1.0 that
/// stands in its feed: what it leaves out (source, language, authors) is taken from there.
///
/// Sources: RSS 2.0 (RSS Advisory Board), RSS 1.0 (purl.org/rss/1.0) with its modules content and
/// Dublin Core, Atom (RFC 4287), and the vocabularies Media RSS and iTunes. Elements are told apart
/// by namespace, or by the usual prefix where it is not declared.
///
/// The text is the first that is not empty of: `content:encoded`, the content of Atom, a body of
/// XHTML, the description of RSS, the summary of Atom, of iTunes, of Media RSS. The id is that of
/// the feed unless it is the article's address, so that a page and its feed item have the same key.
///
/// Warnings: `summary_only` if the feed holds just a summary, or a description of RSS of under 80
/// words; `double_escaped` if mark-up was escaped twice; `bad_date` as set_published().
[[nodiscard]] Article article_of_feed_item(const xmlNode& item, const time::DateReading& dates);

}  // namespace dateline::source
