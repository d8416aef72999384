// A folder for one test.
#pragma once

#include <filesystem>
#include <string_view>

namespace dateline::testing {

/// A fresh empty folder below the system's temporary folder. It is removed with all it holds when
/// the object dies, unless an exception is being thrown or a doctest check of this run failed: then
/// it is kept and its path printed.
class TempDir {
public:
    TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;
    TempDir(TempDir&&) = delete;
    TempDir& operator=(TempDir&&) = delete;
    ~TempDir();

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

    /// Writes `bytes` to the file `name` (folders are made) and returns its path.
    std::filesystem::path write(std::string_view name, std::string_view bytes) const;

private:
    std::filesystem::path path_;
};

}  // namespace dateline::testing
