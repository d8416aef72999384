// Wording and timing of the progress line.
#include "indexer/run/progress.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace dateline::run {
namespace {

constexpr double kBytesPerMegabyte = 1e6;

/// Carriage return, then the control sequence EL (ECMA-48, 8.3.41): clears to the end of the line.
constexpr const char* kLineStart = "\r\x1b[K";

std::string time_left(double seconds) {
    const auto whole = static_cast<std::uint64_t>(std::min(seconds, 359999.0));
    std::array<char, 32> text{};
    if (whole >= 3600) {
        std::snprintf(text.data(),
                      text.size(),
                      "%llu:%02llu:%02llu",
                      static_cast<unsigned long long>(whole / 3600),
                      static_cast<unsigned long long>(whole / 60 % 60),
                      static_cast<unsigned long long>(whole % 60));
    } else {
        std::snprintf(text.data(),
                      text.size(),
                      "%llu:%02llu",
                      static_cast<unsigned long long>(whole / 60),
                      static_cast<unsigned long long>(whole % 60));
    }
    return text.data();
}

}  // namespace

std::string progress_text(const Progress& progress, std::uint64_t total_bytes, double seconds) {
    const double elapsed = std::max(seconds, 1e-3);
    const auto input = static_cast<double>(progress.input_bytes);
    std::string text;
    std::array<char, 96> part{};
    double share = 0;
    if (total_bytes > 0) {
        // A file that grows while it is read must not make more than all.
        share = std::min(1.0, input / static_cast<double>(total_bytes));
        std::snprintf(part.data(), part.size(), "%3d%%  ", static_cast<int>(share * 100));
        text += part.data();
    }
    std::snprintf(part.data(),
                  part.size(),
                  "%llu articles  %.0f/s  %.1f MB/s",
                  static_cast<unsigned long long>(progress.articles),
                  static_cast<double>(progress.articles) / elapsed,
                  input / kBytesPerMegabyte / elapsed);
    text += part.data();
    if (progress.rejected > 0) {
        text += "  " + std::to_string(progress.rejected) + " rejected";
    }
    if (share > 0) {
        text += "  " + time_left(elapsed / share * (1 - share)) + " left";
    }
    return text;
}

std::optional<std::string> ProgressLine::draw(const Progress& progress, Clock::time_point now) {
    if (last_ && now - *last_ < kRedrawInterval) {
        return std::nullopt;
    }
    last_ = now;
    is_drawn_ = true;
    return kLineStart + progress_text(progress,
                                      total_bytes_,
                                      std::chrono::duration<double>(now - start_).count());
}

std::string ProgressLine::clear() {
    const bool was_drawn = is_drawn_;
    is_drawn_ = false;
    return was_drawn ? kLineStart : "";
}

}  // namespace dateline::run
