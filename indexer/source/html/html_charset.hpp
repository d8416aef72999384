// The character encoding that a page declares.
#pragma once

#include <string>
#include <string_view>

namespace dateline::source {

/// The encoding that a <meta charset> or <meta http-equiv> in the first 4096 bytes declares, in
/// lower case; empty if there is none. UTF-16 and UTF-32 are given as `utf-8`, since a page in
/// which an ASCII <meta> can be read is in neither (WHATWG HTML, section 13.2.3.2).
[[nodiscard]] std::string declared_charset(std::string_view bytes);

}  // namespace dateline::source
