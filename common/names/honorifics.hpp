// Titles, offices and honorifics before the names of people.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace dateline::names {

/// Whether `word`, as written in running text, is a title or a word of one: `Mr`, `President`,
/// `Archbishop`, `Gen.`. Only with its capital (`Judge`, not `judge`).
[[nodiscard]] bool is_title_word(std::string_view word) noexcept;

/// How many of `words`, from the first, are a title before a name: `Prime Minister`,
/// `Vice President`, `former President`, `Sheikh`. At least one word is left over for the name; 0
/// if there is no title.
[[nodiscard]] std::size_t title_length(std::span<const std::string_view> words) noexcept;

}  // namespace dateline::names
