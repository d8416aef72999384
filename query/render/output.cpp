// Writing to a descriptor, and the buffer in front of it.
#include "query/render/output.hpp"

#include "common/base/file.hpp"

#include <cerrno>
#include <unistd.h>
#include <utility>

namespace dateline::render {
namespace {

/// The buffer is handed on when it is larger than this.
constexpr std::size_t kBufferBytes = 65'536;

}  // namespace

OutputClosed::OutputClosed() : Error(ErrorCode::Unwritable, "the reader of the output is gone") {}

FileSink::FileSink(int descriptor, std::string name)
    : descriptor_(descriptor), name_(std::move(name)) {}

void FileSink::put(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
            continue;
        }
        const int reason = errno;
        if (reason == EPIPE) {
            throw OutputClosed();
        }
        if (reason != EINTR) {
            throw Error(ErrorCode::Unwritable,
                        "cannot write " + name_ + ": " + system_error_text(reason));
        }
    }
}

void Output::write(std::string_view bytes) {
    started_ = started_ || !bytes.empty();
    buffer_ += bytes;
    if (buffer_.size() > kBufferBytes) {
        flush();
    }
}

void Output::flush() {
    // Emptied first: after a failure nobody may try to write the same bytes once more.
    const std::string bytes = std::exchange(buffer_, {});
    sink_.put(bytes);
}

}  // namespace dateline::render
