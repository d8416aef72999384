// The prompt: reads lines and answers them until the user leaves.
#pragma once

#include "query/options.hpp"
#include "query/render/output.hpp"
#include "query/surroundings.hpp"

namespace dateline::query {

/// Reads lines from the terminal and answers each as Session does, through the pager where it is
/// higher than the screen. The output and the messages must be the terminal.
///
/// @return the exit status: 0.
/// @throws Error as Session does, and Unwritable if the terminal is gone.
[[nodiscard]] int run_prompt(const Options& options,
                             const Surroundings& surroundings,
                             render::Output& out,
                             render::Output& messages);

}  // namespace dateline::query
