// "Did you mean": the field name, or the value, nearest to a misspelt one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace dateline::parse {

/// The least number of insertions, deletions, substitutions and swaps of neighbours (no part
/// edited twice) that turns `a` into `b`, counted in bytes; `limit` + 1 if it is more than `limit`.
/// Time is the product of the sizes; sizes differing by more than `limit` take no time.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The one of `candidates` nearest to `word` in any case: the first of those with the fewest edits,
/// if these are at most one for up to four bytes of `word`, and two for more.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word,
                                                      std::span<const std::string_view> candidates);

/// What other search engines call a field.
struct OtherName {
    std::string_view theirs;
    std::string_view ours;  ///< a field, `after` or `before`
};

/// Field names of Google, Lexis, Factiva, ProQuest, Lucene, GDELT, Media Cloud, mu and Omega,
/// sorted by `theirs`.
[[nodiscard]] std::span<const OtherName> names_of_other_engines() noexcept;

/// The field that another search engine's `name` means here (`intitle` is `title`, `inurl` is
/// `url`), in any case.
[[nodiscard]] std::optional<std::string_view> field_of_other_engines(std::string_view name);

/// The field name to suggest for the unknown `name`: that of another engine, or the nearest of
/// all names, aliases, `after` and `before`. A near alias gives the field's own name.
[[nodiscard]] std::optional<std::string_view> suggest_field(std::string_view name);

}  // namespace dateline::parse
