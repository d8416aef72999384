// Completions of a program for shells: options, their values where there are few, and paths.
#pragma once

#include "common/manual/program.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::manual {

/// The shells for which there are completions.
enum class Shell { Bash, Zsh, Fish };

/// Their names on command lines.
inline constexpr std::array<std::pair<std::string_view, Shell>, 3> kShells = {{
    {"bash", Shell::Bash},
    {"zsh", Shell::Zsh},
    {"fish", Shell::Fish},
}};

/// A script that the shell reads to complete command lines of `program`. It needs nothing but the
/// shell: bash 4 or later without the package bash-completion, zsh 5, fish 3.
[[nodiscard]] std::string completion(const Program& program, Shell shell);

}  // namespace dateline::manual
