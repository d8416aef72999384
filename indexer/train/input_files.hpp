// Whole files, out of folders, archives and compression.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::train {

/// A file and its bytes.
struct InputFile {
    std::string path;  ///< without the ending of its compression; a member stands behind `!/`
    std::string bytes;
};

/// The files at `input` that `is_wanted` says yes to, in the order in which the indexer reads them;
/// each at most 1 GiB.
///
/// @throws Error (InputUnreadable) if `input` is not there, or anything in it cannot be read.
[[nodiscard]] std::vector<InputFile> open_files(
    const std::string& input, const std::function<bool(std::string_view path)>& is_wanted);

}  // namespace dateline::train
