// Placeholders for standard streams that are closed.
#include "common/base/standard_streams.hpp"

#include "common/base/error.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace dateline {
namespace {

/// Whether `descriptor` was closed. It leads to `/dev/null` then, opened with `flags`; all lower
/// ones must be open.
bool occupy(int descriptor, int flags) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
    if (::fcntl(descriptor, F_GETFD) != -1) {
        return false;
    }
    // open() takes the lowest free number, which is this one.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
    if (::open("/dev/null", flags) != descriptor) {
        throw Error(ErrorCode::Unwritable, "cannot open '/dev/null'");
    }
    return true;
}

}  // namespace

ClosedStreams occupy_closed_streams() {
    ClosedStreams closed;
    closed.input = occupy(STDIN_FILENO, O_WRONLY);
    closed.output = occupy(STDOUT_FILENO, O_RDONLY);
    closed.messages = occupy(STDERR_FILENO, O_RDWR);
    return closed;
}

bool has_standard_input() noexcept {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
    const int flags = ::fcntl(STDIN_FILENO, F_GETFL);
    return flags != -1 && (static_cast<unsigned>(flags) & O_ACCMODE) != O_WRONLY;
}

}  // namespace dateline
