// The reader of web archives: the articles among the pages that a crawler kept.
#pragma once

#include "indexer/source/reader.hpp"

namespace dateline::source {

/// The format `warc`: WARC 0.17 to 1.1 (ISO 28500), and ARC.
///
/// Pages are records of type `response` (with their HTTP head) and `resource` (without) whose
/// content is HTML or XHTML: by its media type, or by its bytes where that says nothing. Other
/// records are counted by ArticleSink::skipped():
///
/// - `not_html`: pictures, scripts, feeds, DNS …
/// - `redirect` (HTTP status 3xx), `http_error` (any other but 200 and 203)
/// - `revisit`: the content did not change since an earlier visit
/// - `conversion`, `continuation`: another form, or a later part, of another record
///
/// Records about the crawl itself (`warcinfo`, `request`, `metadata`) are passed over.
///
/// WARC-Date is when the page was fetched (PageOrigin::fetched): it is never the date of
/// publication, but bounds it. Warnings: `wrong_length`, `incomplete`, `truncated_record` (the
/// crawler cut it: WARC-Truncated).
/// Rejects: those of WarcRecords, `bad_content` (a coding that cannot be undone), `bomb`, and those
/// of read_page().
[[nodiscard]] const Reader& warc_reader();

}  // namespace dateline::source
