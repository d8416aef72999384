// Bytes of unknown or declared encoding made UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::text {

/// What decode_text() made of its input.
struct DecodedText {
    std::string utf8;  ///< valid UTF-8 without a byte order mark
    std::string
        charset;  ///< encoding that was taken, for example `UTF-8`, `windows-1252`, `Shift_JIS`
    std::uint64_t replaced = 0;  ///< byte sequences that had no meaning in it; each became U+FFFD
    bool guessed = false;        ///< neither marked, declared nor valid UTF-8: found by statistics
};

/// Decodes `bytes`. The encoding is, in this order: what a byte order mark says (UTF-8, UTF-16,
/// UTF-32); UTF-8 if the bytes are valid UTF-8; `declared_charset` if ICU knows it; UTF-8 with
/// repairs if only few of its multi-byte sequences are broken; what ICU's detector finds with some
/// confidence; windows-1252. ISO-8859-1 and US-ASCII are read as windows-1252, GB 2312 as GB 18030
/// and so on, as the WHATWG Encoding Standard demands, because documents that say so mean it.
///
/// Valid UTF-8 goes before the declaration because a text in another encoding is hardly ever valid
/// UTF-8 by accident, while wrong declarations are common; only the stateful ISO-2022 encodings,
/// which look like ASCII, are taken at their word.
///
/// @param bytes  the whole text; memory use is about twice its size
/// @param declared_charset  a name from a header or a `meta` element, any case; empty: none
[[nodiscard]] DecodedText decode_text(std::string_view bytes,
                                      std::string_view declared_charset = {});

/// An encoding, and how it was found.
struct ChosenCharset {
    std::string name;      ///< for ICU; `UTF-8` for UTF-8
    bool guessed = false;  ///< by statistics
};

/// The encoding that decode_text() would take for `bytes`, which have no byte order mark and may be
/// the first part of a longer text.
[[nodiscard]] ChosenCharset choose_charset(std::string_view bytes,
                                           std::string_view declared_charset);

/// Whether `name` is an encoding that decode_text() can take for declared.
[[nodiscard]] bool is_known_charset(std::string_view name);

}  // namespace dateline::text
