// Many articles in one text file: records that begin, or end, with a line that can be told.
#pragma once

#include "common/article/article.hpp"
#include "indexer/source/reader.hpp"

#include <functional>
#include <optional>
#include <string_view>

namespace dateline::source {

/// What a line is for the record around it.
enum class LineRole {
    Inside,
    Begins,  ///< a new record, whose first line it is
    Ends,    ///< the record, whose last line it is
};

/// The records of a format.
struct LineRecords {
    /// Tells the role of a line, valid UTF-8 without its line end.
    std::function<LineRole(std::string_view)> role;

    /// The article in the lines of a record, valid UTF-8; std::nullopt if they are none by their
    /// nature, such as the summary of a search, which is skipped as `cover_page`. Locator and
    /// format are set by the caller.
    std::function<std::optional<Article>(std::string_view)> parse;

    /// How a record can be told, for the message about one that is too long.
    std::string_view remedy;
};

/// Reads the records of `stream`, one in memory at a time, and gives them to `sink`. What stands
/// before the first record or behind the last is a record of its own if it is not blank. The
/// encoding is found once for the stream.
///
/// A record longer than Limits::article_bytes is rejected as `too_long`, one without text as
/// `no_text`. Where the stream fails, the record before it has the warning `incomplete`, and the
/// failure passes on. Other warnings: `repaired_utf8`, `guessed_charset`.
void read_line_records(ByteStream& stream,
                       const Locator& origin,
                       const SourceOptions& options,
                       const LineRecords& records,
                       ArticleSink& sink);

}  // namespace dateline::source
