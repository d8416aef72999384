// Lines of a file or pipe, one at a time, as they come.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace dateline::query {

/// Longest line of a batch in bytes; a query itself may have parse::kMaxQueryBytes.
inline constexpr std::size_t kMaxLineBytes = 1UL << 20U;

/// A line without what closes it: a line feed, or a carriage return and a line feed.
struct Line {
    std::size_t number = 0;  ///< from 1
    std::string text;        ///< any bytes but line feeds; empty if it was too long
    bool too_long = false;   ///< over kMaxLineBytes
};

/// Wakes a thread that waits in LineSource::next(). One thread may call wake() while another one
/// waits.
class Waker {
public:
    /// @throws Error (Internal) if the system has no descriptors left.
    Waker();
    ~Waker();
    Waker(const Waker&) = delete;
    Waker& operator=(const Waker&) = delete;

    /// Makes every wait end, now and from now on.
    void wake() noexcept;

    [[nodiscard]] int descriptor() const noexcept { return read_end_; }

private:
    int read_end_ = -1;
    int write_end_ = -1;
};

/// Reads lines. Not thread-safe. Memory is bounded by kMaxLineBytes, however long lines are.
class LineSource {
public:
    /// @param descriptor  open for reading, not owned
    /// @param name        for messages: `the batch 'watch.jsonl'`
    /// @param waker       must outlive the source
    LineSource(int descriptor, std::string name, const Waker& waker);

    /// The next line as soon as it is there; what follows the last line feed is a line, too. A byte
    /// order mark in front of the first one is left out.
    ///
    /// @return std::nullopt at the end, or once `waker` was called.
    /// @throws Error (InputUnreadable).
    [[nodiscard]] std::optional<Line> next();

private:
    [[nodiscard]] bool read_more();
    [[nodiscard]] Line finish_line(std::string text);

    int descriptor_;
    std::string name_;
    const Waker& waker_;
    std::string buffer_;      // what was read and is not given yet
    std::size_t begin_ = 0;   // of it in buffer_
    std::size_t number_ = 0;  // lines given
    bool at_end_ = false;
};

}  // namespace dateline::query
