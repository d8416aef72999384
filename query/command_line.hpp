// Command line words sorted into options and positional words, before their meaning is looked at.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::query {

/// What was given.
struct CommandLine {
    std::map<std::string, std::vector<std::string>, std::less<>>
        options;  ///< by long name; flags have one empty value each
    std::vector<std::string> positional;

    /// Whether the option with long name `name` was given.
    [[nodiscard]] bool has(std::string_view name) const { return options.contains(name); }

    /// The value of the option `name`, which was given at most once; std::nullopt if it was not.
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
};

/// Sorts `arguments` by the option table.
///
/// @throws Error (Usage) for an unknown option (with the nearest one, or asking whether it is a
///         query), a missing or needless argument, and an option that may not be repeated.
[[nodiscard]] CommandLine read_command_line(const std::vector<std::string>& arguments);

/// Whether `text`, given where an option or its value is expected, looks like a query: it has a
/// colon or a blank in it.
[[nodiscard]] bool looks_like_query(std::string_view text) noexcept;

/// The hint for such a text.
inline constexpr const char* kQueryHint = "is this a query? put '--' before it";

}  // namespace dateline::query
