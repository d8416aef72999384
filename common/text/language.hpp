// Which language a text is in, by CLD2.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

/// The language of `utf8` as a lower-case BCP 47 code (`en`, `zh`, `zh-hant`, `he`, `no`), or an
/// empty string if CLD2 finds none reliable. Thread-safe. At most the first 8 KiB are looked at.
[[nodiscard]] std::string detect_language(std::string_view utf8);

/// `code` as a lower-case BCP 47 language: `en_US`, `EN`, `eng`, `English`, `iw` and the like
/// become `en-us`, `en`, `en`, `en`, `he`. Empty if it is no language code or known English name.
[[nodiscard]] std::string normalise_language(std::string_view code);

}  // namespace dateline::text
