// "Did you mean": the known name that a misspelt one most likely stands for.
#pragma once

#include <span>
#include <string_view>

namespace dateline {

/// The one of `names` that `word` most likely means: the one with the fewest typing errors (a
/// letter left out, added, changed, or two neighbours swapped), if they are at most a third of its
/// letters, at least one; empty if there is none. Of equally near ones the first.
[[nodiscard]] std::string_view nearest_name(std::string_view word,
                                            std::span<const std::string_view> names);

}  // namespace dateline
