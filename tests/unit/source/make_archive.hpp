// Archives and compressed files for the tests of readers.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::testing {

/// Names and contents; a name that ends in `/` is a folder.
using Members = std::vector<std::pair<std::string, std::string>>;

/// Writes `members` to `path`.
///
/// @param format  `ustar`, `zip` or `raw` (one member, its name is not kept)
/// @param filter  `none`, `gzip`, `bzip2`, `xz` or `zstd`
/// @return the bytes of the file.
std::string make_archive(const std::filesystem::path& path,
                         const std::string& format,
                         const std::string& filter,
                         const Members& members);

}  // namespace dateline::testing
