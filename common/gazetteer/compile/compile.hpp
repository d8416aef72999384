// Makes the gazetteer file out of its tables.
#pragma once

#include <filesystem>
#include <string>

namespace dateline::gazetteer {

/// The bytes of the gazetteer file for the tables in `folder` (see data/MANIFEST.md). The same
/// tables give the same bytes.
///
/// @throws Error (InputUnreadable) if a table cannot be read or contradicts another.
[[nodiscard]] std::string compile_gazetteer(const std::filesystem::path& folder);

}  // namespace dateline::gazetteer
