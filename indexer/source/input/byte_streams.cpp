// The plain byte streams.
#include "indexer/source/input/byte_streams.hpp"

#include "common/base/file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dateline::source {
namespace {

/// Decompressed bytes before which no ratio is looked at: small texts that repeat compress very
/// well.
constexpr std::uint64_t kRatioCheckedAfterBytes = 64ULL << 20U;

/// Bytes that decompressors may have read in advance, counted in favour of the file.
constexpr std::uint64_t kReadAheadBytes = 64ULL << 10U;

}  // namespace

FileStream::FileStream(const std::string& path, ArticleSink& sink) : sink_(sink) {
    // Without O_NONBLOCK, opening a named pipe waits for its writer, and no signal ends that.
    descriptor_ =
        path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ < 0) {
        throw StreamFailure{"unreadable", "cannot be opened: " + system_error_text(errno)};
    }
    if (path != "-") {
        // Reads wait again; if this fails, wait_for_bytes() still does before each of them.
        static_cast<void>(
            ::fcntl(descriptor_, F_SETFL, 0));  // NOLINT(cppcoreguidelines-pro-type-vararg)
    }
    struct stat status {};
    if (::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode) && path != "-") {
        size_ = static_cast<std::uint64_t>(status.st_size);
        modified_ = time::TimestampMs(std::chrono::seconds(status.st_mtim.tv_sec));
    }
}

FileStream::~FileStream() {
    ::close(descriptor_);
}

std::size_t FileStream::read(std::span<char> buffer) {
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        if (!size_ && !wait_for_bytes()) {
            break;  // what is there already is handed over, then the stream ends
        }
        const ssize_t got = ::read(descriptor_, buffer.data() + filled, buffer.size() - filled);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0 && filled == 0) {
            throw StreamFailure{"unreadable", "cannot be read: " + system_error_text(errno)};
        }
        if (got <= 0) {
            break;  // an error comes again at the next call, when there is nothing to hand over
                    // first
        }
        filled += static_cast<std::size_t>(got);
    }
    position_ += filled;
    consumed_ += filled;
    report(filled);
    return filled;
}

bool FileStream::wait_for_bytes() const {
    constexpr int kLookMilliseconds = 100;
    struct pollfd source = {descriptor_, POLLIN, 0};
    while (!sink_.stop_requested()) {
        const int ready = ::poll(&source, 1, kLookMilliseconds);
        if (ready > 0 || (ready < 0 && errno != EINTR)) {
            return true;  // bytes, the end, or an error that read() names
        }
    }
    return false;
}

bool FileStream::seek(std::uint64_t offset_bytes) {
    if (!size_ || ::lseek(descriptor_, static_cast<off_t>(offset_bytes), SEEK_SET) < 0) {
        return false;
    }
    position_ = offset_bytes;
    return true;
}

void FileStream::report(std::uint64_t bytes) {
    if (size_) {
        bytes = std::min(bytes, *size_ - std::min(reported_, *size_));
    }
    if (bytes > 0) {
        reported_ += bytes;
        sink_.progress(bytes);
    }
}

void FileStream::finish_progress() {
    if (size_) {
        report(*size_ - std::min(reported_, *size_));
    }
}

std::size_t MemoryStream::read(std::span<char> buffer) {
    const std::size_t count = std::min(buffer.size(), rest_.size());
    if (count > 0) {
        std::memcpy(buffer.data(), rest_.data(), count);
    }
    rest_.remove_prefix(count);
    return count;
}

StreamHead read_head(ByteStream& stream, std::size_t limit_bytes) {
    StreamHead head;
    head.bytes.resize(limit_bytes);
    std::size_t filled = 0;
    try {
        while (filled < limit_bytes) {
            const std::size_t got = stream.read(std::span(head.bytes).subspan(filled));
            if (got == 0) {
                break;
            }
            filled += got;
        }
    } catch (const StreamFailure& failure) {
        head.failure = failure;
    }
    head.bytes.resize(filled);
    return head;
}

std::size_t HeadedStream::read(std::span<char> buffer) {
    const std::size_t count = std::min(buffer.size(), head_.size() - taken_);
    if (count > 0) {
        std::memcpy(buffer.data(), head_.data() + taken_, count);
        taken_ += count;
    }
    if (count == buffer.size()) {
        return count;
    }
    if (!failure_) {
        try {
            return count + rest_.read(buffer.subspan(count));
        } catch (const StreamFailure& failure) {
            failure_ = failure;
        }
    }
    if (count > 0) {
        return count;  // what the head gave must not be lost: the failure comes at the next call
    }
    const StreamFailure failure = *failure_;
    if (failure.resumable) {
        failure_.reset();
    }
    throw StreamFailure(failure);
}

std::size_t LimitedStream::read(std::span<char> buffer) {
    if (given_ > limits_.member_bytes && !any_size_) {
        throw StreamFailure{"bomb",
                            "holds more than " + std::to_string(limits_.member_bytes) +
                                " bytes after decompression; split it, or raise --max-bytes"};
    }
    const std::uint64_t consumed = file_.consumed_bytes() - consumed_at_start_ + kReadAheadBytes;
    if (given_ > kRatioCheckedAfterBytes &&
        given_ / std::max<std::uint64_t>(limits_.ratio, 1) > consumed) {
        throw StreamFailure{"bomb",
                            "decompresses to more than " + std::to_string(limits_.ratio) +
                                " times its size; decompress it by hand if it is genuine"};
    }
    const std::size_t got = inner_.read(buffer);
    given_ += got;
    return got;
}

}  // namespace dateline::source
