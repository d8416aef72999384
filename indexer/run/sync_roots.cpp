// Comparing paths with the roots of a sync.
#include "indexer/run/sync_roots.hpp"

#include "common/base/error.hpp"

#include <algorithm>
#include <system_error>

namespace dateline::run {
namespace {

std::string without_slash(std::string path) {
    while (path.ends_with('/')) {
        path.pop_back();
    }
    return path;
}

}  // namespace

SyncRoots::SyncRoots(const std::vector<std::string>& inputs, const std::filesystem::path& index)
    : base_((std::filesystem::absolute(index) / "..").lexically_normal()) {
    for (const std::string& input : inputs) {
        if (input == "-") {
            continue;
        }
        std::error_code error;
        if (!std::filesystem::exists(input, error)) {
            throw Error(ErrorCode::InputUnreadable,
                        "cannot sync below '" + input + "': it does not exist",
                        "name the folders that hold the archive; nothing was removed");
        }
        roots_.push_back(
            without_slash(std::filesystem::absolute(input).lexically_normal().string()));
    }
}

bool SyncRoots::contain(std::string_view path) const {
    if (path == "-") {
        return false;
    }
    const std::string file = (base_ / path).lexically_normal().string();
    return std::any_of(roots_.begin(), roots_.end(), [&](const std::string& root) {
        // "/news" holds "/news/a.txt" and itself, but not "/newsroom/a.txt".
        return file.starts_with(root) && (file.size() == root.size() || file[root.size()] == '/');
    });
}

}  // namespace dateline::run
