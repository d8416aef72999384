// One <REUTERS> record of Reuters-21578 as an article. Format: README.txt of the collection,
// section VI.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"

#include <string_view>

namespace dateline::source {

/// The article in `record`, the bytes from `<REUTERS ` to before `</REUTERS>`; without locator and
/// format.
///
/// NEWID becomes the id; DATE published; TOPICS, PLACES and PEOPLE the lists of that name; ORGS
/// and, because an exchange is an organisation, EXCHANGES the organisations; TITLE, AUTHOR,
/// DATELINE and BODY what they say. COMPANIES is empty throughout the collection; should it be
/// filled, it is taken as organisations too. UNKNOWN and MKNOTE are notes that are no part of the
/// story. The source is `Reuters`.
///
/// Text of the TEXT element outside its parts is kept as paragraphs after the body; where there is
/// no TITLE (TYPE="UNPROC"), its first line is the title. What holds no letter or digit, such as
/// the row of asterisks of a BRIEF, is dropped, as is a last line `Reuter`
/// (`REUTERS`, `reuter...`), the sign-off.
///
/// Warnings: `bad_date`, `latin1_byte` (a byte that is no UTF-8, read as ISO-8859-1),
/// `duplicate_tag` (its text is added to the first's), `unclosed_tag` (it ends where the next
/// begins).
///
/// @param dates  its zone is that of the time, since the collection states none
[[nodiscard]] Article parse_reuters_record(std::string_view record, const time::DateReading& dates);

/// The names in an AUTHOR field: without `By`, the agency at the end, and parted at `and` and
/// commas.
[[nodiscard]] std::vector<std::string> parse_reuters_authors(std::string_view field);

/// A DATELINE field: place and date, and words of the story that stand behind them in some records.
struct ReutersDateline {
    Dateline dateline;
    std::string story;
};

/// Parts a DATELINE field such as `    SALVADOR, Feb 26 - `, `LONDON March 3 -`, `PARIS, March 16,
/// Reuter - ` or `HAMBURG, March 4 - Vereins- `. The date may also read `2 March`, or hold the
/// letter l or O for a digit, as some do; it is kept as printed. What has no date is all place.
[[nodiscard]] ReutersDateline parse_reuters_dateline(std::string_view field);

/// The paragraphs of a body: a blank line ends one, and a line with at least four blanks before it
/// begins one; other lines continue it.
[[nodiscard]] std::vector<std::string> reuters_paragraphs(std::string_view body);

}  // namespace dateline::source
