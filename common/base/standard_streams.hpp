// The three descriptors that every program is started with.
#pragma once

namespace dateline {

/// Which of the standard streams the program was started without.
struct ClosedStreams {
    bool input = false;
    bool output = false;
    bool messages = false;
};

/// Takes the numbers 0, 1 and 2 where they are free, so that no file that is opened later gets one:
/// messages would be written into it, or it would be read as the input. To be called before
/// anything is opened.
///
/// What stands in for standard input cannot be read (EBADF), and what stands in for standard output
/// cannot be written, so that data is never lost unseen; messages are thrown away.
///
/// @return the streams that were closed.
/// @throws Error (Unwritable) if `/dev/null` cannot be opened.
[[nodiscard]] ClosedStreams occupy_closed_streams();

/// Whether standard input is open for reading.
[[nodiscard]] bool has_standard_input() noexcept;

}  // namespace dateline
