// One article of a text download from Factiva.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dateline::source {

/// The accession number in a line `Document LBA0000020251016elag000xx`, with or without `AN` before
/// it, also `Dokument` and `Documento`; empty if `line` is none.
[[nodiscard]] std::string factiva_number(std::string_view line);

/// Whether `line` is `812 words`, also in French, German, Spanish, Italian, Portuguese or Dutch.
[[nodiscard]] bool is_word_count(std::string_view line);

/// Whether `line` begins with a field code of Factiva (`HD`, `BY`, `WC` …), followed by its end, a
/// tab or two blanks.
[[nodiscard]] bool begins_factiva_field(std::string_view line);

/// The article in `record`, the lines up to and with the one that holds its accession number.
/// std::nullopt for the summary of the search at the end of a download.
///
/// Two displays are read. With field codes: HD title, BY, PD and ET, SN source, SE section, LA, LP
/// and TD text, CO organisations, IN and NS topics, RE places, PE people, ART captions, AN id.
/// Without: headline lines, byline, words, date, time, source, codes, language, copyright, then the
/// text. What is neither is read as plain text.
///
/// Source: Factiva, "Search builder quick reference" (list of field codes), and downloads.
[[nodiscard]] std::optional<Article> parse_factiva_record(std::string_view record,
                                                          const time::DateReading& dates);

}  // namespace dateline::source
