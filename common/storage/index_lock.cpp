// The index-wide writer lock.
#include "common/storage/index_lock.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "common/time/published.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace dateline::storage {
namespace {

constexpr std::chrono::milliseconds kPollInterval{100};

std::string holder_text() {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) {
        host[0] = '?';
    }
    const auto now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return "process " + std::to_string(::getpid()) + " on " + host.data() + " since " +
           time::format_instant(now) + '\n';
}

std::string read_holder(int descriptor) {
    std::array<char, 512> buffer{};
    const ssize_t got = ::pread(descriptor, buffer.data(), buffer.size(), 0);
    const std::string text(buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    const std::string line = printable_line(trim(text));
    return line.empty() ? "another process" : line;
}

}  // namespace

IndexLock::IndexLock(const std::filesystem::path& folder, std::chrono::seconds patience) {
    const std::filesystem::path path = folder / "lock";
    descriptor_ =
        ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
    if (descriptor_ < 0) {
        throw Error(ErrorCode::Unwritable,
                    "cannot write '" + path.string() + "': " + system_error_text(errno),
                    "check that you may write in the index folder");
    }
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EINTR && errno != EWOULDBLOCK) {
            const int number = errno;
            ::close(descriptor_);
            throw Error(ErrorCode::Unwritable,
                        "cannot lock '" + path.string() + "': " + system_error_text(number),
                        "keep the index on a file system that has locks");
        }
        if (errno != EINTR && std::chrono::steady_clock::now() >= deadline) {
            const std::string holder = read_holder(descriptor_);
            ::close(descriptor_);
            throw Error(
                ErrorCode::IndexLocked,
                "the index '" + folder.string() + "' is being written by " + holder,
                "wait until it has finished, or use --wait SECONDS; there is nothing to delete");
        }
        std::this_thread::sleep_for(kPollInterval);
    }
    const std::string holder = holder_text();
    // The text is for people only: a disk too full for it must not stop the writer here.
    if (::ftruncate(descriptor_, 0) != 0 ||
        ::pwrite(descriptor_, holder.data(), holder.size(), 0) < 0) {
        return;
    }
}

IndexLock::~IndexLock() {
    ::close(descriptor_);
}

}  // namespace dateline::storage
