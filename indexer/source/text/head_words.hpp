// The words of head lines: those beside dates, and how they are cut.
#pragma once

#include <string_view>
#include <vector>

namespace dateline::source {

/// What the words around a date say.
struct Residue {
    bool only_date_words = true;  ///< labels, weekdays, clocks, zones and the like
    bool published = false;       ///< a word such as `Published` is among them
    bool updated = false;         ///< a word such as `Updated` is among them
};

/// What the words of `text`, of which a date was taken, say.
[[nodiscard]] Residue residue_of(std::string_view text);

/// `text` without the words at its front that say what a date is: `Published on:`. Not its last
/// word, whatever it is.
[[nodiscard]] std::string_view without_label(std::string_view text);

/// Whether `word` is a weekday, in full or as English shortens it.
[[nodiscard]] bool is_weekday(std::string_view word);

/// The words of `text` between blanks.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

/// `word` without the marks around it.
[[nodiscard]] std::string_view bare_word(std::string_view word);

/// Whether `text` holds an ASCII digit.
[[nodiscard]] bool has_digit(std::string_view text);

/// Whether the first character of `word` is a capital.
[[nodiscard]] bool begins_upper(std::string_view word);

}  // namespace dateline::source
