// The command line of dateline-query as plain values.
#pragma once

#include "common/manual/completion.hpp"
#include "query/command_line.hpp"
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

/// Highest revision that `--since-rev` takes.
inline constexpr std::size_t kMaxRevision = 1'000'000'000'000;

/// When to use colours.
enum class ColorChoice { Auto, Always, Never };

/// What the program is to do.
enum class Task {
    Search,
    Prompt,
    Batch,
    Show,
    Save,
    ListSaved,
    Unsave,
    Help,
    Manual,
    Completion,
    Version
};

/// Pages of the manual that the program prints.
enum class ManualPage { Query, Syntax };

/// Forms of a batch, as `--batch-format` names them.
enum class BatchForm { Lines, Tsv, JsonLines, Trec };

/// Most queries that are answered at a time.
inline constexpr std::size_t kMaxJobs = 256;

/// A command line that makes sense: no two members contradict each other.
struct Options {
    Task task = Task::Search;
    /// At least one but for Help, Manual, Completion and Version; several are searched as one.
    std::vector<std::filesystem::path> indexes{};
    Question question;                      ///< for Search; for Batch what is asked of every query
    std::string batch{};                    ///< for Batch: a path, or `-` for standard input
    std::optional<BatchForm> batch_form{};  ///< std::nullopt: to be guessed
    std::size_t jobs = 1;                   ///< for Batch: from 1 to kMaxJobs
    std::string state{};                    ///< for Search and Batch: path of a state file
    CommandLine given{};                    ///< the words that all this was read from
    std::vector<std::string> show;          ///< for Show: ids of articles without `@`
    ManualPage page = ManualPage::Query;    ///< for Manual
    manual::Shell shell = manual::Shell::Bash;  ///< for Completion
    std::string saved_name{};                   ///< for Save and Unsave
    std::string hit_template{};                 ///< for Format::Template
    std::filesystem::path svg{};                ///< where to draw the timeline; empty: nowhere
    render::Format format = render::Format::Text;
    bool nul_separated = false;
    bool safe_cells = false;
    bool timing = false;
    ColorChoice color = ColorChoice::Auto;
    bool pager = true;  ///< whether text that is higher than the terminal may go through one
};

/// What the options depend on beside the command line.
struct Environment {
    std::optional<std::string> index;  ///< DATELINE_INDEX
    bool interactive = false;          ///< whether input and output are a terminal
};

/// Reads `arguments` (without the program's name).
///
/// @throws Error (Usage) that names the option at fault, with a hint what to type instead.
[[nodiscard]] Options parse_options(const std::vector<std::string>& arguments,
                                    const Environment& environment);

/// What `line` asks of one query whose answer is printed in `format`: all but its text and id.
/// @throws Error (Usage).
[[nodiscard]] Question read_question(const CommandLine& line, render::Format format);

}  // namespace dateline::query
