// Comparing paths with the roots of a sync.
#include "indexer/run/sync_roots.hpp"

#include "common/base/error.hpp"

#include <algorithm>
#include <array>
#include <system_error>

namespace dateline::run {
namespace {

std::string without_slash(std::string path) {
    while (path.ends_with('/')) {
        path.pop_back();
    }
    return path;
}

/// "/news" holds "/news/a.txt" and itself, but not "/newsroom/a.txt".
bool is_below(std::string_view file, std::string_view root) {
    return file.starts_with(root) && (file.size() == root.size() || file[root.size()] == '/');
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
    const auto below = [](std::string_view file) {
        return [file](std::string_view root) { return is_below(file, root); };
    };
    if (path == "-" || std::any_of(kept_.begin(), kept_.end(), below(path))) {
        return false;
    }
    const std::string file = (base_ / path).lexically_normal().string();
    return std::any_of(roots_.begin(), roots_.end(), below(file));
}

bool SyncRoots::hides_articles(std::string_view code) {
    constexpr std::array<std::string_view, 7> kCodes = {
        "bomb", "damaged", "encrypted", "too_deep", "too_many_members", "truncated", "unreadable"};
    return std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
}

}  // namespace dateline::run
