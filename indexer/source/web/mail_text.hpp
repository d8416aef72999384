// Encodings that carry text through mail: base64, quoted-printable, encoded words.
#pragma once

#include <string>
#include <string_view>

namespace dateline::source {

/// The bytes that `text` stands for in base64 (RFC 2045, section 6.8). Characters outside of its
/// alphabet are passed over, bits that are too few for a byte dropped.
[[nodiscard]] std::string decode_base64(std::string_view text);

/// The bytes that `text` stands for in quoted-printable (RFC 2045, section 6.7). A `=` that begins
/// no code stays as it is.
[[nodiscard]] std::string decode_quoted_printable(std::string_view text);

/// The value of a header field as one line of UTF-8: encoded words (RFC 2047) decoded, those that
/// follow each other joined before they are, since mailers cut characters in two; other bytes
/// beyond ASCII decoded as `charset`, or by what they look like if that is empty.
[[nodiscard]] std::string decode_header_text(std::string_view value, std::string_view charset);

}  // namespace dateline::source
