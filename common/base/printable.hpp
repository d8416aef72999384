// Untrusted text made safe for a terminal or a plain text file.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// `text` with every character that could steer a terminal or reorder a line made harmless.
///
/// C0 controls except line feed and tab, DEL, C1 controls, and the bidirectional and other format
/// characters (U+200E, U+200F, U+202A to U+202E, U+2060 to U+2069, U+FEFF) become a visible
/// `\xNN` or `\u{NNNN}`; ill-formed bytes become U+FFFD. ZWJ and ZWNJ stay: scripts need them.
[[nodiscard]] std::string printable(std::string_view text);

/// As printable(), on one line: line feeds and tabs become spaces.
[[nodiscard]] std::string printable_line(std::string_view text);

}  // namespace dateline
