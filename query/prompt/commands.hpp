// The commands of the prompt, once: running, completing and :help use this table.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dateline::query {

/// What a line of the prompt asks for beside a query.
enum class CommandId {
    Open,
    Next,
    Prev,
    Facet,
    Refine,
    Back,
    Sort,
    Limit,
    Timeline,
    Pairs,
    Explain,
    Relax,
    Help,
    Quit,
};

/// One command. All views live for the whole program.
struct Command {
    CommandId id;
    std::string_view name;      ///< without the colon
    std::string_view argument;  ///< what :help calls it; empty if there is none, `[X]` if it may be
                                ///< left out
    std::string_view help;
};

/// All commands in the order of :help.
[[nodiscard]] std::span<const Command> commands() noexcept;

/// A line that was read as a command.
struct CommandCall {
    CommandId id;
    std::string argument;  ///< without blanks around it
};

/// Reads `line`, which has no blanks around it: `:facet person`, or `+3` for `:refine 3`. A command
/// may be shortened as long as it is the only one that begins so.
///
/// @return std::nullopt for a query.
/// @throws Error (Usage) for a command that there is not, with the nearest one; for an argument
///         that is missing or too much.
[[nodiscard]] std::optional<CommandCall> read_command(std::string_view line);

/// What :help prints, in lines of at most `columns` columns.
[[nodiscard]] std::string commands_text(std::size_t columns);

}  // namespace dateline::query
