// A whole file mapped into memory for reading.
#pragma once

#include <filesystem>
#include <string_view>

namespace dateline {

/// The bytes of a regular file, mapped read-only and shared between processes. Pages are read when
/// they are first touched. The file must not be cut while it is mapped: replace it by a rename.
class MappedFile {
public:
    /// Maps the file at `path`; an empty file gives no bytes.
    ///
    /// @throws Error (InputUnreadable) if it cannot be opened or mapped, or is no regular file.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    /// The bytes; they start at a page border and stay valid as long as the object.
    [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }

private:
    std::string_view bytes_;
};

}  // namespace dateline
