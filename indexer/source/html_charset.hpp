// The character encoding of a page, and the page as UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::source {

/// A page as valid UTF-8.
struct DecodedHtml {
    std::string text;
    std::string charset;       ///< name of the encoding that was taken, lower case
    std::size_t replaced = 0;  ///< sequences that the encoding does not know, now U+FFFD
};

/// `bytes` as UTF-8. The encoding is that of a byte order mark; else UTF-8 if the bytes are valid
/// (saved pages often declare the encoding they had before); else the one that a <meta> in the
/// first 4096 bytes declares, if it is known; else windows-1252. `iso-8859-1` and `us-ascii` mean
/// windows-1252, as in the WHATWG Encoding Standard, section 4.2.
[[nodiscard]] DecodedHtml decode_html(std::string_view bytes);

/// The encoding that a <meta charset> or <meta http-equiv> in the first 4096 bytes declares, in
/// lower case; empty if there is none.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

}  // namespace dateline::source
