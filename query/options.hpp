// The command line of dateline-query as plain values.
#pragma once

#include "query/question.hpp"
#include "query/render/renderer.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dateline::query {

/// Most hits that `--limit` may ask for; `--all` has no limit.
inline constexpr std::size_t kMaxLimit = 1'000'000;

/// How many hits `--format trec` gives where `--limit` does not say.
inline constexpr std::size_t kTrecLimit = 1000;

/// Most hits that `--offset` may leave out: an index numbers its articles with 32 bits.
inline constexpr std::size_t kMaxOffset = 4'294'967'295;

/// When to use colours.
enum class ColorChoice { Auto, Always, Never };

/// What the program is to do.
enum class Task { Search, Show, Help, Version };

/// A command line that makes sense: no two members contradict each other.
struct Options {
    Task task = Task::Search;
    std::filesystem::path index;  ///< not empty for Search and Show
    Question question;            ///< for Search
    std::string show;             ///< for Show: an article's id without `@`
    std::filesystem::path svg;    ///< where to draw the timeline; empty: nowhere
    render::Format format = render::Format::Text;
    bool nul_separated = false;
    bool safe_cells = false;
    bool timing = false;
    ColorChoice color = ColorChoice::Auto;
};

/// What the options depend on beside the command line.
struct Environment {
    std::optional<std::string> index;  ///< DATELINE_INDEX
};

/// Reads `arguments` (without the program's name).
///
/// @throws Error (Usage) that names the option at fault, with a hint what to type instead.
[[nodiscard]] Options parse_options(const std::vector<std::string>& arguments,
                                    const Environment& environment);

}  // namespace dateline::query
