// A stream of binary records: read in advance, dropped when done with, gone on with after damage.
#pragma once

#include "indexer/source/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::source {

/// Bytes of a stream from the current place on. A failure of the stream ends it like its end does,
/// until resume() is called.
class RecordBuffer {
public:
    /// `stream` must outlive the object.
    explicit RecordBuffer(ByteStream& stream) : stream_(stream) {}

    /// Reads until `size_bytes` are there or the stream ends; whether they are there. Memory use is
    /// about `size_bytes`.
    bool fill(std::size_t size_bytes);

    /// Reads another block; false at the end.
    bool fill_more();

    /// The bytes that were read and not dropped; valid until the next call of another function.
    [[nodiscard]] std::string_view bytes() const noexcept {
        return std::string_view(buffer_).substr(position_);
    }

    /// Moves forward by `size_bytes`, of which no more than bytes() may be.
    void drop(std::size_t size_bytes) noexcept { position_ += size_bytes; }

    /// Where bytes() begins, counted from the stream's first byte.
    [[nodiscard]] std::uint64_t offset_bytes() const noexcept { return start_ + position_; }

    /// The length of the first line with its line feed; std::nullopt if none ends within
    /// `limit_bytes`. At the end of the stream the rest, if it is not empty, counts as a line.
    [[nodiscard]] std::optional<std::size_t> line_bytes(std::size_t limit_bytes);

    /// Whether nothing is left, as far as the stream goes without being resumed.
    [[nodiscard]] bool at_end() { return !fill(1); }

    /// What ended the stream, if it is not its end.
    [[nodiscard]] const std::optional<StreamFailure>& failure() const noexcept { return failure_; }

    /// Whether reading can go on after failure(); if so, it does.
    bool resume();

private:
    ByteStream& stream_;
    std::string buffer_;
    std::size_t position_ = 0;  ///< of bytes() in the buffer
    std::uint64_t start_ = 0;   ///< of the buffer in the stream
    bool ended_ = false;
    std::optional<StreamFailure> failure_;
};

}  // namespace dateline::source
