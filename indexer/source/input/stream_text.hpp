// A stream as one string, up to a limit.
#pragma once

#include "indexer/source/reader.hpp"

#include <cstdint>
#include <string>

namespace dateline::source {

/// A stream read to its end, or past a limit.
struct WholeText {
    std::string bytes;
    bool too_long = false;  ///< the stream goes on after the limit; the rest was read and dropped
};

/// Reads `stream` to its end and keeps at most `limit_bytes` of it.
///
/// @throws StreamFailure as the stream does
[[nodiscard]] WholeText read_whole(ByteStream& stream, std::uint64_t limit_bytes);

}  // namespace dateline::source
