// What dateline-query says of itself: --help, --version, manual pages and completions.
#pragma once

#include "common/manual/program.hpp"
#include "query/options.hpp"

#include <string>

namespace dateline::query {

/// The program with its options and exit statuses, for documents.
[[nodiscard]] manual::Program described_program();

/// The usage text with all options, operators and fields.
[[nodiscard]] std::string help_text();

/// `dateline-query 0.1.0 (index schema 1)`.
[[nodiscard]] std::string version_text();

/// A page as man(1) reads it.
[[nodiscard]] std::string manual_page(ManualPage page);

/// dateline-syntax(7).
[[nodiscard]] std::string syntax_page();

}  // namespace dateline::query
