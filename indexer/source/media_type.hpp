// What a file is that no reader takes, and whether bytes are plain text.
#pragma once

#include <string>
#include <string_view>

namespace dateline::source {

/// The media type of a file that begins with `head` (64 KiB are plenty), by content alone: from a
/// table of signatures for binary formats; for text from its first characters: `application/xml`,
/// `text/html`, `text/sgml`, `application/json`, `application/warc`, `application/rtf`,
/// `text/x-script`, `text/x-source` (program code), `text/plain`; else `application/octet-stream`;
/// `inode/x-empty` for nothing.
///
/// Text is what has hardly any control characters once decoded, in whatever encoding. Plain text is
/// text that begins neither markup nor data, and in which few lines end as program code does.
[[nodiscard]] std::string media_type(std::string_view head);

}  // namespace dateline::source
