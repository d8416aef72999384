// One article of a text download from LexisNexis or Nexis Uni.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"

#include <optional>
#include <string_view>

namespace dateline::source {

/// Whether `line` is `12 of 250 DOCUMENTS`, also `Document 12 de 250`, `Dokument 12 von 250`: the
/// first line of an article of the old form.
[[nodiscard]] bool is_lexis_counter(std::string_view line);

/// Whether `line` is `End of Document`, also in French, German, Spanish or Portuguese: the last
/// line of an article of the new form.
[[nodiscard]] bool is_lexis_end(std::string_view line);

/// Whether `line` begins with a label of Lexis in capitals, such as `BYLINE:` or `LOAD-DATE:`.
[[nodiscard]] bool begins_lexis_label(std::string_view line);

/// The article in `record`, the lines of one document. std::nullopt for the pages before the first
/// one that say what was asked for.
///
/// Old form: source, date and edition in the middle of their lines, the headline, labelled fields
/// (BYLINE, SECTION, LENGTH, DATELINE, HIGHLIGHT, HEADLINE, BODY), the text, more fields
/// (LOAD-DATE, LANGUAGE, SUBJECT, ORGANIZATION, PERSON, GEOGRAPHIC, URL, GRAPHIC), a copyright.
/// New form: headline, source, date, copyright, `Section:` and the like, a line `Body`, the text,
/// `Classification`, `Load-Date:`. Labels are known in English, French, German and Spanish.
///
/// HIGHLIGHT is the first paragraph, GRAPHIC a caption; the date of loading is not the date of
/// publication and is left out.
[[nodiscard]] std::optional<Article> parse_lexis_record(std::string_view record,
                                                        const time::DateReading& dates);

}  // namespace dateline::source
