// JSON-LD as pages hold it: wrapped, commented, escaped and broken in many ways.
#pragma once

#include <string>
#include <string_view>

namespace dateline::source {

/// The JSON in the text of a `<script type="application/ld+json">`, without what pages wrap around
/// it for old parsers: CDATA marks, comments, a variable it is assigned to, a semicolon.
[[nodiscard]] std::string unwrapped_json(std::string_view script);

/// `json` with faults repaired that repair_json() leaves alone, for a block that does not parse:
/// comments outside of strings, commas before a closing bracket, before another comma or missing
/// between two objects, quotation marks inside strings that are not escaped, HTML entities in
/// place of quotation marks, brackets that are never closed.
[[nodiscard]] std::string loosened_json(std::string_view json);

/// The value of the first string member `key` in `json`, which need not be valid; empty if there
/// is none. For blocks that no repair helps.
[[nodiscard]] std::string string_member(std::string_view json, std::string_view key);

}  // namespace dateline::source
