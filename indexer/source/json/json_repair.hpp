// Makes JSON that strict parsers refuse for small faults readable, and counts the repairs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::source {

/// JSON text after repair.
struct RepairedJson {
    std::string text;
    std::size_t bytes_repaired = 0;   ///< ill-formed UTF-8 sequences replaced by U+FFFD
    std::size_t values_repaired = 0;  ///< escapes, control characters and numbers changed
};

/// `json` with these faults repaired; everything else is left for the parser to judge:
///
/// - ill-formed UTF-8, escapes of lone surrogates and of NUL, raw NUL: U+FFFD;
/// - raw control characters inside strings: escaped;
/// - escapes that RFC 8259, section 7, does not know (`\'`, `\x`): the character itself;
/// - numbers longer than 18 characters, which overflow 64 bits: strings of the same digits;
/// - `NaN`, `Infinity` and `-Infinity`, as Python writes them: null.
[[nodiscard]] RepairedJson repair_json(std::string_view json);

}  // namespace dateline::source
