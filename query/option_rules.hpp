// Which options go together.
#pragma once

#include "query/command_line.hpp"
#include "query/option_values.hpp"

#include <cstddef>

namespace dateline::query {

/// Fails if options were given that make no sense together.
///
/// @param limit  what `--limit` gives
/// @throws Error (Usage) naming two of them.
void check_combinations(const CommandLine& line, const ChosenFormat& chosen, std::size_t limit);

}  // namespace dateline::query
