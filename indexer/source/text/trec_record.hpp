// One <DOC> record of the TREC and LDC news collections as an article.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"
#include "common/time/published.hpp"

#include <optional>
#include <string_view>

namespace dateline::source {

/// The article in `record`, valid UTF-8 from `<DOC` to before `</DOC>`; without locator and format.
///
/// The elements are those of the TIPSTER and TREC disks 1 to 5 (Associated Press, Wall Street
/// Journal, Financial Times, Los Angeles Times, FBIS, Federal Register, San Jose Mercury News,
/// Ziff-Davis), of AQUAINT, and of English Gigaword, whose DOC has `id` and `type`:
///
/// - id: DOCNO, else the attribute `id`, else DOCID;
/// - title: HEAD, HL, HEADLINE, TI, TITLE, DOCTITLE, else SLUG; further HEADs are headings of the
///   text; an HL's byline is the author's, and `FT  14 MAY 91 / ` before a headline is left out;
/// - text: LP, LEADPARA, ABSTRACT, TEXT, in their order; elements inside part paragraphs; GRAPHIC
///   and CAPTION are captions; where there is none, what stands outside of all these;
/// - published: DATE, DD, DATE1, DATE_TIME, DATETIME, PUBDATE as parse_trec_date() reads them, else
///   AP's FILEID, else the date in the DOCNO;
/// - BYLINE, AUTHOR; DATELINE; SO, PUB, SOURCE, JOURNAL, else what the letters of the DOCNO stand
///   for; SECTION, PAGE, CATEGORY; LANGUAGE; SUBJECT, DESCRIPT, IN, TP, NS, G, KEYWORD as topics;
///   CO as organisations, CN as places, PE as people.
///
/// Tags need not be closed: a field ends where the next one begins (warning `unclosed_tag`). Other
/// warnings: `bad_date`.
///
/// Source: the read-me files and DTDs of the TIPSTER disks; Graff and Cieri, English Gigaword
/// (LDC2003T05), read-me; the TREC-2002 description of AQUAINT (LDC2002T31).
[[nodiscard]] Article parse_trec_record(std::string_view record, const time::DateReading& dates);

/// Reads a date as the collections state it: `870324`, `19960801`, `03/24/87` (month first, as WSJ
/// has it), `910514`, `1998-06-01 00:01`, or one of time::find_written_date(). Years of two digits
/// are read by time::full_year().
[[nodiscard]] std::optional<time::Published> parse_trec_date(std::string_view text,
                                                             const time::DateReading& dates);

/// The date that a document's number holds: `AP880212-0001`, `LA010189-0001` (month first),
/// `NYT19980601.0001`, `APW_ENG_19980601.0001`; std::nullopt if it holds none.
[[nodiscard]] std::optional<time::Published> date_of_docno(std::string_view docno);

/// The newspaper or agency that the letters of a document's number stand for; empty if unknown.
[[nodiscard]] std::string_view source_of_docno(std::string_view docno) noexcept;

}  // namespace dateline::source
