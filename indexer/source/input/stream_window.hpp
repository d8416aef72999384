// A window on a stream that slides from record to record, with bounded memory.
#pragma once

#include "indexer/source/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::source {

/// The bytes of a stream between the last drop() and the last fill().
///
/// A stream in UTF-16, by its byte order mark or by the zero bytes of its first characters, is
/// handed on as UTF-8, so that commas and line ends can be looked for; a byte order mark is left
/// out. Offsets stay those of the stream as it is.
class StreamWindow {
public:
    /// @param stream  must outlive the object
    explicit StreamWindow(ByteStream& stream) : stream_(stream) {}

    /// What is in the window; valid until the next fill() or drop().
    [[nodiscard]] std::string_view text() const noexcept {
        return std::string_view(bytes_).substr(begin_);
    }

    /// Where text() begins in the stream, in bytes of the stream.
    [[nodiscard]] std::uint64_t offset_bytes() const noexcept { return offset_; }

    /// Reads one more block behind what is there; false at the end.
    ///
    /// @throws StreamFailure as the stream does; the window is as it was before
    [[nodiscard]] bool fill();

    /// Fills until the window holds `count` bytes; false if the stream ends before. A failure is
    /// kept, so that what came before it can be used, and the next fill() throws it.
    bool fill_to(std::size_t count);

    /// Whether the stream failed behind what is in the window.
    [[nodiscard]] bool failed() const noexcept { return failure_.has_value(); }

    /// Throws the failure that was kept, if there is one.
    void throw_failure() const;

    /// Drops the first `count` bytes of text().
    void drop(std::size_t count);

private:
    enum class Units { Unknown, Bytes, LittleEndian, BigEndian };

    void detect_units();
    void append_utf16(std::string_view bytes);

    ByteStream& stream_;
    std::string bytes_;
    std::size_t begin_ = 0;  ///< of the window in bytes_
    std::uint64_t offset_ = 0;
    Units units_ = Units::Unknown;
    std::string pending_;  ///< bytes of UTF-16 that wait for the rest of their character
    std::optional<StreamFailure> failure_;
};

}  // namespace dateline::source
