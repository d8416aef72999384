// Spellings of one name that come from other alphabets or from writing without diacritics.
#pragma once

#include <string>
#include <string_view>

namespace dateline::names {

/// Shortest key by which names are taken for spellings of one name: shorter ones meet by chance
/// (Li, Lee).
inline constexpr std::size_t kLeastSpellingBytes = 5;

/// A key that is equal for usual spellings of one name: Zelensky, Zelenskyy and Zelenskiy; Sisi and
/// Sissi; Mueller and Muller; Yanukovich and Yanukovych; Romanoff and Romanov. Different names may
/// have one key too, so it counts only together with other evidence, such as the given name.
///
/// @param folded  a word as text::fold() gives it; other scripts than Latin come back as they are
[[nodiscard]] std::string spelling_key(std::string_view folded);

/// Whether two words with these keys are spellings of one name.
[[nodiscard]] bool is_same_spelling(std::string_view left_key, std::string_view right_key) noexcept;

}  // namespace dateline::names
