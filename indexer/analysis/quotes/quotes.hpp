// Who is quoted, and where.
#pragma once

#include "common/article/article.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// Part of EntityFinder::version(): raised whenever find_quotes() gives something else.
inline constexpr std::uint32_t kQuotesVersion = 2;

/// Finds quoted speech in `text`, as full_text() gives it, and the people who say it: by rules,
/// which are often right and never sure. Indirect speech without quotation marks is left out.
///
/// What stands between quotation marks (find_quoted_ranges()) is speech if
///  - a word of speech stands beside it, in the same sentence; or
///  - it has three words or more and is no title: it has a comma, or more than half of the words
///    behind the first begin with a small letter.
///
/// Its speaker is the subject of the word of speech that stands nearest: in the sentence behind the
/// quote (`," said Smith`, `," he told reporters`), or before it in its sentence (`Smith said: "`).
/// A name behind a preposition or with a possessive is no subject, nor is one that is told
/// something. A pronoun stands for the last subject before it of fitting gender. A quote without
/// such a word, and with nothing before it in its sentence, belongs to who was quoted before it in
/// the paragraph; one that is a whole paragraph, to who was quoted last in the paragraph before.
/// English, German, French, Spanish and Russian have words of speech; in other languages quotes
/// have no speaker.
///
/// @param mentions  of the article; those in the text by ascending start
/// @param language  BCP 47 code
/// @return by ascending start, not overlapping; each with the method `rules`
[[nodiscard]] std::vector<Quote> find_quotes(std::string_view text,
                                             std::span<const Mention> mentions,
                                             std::string_view language);

}  // namespace dateline::analysis
