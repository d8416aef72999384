// From names on the command line to streams of one format each: folders, decompression, archives.
#pragma once

#include "indexer/source/input/byte_streams.hpp"
#include "indexer/source/reader.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dateline::source {

/// A file, or a member of an archive, that is no archive itself. Everything it refers to lives as
/// long as the call of the StreamHandler.
struct OpenedStream {
    const StreamHead& head;  ///< at least one byte
    ByteStream& rest;        ///< what follows the head
    const SourceOptions& options;
    const Locator& where;
    std::optional<time::TimestampMs> modified;   ///< when it was last written to, if known
    const std::vector<std::string>& wrapped_in;  ///< compressions and archives, outermost first
};

/// Takes a stream. A StreamFailure that it throws is rejected as read_inputs() says.
using StreamHandler = std::function<void(const OpenedStream&)>;

/// Opens everything that read_inputs() reads, in its order and with its errors, and gives what is
/// no archive to `handler`. What cannot be opened is rejected by `sink`.
void walk_inputs(const std::vector<std::string>& inputs,
                 const SourceOptions& options,
                 ArticleSink& sink,
                 const StreamHandler& handler);

}  // namespace dateline::source
