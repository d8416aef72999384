// The inputs below which a sync looks for articles that are gone.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::run {

/// The files and folders of a sync. Compares paths as text; links are not followed.
class SyncRoots {
public:
    /// Takes `inputs` without `-`; `index` is the folder of the index.
    /// @throws Error (InputUnreadable) if one of them does not exist.
    SyncRoots(const std::vector<std::string>& inputs, const std::filesystem::path& index);

    /// Whether the file `path`, as file_identity() names it, is one of the roots or lies below one.
    /// Standard input (`-`) never does.
    /// Nor does what keep() has named.
    [[nodiscard]] bool contain(std::string_view path) const;

    /// Leaves `path`, a file or folder as file_identity() names it, and all below it alone: it
    /// could not be read this time, which does not mean that its articles are gone.
    void keep(std::string path) { kept_.push_back(std::move(path)); }

    /// Whether a reject of kind `code` may hide articles that are still there.
    [[nodiscard]] static bool hides_articles(std::string_view code);

private:
    std::filesystem::path base_;  ///< what the paths of file_identity() are relative to
    std::vector<std::string> kept_;
    std::vector<std::string> roots_;  ///< absolute, lexically normal, without a slash at the end
};

}  // namespace dateline::run
