// mmap(2) behind an object, because neither the standard library nor Boost.Iostreams says why it
// failed.
#include "common/base/mapped_file.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace dateline {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& why) {
    throw Error(ErrorCode::InputUnreadable,
                "cannot read '" + path.string() + "': " + why,
                "check that the file exists and that you have the permission");
}

/// The bytes of an open file, or the error that stopped it.
std::string_view map_descriptor(int descriptor, const std::filesystem::path& path) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) {
        fail(path, system_error_text(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        fail(path, "not a regular file");
    }
    const auto size_bytes = static_cast<std::size_t>(status.st_size);
    if (size_bytes == 0) {
        return {};
    }
    void* const start = ::mmap(nullptr, size_bytes, PROT_READ, MAP_SHARED, descriptor, 0);
    if (start == MAP_FAILED) {
        fail(path, system_error_text(errno));
    }
    return {static_cast<const char*>(start), size_bytes};
}

void unmap(std::string_view bytes) noexcept {
    if (!bytes.empty()) {
        ::munmap(const_cast<char*>(bytes.data()),
                 bytes.size());  // NOLINT(*-const-cast): C interface
    }
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        fail(path, system_error_text(errno));
    }
    try {
        bytes_ = map_descriptor(descriptor, path);
    } catch (const Error&) {
        ::close(descriptor);
        throw;
    }
    ::close(descriptor);
}

MappedFile::~MappedFile() {
    unmap(bytes_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

}  // namespace dateline
