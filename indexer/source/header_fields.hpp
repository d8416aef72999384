// Header fields as mail, HTTP and web archives write them: `Name: value`, one a line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// One field of a header block.
struct HeaderField {
    std::string name;   ///< in lower case
    std::string value;  ///< unfolded and trimmed; bytes of any encoding
};

/// The fields of a header block, in their order.
using HeaderFields = std::vector<HeaderField>;

/// The length of the header block with which `bytes` begin: up to and with its empty line, or all
/// of `bytes` if there is none. Lines end with LF or CR LF.
[[nodiscard]] std::size_t header_block_bytes(std::string_view bytes) noexcept;

/// Reads a header block (RFC 5322, section 2.2; RFC 9112, section 5; ISO 28500, section 4). Lines
/// that begin with a blank or a tab go on with the field before them; lines without a colon are
/// left out.
[[nodiscard]] HeaderFields parse_header_fields(std::string_view block);

/// The value of the first field called `name` (lower case); empty if there is none. A view into
/// `fields`.
[[nodiscard]] std::string_view field_value(const HeaderFields& fields,
                                           std::string_view name) noexcept;

/// Whether there is a field called `name` (lower case).
[[nodiscard]] bool has_field(const HeaderFields& fields, std::string_view name) noexcept;

/// The part of a structured value before its first parameter, trimmed and in lower case:
/// `text/html` of `Text/HTML; charset=x`.
[[nodiscard]] std::string main_value(std::string_view value);

/// The parameter `name` (lower case) of a structured value such as `text/html; charset="x"`,
/// without quotes (RFC 2045, section 5.1); empty if there is none. The forms `name*` and `name*0`
/// of RFC 2231, section 3 and 4, are taken too, without their language and %-codes.
[[nodiscard]] std::string parameter(std::string_view value, std::string_view name);

/// Whether `line` begins as a header field does: a name of letters, digits and hyphens, and a
/// colon.
[[nodiscard]] bool is_header_line(std::string_view line) noexcept;

}  // namespace dateline::source
