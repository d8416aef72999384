// Names in capitals, as headlines and wire services write them, in the case of running text.
#pragma once

#include <string>
#include <string_view>

namespace dateline::names {

/// Whether `name` has a word of at least two letters and no small letter: `VLADIMIR PUTIN`. Small
/// letters of Latin, Greek and Cyrillic count.
[[nodiscard]] bool is_in_capitals(std::string_view name);

/// A person's name in capitals with small letters behind the first of each word: `VLADIMIR PUTIN`
/// gives `Vladimir Putin`, `MCDONALD` gives `McDonald`, `O'BRIEN` gives `O'Brien`, `LOUIS VAN GAAL`
/// gives `Louis van Gaal`. Initials and generations (`J.F.`, `III`) stay. A name that is not in
/// capitals comes back as it is; white space of any length becomes one blank in every case.
[[nodiscard]] std::string name_case(std::string_view name);

/// As name_case(), for names of organisations: words of up to three letters stay, which may be
/// acronyms, but for `of`, `and` and the like: `BBC WORLD SERVICE` gives `BBC World Service`.
[[nodiscard]] std::string long_word_case(std::string_view name);

}  // namespace dateline::names
