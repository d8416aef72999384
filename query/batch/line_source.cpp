// Reading with poll(2), so that a run that cannot go on does not wait for a line that never comes.
#include "query/batch/line_source.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace dateline::query {
namespace {

constexpr std::size_t kChunkBytes = 65'536;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Waker::Waker() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        throw Error(ErrorCode::Internal, "cannot make a pipe: " + system_error_text(errno));
    }
    read_end_ = ends[0];
    write_end_ = ends[1];
}

Waker::~Waker() {
    ::close(read_end_);
    ::close(write_end_);
}

void Waker::wake() noexcept {
    const char byte = 'w';
    // A full pipe wakes as well as one more byte would.
    static_cast<void>(::write(write_end_, &byte, 1) == 1);
}

LineSource::LineSource(int descriptor, std::string name, const Waker& waker)
    : descriptor_(descriptor), name_(std::move(name)), waker_(waker) {}

bool LineSource::read_more() {
    while (true) {
        std::array<pollfd, 2> waits = {
            {{descriptor_, POLLIN, 0}, {waker_.descriptor(), POLLIN, 0}}};
        if (::poll(waits.data(), waits.size(), -1) < 0 && errno != EINTR) {
            throw Error(ErrorCode::InputUnreadable,
                        "cannot read " + name_ + ": " + system_error_text(errno));
        }
        if (waits[1].revents != 0) {
            return false;
        }
        if (waits[0].revents == 0) {
            continue;
        }
        std::array<char, kChunkBytes> chunk;  // NOLINT(cppcoreguidelines-pro-type-member-init)
        const ssize_t size = ::read(descriptor_, chunk.data(), chunk.size());
        if (size > 0) {
            buffer_.erase(0, std::exchange(begin_, 0));
            buffer_.append(chunk.data(), static_cast<std::size_t>(size));
            return true;
        }
        if (size == 0) {
            return false;
        }
        if (errno != EINTR && errno != EAGAIN) {
            throw Error(ErrorCode::InputUnreadable,
                        "cannot read " + name_ + ": " + system_error_text(errno));
        }
    }
}

Line LineSource::finish_line(std::string text) {
    Line line;
    line.number = ++number_;
    if (line.number == 1 && text.starts_with(kByteOrderMark)) {
        text.erase(0, kByteOrderMark.size());
    }
    if (text.ends_with('\r')) {
        text.pop_back();
    }
    line.too_long = text.size() > kMaxLineBytes;
    line.text = line.too_long ? std::string() : std::move(text);
    return line;
}

std::optional<Line> LineSource::next() {
    std::string text;
    // A line that is too long is read to its end, but no more of it is kept than tells so.
    const auto take = [&](std::size_t end) {
        const std::size_t room = kMaxLineBytes + 8 - std::min(text.size(), kMaxLineBytes + 8);
        text.append(buffer_, begin_, std::min(end - begin_, room));
        begin_ = end;
    };
    while (!at_end_) {
        const std::size_t end = buffer_.find('\n', begin_);
        if (end != std::string::npos) {
            take(end);
            ++begin_;
            return finish_line(std::move(text));
        }
        take(buffer_.size());
        at_end_ = !read_more();
    }
    if (text.empty()) {
        return std::nullopt;
    }
    return finish_line(std::move(text));
}

}  // namespace dateline::query
