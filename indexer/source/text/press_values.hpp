// Bylines, languages and lists of names as newspapers and their archives print them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// Whether a word of `name` is one that stands in the names of offices and papers, not of people:
/// `Staff Writer`, `Associated Press`, `Reuters`.
[[nodiscard]] bool names_office(std::string_view name);

/// Appends the people in `byline` that `authors` does not hold yet: as add_authors(), but without
/// what papers print beside the name, `Times Staff Writer`, `Associated Press`, `in Budapest`,
/// `(Reuters)`. A byline that names an office only is kept where there is no author yet.
void add_press_byline(std::vector<std::string>& authors, std::string_view byline);

/// The language that `name` is the name of, in English, French, German or Spanish, as BCP 47:
/// `ENGLISH`, `Anglais`, `FRENCH; FRANÇAIS`; a language tag as normalise_lang() reads it; else
/// empty.
[[nodiscard]] std::string lang_called(std::string_view name);

/// Appends the names in a list such as `ELECTIONS (90%); HEADS OF STATE (78%)` or
/// `exmpl : Example Inc. | smpl : Sample AG`: without codes and percentages.
void add_press_names(std::vector<std::string>& names, std::string_view list);

/// Whether `line` states a copyright: `Copyright 2025 …`, `(c) 2025 …`, `All Rights Reserved`.
[[nodiscard]] bool is_copyright_line(std::string_view line);

}  // namespace dateline::source
