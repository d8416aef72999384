// The names in a byline, without the words, roles, dates and addresses around them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// The authors that `byline` names, in its order, each once; at most 20.
///
/// Taken away are words that lead to a name in some thirty languages (`By`, `Por`, `Von`, `Text:`,
/// `記者`, `Текст:` …), `기자` and `記者` behind it, e-mail addresses, `@names`, what stands in
/// brackets, dates, roles
/// (`Staff writer`, `for CNN`), web addresses, and words that programs leave there (`admin`,
/// `null`). Names are parted at `,`, `;`, `|`, `/`, `&`, `·`, `、`, line breaks, and at "and" in
/// some fifteen languages where names of two words or more stand on both sides.
[[nodiscard]] std::vector<std::string> names_in_byline(std::string_view byline);

/// `authors` without those that are the site's name, if others are left.
///
/// @param sites  names of the site; compared without regard to case and blanks
[[nodiscard]] std::vector<std::string> without_sites(std::vector<std::string> authors,
                                                     const std::vector<std::string>& sites);

/// Whether `text` begins with a word that leads to a name, such as "By".
[[nodiscard]] bool begins_like_byline(std::string_view text);

}  // namespace dateline::source
