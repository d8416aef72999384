// Numbers behind values: `^2`, `~2`, and those of `atleast3:` and `NEAR/5`.
#pragma once

#include "query/parse/problem_list.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace dateline::parse {

/// Whether `text` is one digit or more and nothing else.
[[nodiscard]] bool is_digits(std::string_view text) noexcept;

/// `digits` as a number from 1 to `most`; std::nullopt if it is another one.
[[nodiscard]] std::optional<std::uint32_t> read_count(std::string_view digits, std::uint32_t most);

/// The digits of `text` if it is `name` in any case and digits behind it, as `atleast3`.
[[nodiscard]] std::optional<std::string_view> numbered_name(std::string_view text,
                                                            std::string_view name);

/// Where in `word` a mark for edits begins: 4 of `word~2`. 0 if there is none, or nothing stands
/// before it.
[[nodiscard]] std::size_t fuzzy_mark(std::string_view word) noexcept;

/// Bytes of `text` that are a boost at its end, closing punctuation included: 5 of `oil^1.5`. 0 if
/// there is none, or nothing stands before it.
[[nodiscard]] std::size_t boost_size(std::string_view text) noexcept;

/// The number of a boost such as `^1.5`, closing punctuation allowed.
[[nodiscard]] std::variant<double, BadValue> read_boost(std::string_view text);

/// Most edits of `word~` without a number: one in up to five letters, two in more (as the AUTO of
/// Elasticsearch).
[[nodiscard]] std::uint32_t default_edits(std::string_view word) noexcept;

/// Edits asked for by `mark`: `~`, `~1` or `~2` behind `word`.
///
/// @return BadValue for more edits, parts of one (`~0.8`), and words of too few letters or with
///         other characters than letters and digits.
[[nodiscard]] std::variant<std::uint32_t, BadValue> read_edits(std::string_view word,
                                                               std::string_view mark);

/// The number of `~N` behind a phrase, 0 allowed.
[[nodiscard]] std::variant<std::uint32_t, BadValue> read_slop(std::string_view mark);

/// Fewest letters and digits of a word with one edit, and with two.
inline constexpr std::size_t kMinFuzzyCharacters = 3;
inline constexpr std::size_t kMinTwiceFuzzyCharacters = 5;

}  // namespace dateline::parse
