// The values of options.
#pragma once

#include "query/command_line.hpp"
#include "query/options.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::query {

/// A form of output and the words that asked for it.
struct ChosenFormat {
    render::Format format = render::Format::Text;
    std::string given;  ///< `--json`, `--format csv`; empty if none was given
};

/// The whole numbers that an option takes: both ends are among them.
struct NumberRange {
    std::size_t least;
    std::size_t most;
};

/// The number that the option `name` gives, or `otherwise` if it was not given.
///
/// @param hint_if_large  for the failure with a number over `range`; may be empty
/// @throws Error (Usage) for anything but a whole number within `range`.
[[nodiscard]] std::size_t read_number(const CommandLine& line,
                                      std::string_view name,
                                      std::size_t otherwise,
                                      NumberRange range,
                                      const std::string& hint_if_large = {});

/// Whether `--match` asks for any of the words; by default not. @throws Error (Usage).
[[nodiscard]] bool read_match_any(const CommandLine& line);

/// Longest half-life that `--recency` takes: a century.
inline constexpr std::uint32_t kMaxHalfLifeDays = 36'500;

/// The half-life in days that `--recency` asks for, as `30d`, `6w`, `3m` (of 30 days) or `1y` (of
/// 365). @throws Error (Usage).
[[nodiscard]] std::optional<std::uint32_t> read_half_life(const CommandLine& line);

/// What `--sort` asks for; by default relevance. @throws Error (Usage).
[[nodiscard]] search::SortOrder read_sort(const CommandLine& line);

/// What the options `--facet-…` ask for together.
/// @throws Error (Usage) for a value that makes no sense, or without `--facet`.
[[nodiscard]] search::FacetOptions read_facet_options(const CommandLine& line);

/// What the options `--pairs-…` ask for together.
/// @throws Error (Usage) for a value that makes no sense, or without `--pairs`.
[[nodiscard]] search::PairOptions read_pair_options(const CommandLine& line);

/// What `--explain` asks for; nothing without it. @throws Error (Usage).
[[nodiscard]] search::Explanation read_explanation(const CommandLine& line);

/// What `--color` asks for; by default Auto. @throws Error (Usage).
[[nodiscard]] ColorChoice read_color(const CommandLine& line);

/// What `--timeout` asks for: seconds, with decimals if wanted. @throws Error (Usage).
[[nodiscard]] std::optional<std::chrono::milliseconds> read_timeout(const CommandLine& line);

/// Checks that `--format-version`, if given, asks for the version of the JSON forms that this
/// program writes. @throws Error (Usage) if it asks for another one.
void read_format_version(const CommandLine& line);

/// What `--batch-format` asks for; std::nullopt if it was not given. @throws Error (Usage).
[[nodiscard]] std::optional<BatchForm> read_batch_form(const CommandLine& line);

/// The values that the option `name` takes, where they are few; else none. Of takes_list() each of
/// those that may stand with commas between.
[[nodiscard]] std::vector<std::string> option_choices(std::string_view name);

/// Whether several of option_choices() may be given at once, with commas between.
[[nodiscard]] bool takes_list(std::string_view name) noexcept;

/// Which page `--man` asks for. @throws Error (Usage).
[[nodiscard]] ManualPage read_manual_page(const CommandLine& line);

/// Which shell `--completion` is for. @throws Error (Usage).
[[nodiscard]] manual::Shell read_shell(const CommandLine& line);

/// Whether `format` is a table of rows and cells.
[[nodiscard]] bool is_table(render::Format format) noexcept;

/// What `--format`, `--json`, `--jsonl` and `--ids` ask for together.
///
/// @throws Error (Usage) if they contradict each other, naming two that do.
[[nodiscard]] ChosenFormat read_format(const CommandLine& line);

}  // namespace dateline::query
