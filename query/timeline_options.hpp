// The options of timelines and of time zones.
#pragma once

#include "query/command_line.hpp"
#include "query/option_values.hpp"
#include "query/search/timeline.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dateline::query {

/// The zone that `--tz` names; UTC if it is not given. @throws Error (Usage) with the nearest name.
[[nodiscard]] time::Zone read_zone(const CommandLine& line);

/// What `--timeline` and `--normalise` ask for. @throws Error (Usage).
[[nodiscard]] std::optional<search::TimelineRequest> read_timeline(const CommandLine& line);

/// The queries of all `--compare`. @throws Error (Usage) if there are more than kMaxCompared.
[[nodiscard]] std::vector<std::string> read_compared(const CommandLine& line);

/// The file that `--svg` names; empty if it is not given. @throws Error (Usage) if it is no name.
[[nodiscard]] std::filesystem::path read_svg(const CommandLine& line);

/// Fails if an option about timelines was given without one. @throws Error (Usage) naming it.
void check_timeline(const CommandLine& line);

}  // namespace dateline::query
