// What --help and --version print.
#pragma once

#include <string>

namespace dateline::query {

/// The text of --help: usage, examples, options, fields, and exit statuses, at most 80 columns
/// wide.
[[nodiscard]] std::string help_text();

/// The line of --version.
[[nodiscard]] std::string version_text();

}  // namespace dateline::query
