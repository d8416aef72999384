// The table of all options of dateline-index: parsing, checking, --help, the man
// page and completions use it.
#pragma once

#include <span>
#include <string_view>

namespace dateline::indexer {

/// What one call of the tool does.
enum class Mode {
    Index,
    DryRun,
    Sniff,
    Remove,
    Restore,
    Verify,
    Stats,
    EntitiesReport,
    Compact,
    Export,
    Help,
    Manual,
    Completion,
    Version
};

/// The bit of `mode` in OptionRow::modes.
[[nodiscard]] constexpr unsigned mode_bit(Mode mode) noexcept {
    return 1U << static_cast<unsigned>(mode);
}

/// One option. All views live for the whole program.
struct OptionRow {
    std::string_view name;      ///< without the dashes
    char letter = '\0';         ///< short form; '\0' if there is none
    std::string_view argument;  ///< what --help calls the value; empty for a switch
    unsigned modes = 0;         ///< in which it may stand: mode_bit() of each
    std::string_view group;     ///< heading in --help
    std::string_view help;      ///< one sentence without full stop; the default in brackets
};

/// All options in the order in which help lists them.
[[nodiscard]] std::span<const OptionRow> option_table() noexcept;

/// The row of the option `name`, which must be in the table.
[[nodiscard]] const OptionRow& option_row(std::string_view name) noexcept;

/// The option that chooses `mode`, without the dashes; empty for Mode::Index.
[[nodiscard]] std::string_view mode_option(Mode mode) noexcept;

}  // namespace dateline::indexer
