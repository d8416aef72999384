// Looks for a data file relative to the program, so that an installation can be moved as a whole.
#include "common/base/installed_file.hpp"

#include "common/base/error.hpp"

#include <cstdlib>
#include <system_error>

namespace dateline {
namespace {

bool is_file(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored);
}

}  // namespace

std::filesystem::path installed_file(const std::string& name, const std::string& variable) {
    // Nothing in this project changes the environment.
    const char* const named = std::getenv(variable.c_str());  // NOLINT(concurrency-mt-unsafe)
    if (named != nullptr && *named != '\0') {
        return named;
    }
    const std::filesystem::path below = std::filesystem::path("share") / "dateline" / name;
    std::error_code failure;
    std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", failure);
    while (!failure && folder.has_relative_path()) {
        folder = folder.parent_path();
        if (is_file(folder / below)) {
            return folder / below;
        }
    }
    std::filesystem::path configured = std::filesystem::path(DATELINE_DATA_FOLDER) / name;
    if (is_file(configured)) {
        return configured;
    }
    throw Error(ErrorCode::InputUnreadable,
                "cannot find '" + name + "'",
                "install dateline again, or name the file in " + variable);
}

}  // namespace dateline
