// Where the data files are that come with the programs.
#pragma once

#include <filesystem>
#include <string>

namespace dateline {

/// The path of the data file `name` that belongs to the running program: what the environment
/// variable `variable` names, if it is set and not empty; else `share/dateline/NAME` in the nearest
/// folder above the program that has it (an installation's prefix, or a build folder); else
/// the folder that this build was configured to install data in.
///
/// @throws Error (InputUnreadable) if the file is in none of the folders. A path from the
///         variable is returned unchecked.
[[nodiscard]] std::filesystem::path installed_file(const std::string& name,
                                                   const std::string& variable);

}  // namespace dateline
