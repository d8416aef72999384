// Opens files as the indexer does, so that archives need not be unpacked.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::train {

/// A file of a corpus in memory.
struct OpenedFile {
    std::string path;  ///< with the member of an archive behind `!/`; without `.xz` and the like
    std::string bytes;
};

/// The file name of a path.
[[nodiscard]] std::string_view file_name(std::string_view path);

/// All files at `input` (a file, a folder, an archive; compressed or not) whose path `is_wanted`,
/// by file name.
///
/// @throws Error (InputUnreadable) if something cannot be read.
[[nodiscard]] std::vector<OpenedFile> open_files(
    const std::string& input, const std::function<bool(std::string_view path)>& is_wanted);

}  // namespace dateline::train
