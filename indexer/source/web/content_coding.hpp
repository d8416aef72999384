// Content codings of HTTP undone: gzip, deflate, br and zstd.
#pragma once

#include "indexer/source/reader.hpp"

#include <string>
#include <string_view>

namespace dateline::source {

/// How far a content could be decoded.
enum class Decoding {
    Whole,       ///< all of it
    Incomplete,  ///< it breaks off or is damaged: what came before
    TooLong,     ///< it is longer than Limits::article_bytes
    Bomb,        ///< it is larger than its coded form by more than Limits::ratio
    Failed,      ///< nothing
};

/// A content without its coding.
struct DecodedContent {
    std::string bytes;  ///< empty for TooLong, Bomb and Failed
    Decoding state = Decoding::Whole;
};

/// Undoes the codings that a Content-Encoding field lists, the last one first (RFC 9110, section
/// 8.4.1; RFC 7932 for `br`, RFC 8878 for `zstd`).
///
/// Servers and crawlers state codings that are not there, or are there and not stated: text that
/// is no result of the coding stays as it is, unknown codings change nothing, and gzip is undone
/// wherever it shows. `deflate` may be with zlib's frame, as it should be, or without.
///
/// @param codings  value of Content-Encoding, any case; empty: none
[[nodiscard]] DecodedContent decode_content(std::string bytes,
                                            std::string_view codings,
                                            const Limits& limits);

}  // namespace dateline::source
