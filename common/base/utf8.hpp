// UTF-8 as defined by RFC 3629: checking, repairing, cutting, and walking by code point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// Text after repair, and how many byte sequences had to be replaced.
struct RepairedText {
    std::string text;
    std::size_t replaced = 0;
};

/// One decoded code point and the number of bytes it took.
struct DecodedCodePoint {
    char32_t code_point = 0;
    std::size_t size_bytes = 0;
    bool valid = false;
};

/// Whether `bytes` is well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF).
[[nodiscard]] bool is_valid_utf8(std::string_view bytes) noexcept;

/// `bytes` with each ill-formed sequence replaced by U+FFFD, one for each maximal subpart
/// (Unicode 15, section 3.9), and the number of replacements.
[[nodiscard]] RepairedText repair_utf8(std::string_view bytes);

/// The code point at `offset_bytes` of `text`, which must be less than `text.size()`. An ill-formed
/// sequence gives U+FFFD, valid == false, and the size of its maximal subpart (at least 1).
[[nodiscard]] DecodedCodePoint decode_utf8(std::string_view text,
                                           std::size_t offset_bytes) noexcept;

/// How many code points valid UTF-8 `text` has.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

/// Appends `code_point` to `out` as UTF-8; surrogates and values above U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// The longest prefix of valid UTF-8 `text` that has at most `limit_bytes` bytes and ends at a
/// character border. The result is a view into `text`.
[[nodiscard]] std::string_view truncate_utf8(std::string_view text,
                                             std::size_t limit_bytes) noexcept;

/// `text` without leading and trailing white space (Unicode White_Space, U+FEFF and U+200B).
/// The result is a view into `text`.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

/// `text` trimmed, each run of white space and control characters inside as one space.
[[nodiscard]] std::string collapse_spaces(std::string_view text);

/// ASCII letters of `text` in lower case; all other bytes unchanged.
[[nodiscard]] std::string ascii_lower(std::string_view text);

}  // namespace dateline
