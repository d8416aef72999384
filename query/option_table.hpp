// The options of dateline-query, once: parsing, --help, the man page and completions use this
// table.
#pragma once

#include <span>
#include <string_view>

namespace dateline::query {

/// One option. All views live for the whole program.
struct OptionRow {
    std::string_view group;     ///< heading in --help
    std::string_view name;      ///< long name without dashes
    char letter;                ///< short name, or '\0'
    std::string_view argument;  ///< what its argument is called in --help; empty if it has none;
                                ///< `[=WHAT]` if it may be left out, and stands behind a `=` only
    std::string_view help;      ///< what it does
    bool per_query = false;     ///< whether a JSON line of a batch may give it for its query

    [[nodiscard]] constexpr bool has_optional_argument() const noexcept {
        return argument.starts_with('[');
    }
    /// Whether the word behind it is its argument.
    [[nodiscard]] constexpr bool takes_next_word() const noexcept {
        return !argument.empty() && !has_optional_argument();
    }
};

/// All options in the order of --help; those of one group stand together.
[[nodiscard]] std::span<const OptionRow> option_table() noexcept;

/// Whether the option `name` may stand more than once.
[[nodiscard]] bool may_be_repeated(std::string_view name) noexcept;

}  // namespace dateline::query
