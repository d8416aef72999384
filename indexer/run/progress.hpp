// The progress line of a run.
#pragma once

#include "indexer/run/index_run.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace dateline::run {

/// One line without line end, for example ` 42%  12345 articles  3456/s  12.3 MB/s  1:05 left`.
///
/// @param total_bytes  of the inputs as stored on disk; 0 if unknown: no percentage and no time
/// left
/// @param seconds      since the start
[[nodiscard]] std::string progress_text(const Progress& progress,
                                        std::uint64_t total_bytes,
                                        double seconds);

/// Decides when a progress line is drawn anew, and how it is taken away. Prints nothing itself.
class ProgressLine {
public:
    using Clock = std::chrono::steady_clock;

    ProgressLine(std::uint64_t total_bytes, Clock::time_point start)
        : total_bytes_(total_bytes), start_(start) {}

    /// What to send to the terminal at `now`; std::nullopt if the last line is younger than
    /// kRedrawInterval.
    [[nodiscard]] std::optional<std::string> draw(const Progress& progress, Clock::time_point now);

    /// What to send to the terminal so that no line is left; empty if none is there.
    [[nodiscard]] std::string clear();

    /// Shortest time between two lines.
    static constexpr std::chrono::milliseconds kRedrawInterval{200};

private:
    std::uint64_t total_bytes_;
    Clock::time_point start_;
    std::optional<Clock::time_point> last_;
    bool is_drawn_ = false;
};

}  // namespace dateline::run
