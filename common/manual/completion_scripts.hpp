// One function a shell, and what they share.
#pragma once

#include "common/manual/program.hpp"

#include <string>
#include <string_view>

namespace dateline::manual {

/// What `option` does in a few words: its help up to the first semicolon, colon or bracket.
[[nodiscard]] std::string short_help(const Option& option);

/// The values to offer, with blanks between.
[[nodiscard]] std::string offered_values(const Option& option);

/// `name` as the name of a function: `dateline_query`.
[[nodiscard]] std::string function_name(std::string_view name);

/// Source: bash(1), "Programmable Completion".
[[nodiscard]] std::string bash_completion(const Program& program);

/// Source: zshcompsys(1), `_arguments`.
[[nodiscard]] std::string zsh_completion(const Program& program);

/// Source: complete(1) of fish.
[[nodiscard]] std::string fish_completion(const Program& program);

}  // namespace dateline::manual
