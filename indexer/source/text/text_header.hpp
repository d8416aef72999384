// Metadata at the head of a text file: front matter, header lines, or a URL and a date.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace dateline::source {

/// Takes the metadata with which `lines` begin and writes it into `article`:
///
/// - front matter between two lines `---`: the subset of YAML 1.2 that publishing tools write, one
/// key a
///   line with a scalar, quoted scalar, `[a, b]`, or an indented list of `- item` lines as its
///   value;
/// - or a block of `Name: value` lines (RFC 5322, section 2.2, with folded lines) that ends with an
///   empty line or with `Text:`, if at least one name is known, or with any other line, if it has
///   two lines or more and all names are known. A date of three words or more that cannot be read
///   is no header line, but a headline (`Updated: Police arrest three men`), and neither is a
///   sentence before the text (`Source: said the minister`);
/// - or a line that is a URL, then a line with an ISO date, then the title (livedoor news corpus).
///
/// Known names, in any case: title, headline; date, published, posted, publication date; updated,
/// modified, which date the article if nothing else does; author, authors, by, byline; source;
/// section, category; lang, language; url, link; id; collection; dateline; tags, topics, keywords;
/// people, persons; places, locations; orgs, organisations, organizations. Others are left out.
/// Values of list fields are parted at commas and semicolons. A date that cannot be read counts as
/// a warning `bad_date` or `ambiguous_date`.
///
/// @param dates  where a date leaves something out
/// @return how many lines were taken; 0 if the text has no such head.
std::size_t take_header(std::span<const std::string_view> lines,
                        const time::DateReading& dates,
                        Article& article);

}  // namespace dateline::source
