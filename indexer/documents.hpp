// What dateline-index says of itself: --help, --version, its manual page and completions.
#pragma once

#include "common/manual/program.hpp"
#include "indexer/options.hpp"

#include <optional>
#include <string>

namespace dateline::indexer {

/// The program with its options and exit statuses, for documents.
[[nodiscard]] manual::Program described_program();

/// The text of --help: usage, options, formats, examples and exit statuses, 80 columns wide.
[[nodiscard]] std::string help_text();

/// The line of --version.
[[nodiscard]] std::string version_text();

/// The manual page, as man(1) reads it.
[[nodiscard]] std::string manual_page();

/// What modes about the program alone print; std::nullopt for all other modes.
[[nodiscard]] std::optional<std::string> text_of_itself(const Options& options);

}  // namespace dateline::indexer
