// Character data of SGML as news archives of the 1980s and 1990s write it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::source {

/// Character data as UTF-8, and how many bytes were not UTF-8.
struct SgmlText {
    std::string text;
    std::uint64_t latin1_bytes = 0;
};

/// Decodes `data`: `&lt;`, `&gt;`, `&amp;`, `&quot;`, `&apos;`, the entities of ISO 8879 that news
/// has (`&mdash;`, `&sect;`, `&eacute;` …) and numeric references (decimal and hexadecimal).
/// Control characters, referenced or literal, are dropped, except tabs and line ends. A byte that
/// is not part of valid UTF-8 is read as ISO-8859-1 and counted. Anything else that begins with
/// `&` stays as it is.
[[nodiscard]] SgmlText decode_sgml(std::string_view data);

}  // namespace dateline::source
