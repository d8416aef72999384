// What a text says about whether a name is a woman's or a man's.
#pragma once

#include "common/names/given_names.hpp"

#include <cstddef>
#include <string_view>

namespace dateline::analysis {

/// By the title before a name: Mrs, Queen, Congresswoman; Mr, Lord, Archbishop. Unknown for titles
/// that both have, and for none.
[[nodiscard]] names::Gender gender_of_title(std::string_view honorific);

/// By the word directly before a name with its title, from byte `front` to `end` of `text`: `his
/// wife Michelle`, `his wife, Leah, said`.
[[nodiscard]] names::Gender gender_beside(std::string_view text,
                                          std::size_t front,
                                          std::size_t end);

/// By the first he, him, his, she, her … between two bytes of `text`.
[[nodiscard]] names::Gender gender_of_pronoun(std::string_view text,
                                              std::size_t from,
                                              std::size_t to);

}  // namespace dateline::analysis
