// Streams of bytes: a file on disk or standard input, memory, and streams that put something before
// another.
#pragma once

#include "indexer/source/reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::source {

/// A file or standard input, unbuffered. Counts what it reads, and says so to a sink.
class FileStream : public ByteStream {
public:
    /// Opens the file at `path`, or standard input if `path` is `-`. The sink must outlive the
    /// object.
    ///
    /// @throws StreamFailure (`unreadable`) if it cannot be opened.
    FileStream(const std::string& path, ArticleSink& sink);
    FileStream(const FileStream&) = delete;
    FileStream& operator=(const FileStream&) = delete;
    ~FileStream() override;

    [[nodiscard]] std::size_t read(std::span<char> buffer) override;

    /// Moves to `offset_bytes` from the start; false if the file cannot be positioned (a pipe).
    [[nodiscard]] bool seek(std::uint64_t offset_bytes);

    /// Where the next read() starts.
    [[nodiscard]] std::uint64_t position() const noexcept { return position_; }

    /// Size of a regular file; std::nullopt for pipes and devices.
    [[nodiscard]] std::optional<std::uint64_t> size_bytes() const noexcept { return size_; }

    /// When a regular file was last written to; std::nullopt for pipes and devices.
    [[nodiscard]] std::optional<time::TimestampMs> modified() const noexcept { return modified_; }

    /// Bytes read so far, counting those read twice twice.
    [[nodiscard]] std::uint64_t consumed_bytes() const noexcept { return consumed_; }

    /// Reports to the sink what is left of a regular file, so that progress adds up to its size
    /// even if a part was not needed. Called once, at the end.
    void finish_progress();

private:
    /// Waits until a pipe or terminal has something to read; false if the run is to end first. A
    /// read that blocks could not be ended by a signal.
    [[nodiscard]] bool wait_for_bytes() const;

    void report(std::uint64_t bytes);

    int descriptor_ = -1;
    ArticleSink& sink_;
    std::optional<std::uint64_t> size_;
    std::optional<time::TimestampMs> modified_;
    std::uint64_t position_ = 0;
    std::uint64_t consumed_ = 0;
    std::uint64_t reported_ = 0;
};

/// Bytes in memory, which must outlive the object.
class MemoryStream : public ByteStream {
public:
    explicit MemoryStream(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] std::size_t read(std::span<char> buffer) override;

private:
    std::string_view rest_;
};

/// The beginning of a stream, taken to be looked at, and what ended it early, if anything did.
struct StreamHead {
    std::string bytes;
    std::optional<StreamFailure> failure;
};

/// Takes up to `limit_bytes` from `stream`. A failure is kept, to be thrown after the bytes before
/// it were used.
[[nodiscard]] StreamHead read_head(ByteStream& stream, std::size_t limit_bytes);

/// A head followed by the rest of the stream that it was taken from; `head` and `rest` must outlive
/// the object.
class HeadedStream : public ByteStream {
public:
    HeadedStream(const StreamHead& head, ByteStream& rest)
        : head_(head.bytes), rest_(rest), failure_(head.failure) {}

    [[nodiscard]] std::size_t read(std::span<char> buffer) override;

private:
    std::string_view head_;
    ByteStream& rest_;
    std::size_t taken_ = 0;
    std::optional<StreamFailure> failure_;
};

/// Passes a stream on as long as it stays within Limits::member_bytes and Limits::ratio. All
/// references must outlive the object.
class LimitedStream : public ByteStream {
public:
    LimitedStream(ByteStream& inner, const FileStream& file, const Limits& limits)
        : inner_(inner), file_(file), limits_(limits), consumed_at_start_(file.consumed_bytes()) {}

    /// @throws StreamFailure (`bomb`) once a limit is passed, besides what the inner stream throws.
    [[nodiscard]] std::size_t read(std::span<char> buffer) override;

    /// Lifts Limits::member_bytes: the stream is an archive, and each of its members is limited by
    /// itself.
    void allow_any_size() noexcept { any_size_ = true; }

private:
    ByteStream& inner_;
    const FileStream& file_;
    const Limits& limits_;
    std::uint64_t consumed_at_start_;
    std::uint64_t given_ = 0;
    bool any_size_ = false;
};

}  // namespace dateline::source
