// A buffer that moves along a stream.
#include "indexer/source/input/record_buffer.hpp"

#include <algorithm>

namespace dateline::source {
namespace {

constexpr std::size_t kBlockBytes = 64U << 10U;

}  // namespace

bool RecordBuffer::fill(std::size_t size_bytes) {
    while (buffer_.size() - position_ < size_bytes) {
        if (!fill_more()) {
            return false;
        }
    }
    return true;
}

bool RecordBuffer::fill_more() {
    if (ended_) {
        return false;
    }
    // Moved only when as much was dropped as is kept, so that each byte moves about once.
    if (position_ >= buffer_.size() - position_) {
        start_ += position_;
        buffer_.erase(0, position_);
        position_ = 0;
    }
    const std::size_t old = buffer_.size();
    buffer_.resize(old + kBlockBytes);
    std::size_t got = 0;
    try {
        got = stream_.read(std::span(buffer_).subspan(old));
    } catch (const StreamFailure& failure) {
        failure_ = failure;
    }
    buffer_.resize(old + got);
    ended_ = got == 0;
    return got > 0;
}

std::optional<std::size_t> RecordBuffer::line_bytes(std::size_t limit_bytes) {
    std::size_t searched = 0;
    for (;;) {
        const std::string_view rest = bytes();
        const std::size_t end = rest.find('\n', searched);
        if (end != std::string_view::npos) {
            return end < limit_bytes ? std::optional(end + 1) : std::nullopt;
        }
        searched = rest.size();
        if (searched > limit_bytes) {
            return std::nullopt;
        }
        if (!fill_more()) {
            const bool any = !bytes().empty();
            return any ? std::optional(bytes().size()) : std::nullopt;
        }
    }
}

bool RecordBuffer::resume() {
    if (!failure_ || !failure_->resumable) {
        return false;
    }
    failure_.reset();
    ended_ = false;
    return true;
}

}  // namespace dateline::source
