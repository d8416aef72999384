// File access with POSIX calls, because std::fstream neither syncs nor says why it failed.
#include "common/base/file.hpp"

#include "common/base/error.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace dateline {
namespace {

/// A POSIX file descriptor, closed when it goes out of scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }

    [[nodiscard]] int get() const noexcept { return number_; }

private:
    int number_;
};

[[noreturn]] void fail(ErrorCode code,
                       const char* action,
                       const std::filesystem::path& path,
                       int number) {
    const char* hint = number == ENOSPC || number == EFBIG || number == EDQUOT
                           ? "free some disk space and run the command again"
                           : "check that the path exists and that you have the permission";
    throw Error(
        code,
        std::string("cannot ") + action + " '" + path.string() + "': " + system_error_text(number),
        hint);
}

void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            fail(ErrorCode::Unwritable, "write", path, errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

std::string system_error_text(int number) {
    return std::generic_category().message(number);
}

std::string read_file(const std::filesystem::path& path, std::uint64_t limit_bytes) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) {
        fail(ErrorCode::InputUnreadable, "read", path, errno);
    }
    std::string bytes;
    char buffer[65536];
    for (;;) {
        const ssize_t got = ::read(file.get(), buffer, sizeof buffer);
        if (got < 0) {
            if (errno == EINTR) {
                continue;
            }
            fail(ErrorCode::InputUnreadable, "read", path, errno);
        }
        if (got == 0) {
            return bytes;
        }
        bytes.append(buffer, static_cast<std::size_t>(got));
        if (bytes.size() > limit_bytes) {
            throw Error(ErrorCode::InputUnreadable,
                        "cannot read '" + path.string() + "': larger than " +
                            std::to_string(limit_bytes) + " bytes");
        }
    }
}

void sync_to_disk(const std::filesystem::path& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0 || ::fsync(file.get()) != 0) {
        fail(ErrorCode::Unwritable, "sync", path, errno);
    }
}

void write_file_atomically(const std::filesystem::path& name, std::string_view bytes) {
    std::error_code ignored;  // what cannot be looked at cannot be opened either
    const std::filesystem::file_status status = std::filesystem::status(name, ignored);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
        !std::filesystem::is_directory(status)) {
        const Descriptor special(::open(name.c_str(), O_WRONLY | O_CLOEXEC));
        if (special.get() < 0) {
            fail(ErrorCode::Unwritable, "write", name, errno);
        }
        write_all(special.get(), bytes, name);
        return;
    }
    const std::filesystem::path path =
        std::filesystem::is_regular_file(status) ? std::filesystem::canonical(name) : name;
    std::filesystem::path fresh = path;
    fresh += ".new";
    {
        const Descriptor file(::open(fresh.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                                     S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH));
        if (file.get() < 0) {
            fail(ErrorCode::Unwritable, "write", fresh, errno);
        }
        write_all(file.get(), bytes, fresh);
        if (::fsync(file.get()) != 0) {
            fail(ErrorCode::Unwritable, "sync", fresh, errno);
        }
    }
    if (::rename(fresh.c_str(), path.c_str()) != 0) {
        fail(ErrorCode::Unwritable, "replace", path, errno);
    }
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    sync_to_disk(folder);
}

}  // namespace dateline
