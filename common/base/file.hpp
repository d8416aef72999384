// Whole small files, and durable replacement of a file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace dateline {

/// The bytes of the file at `path`.
///
/// @throws Error (InputUnreadable) if it cannot be read, or if
///         it is larger than `limit_bytes`.
[[nodiscard]] std::string read_file(const std::filesystem::path& path, std::uint64_t limit_bytes);

/// Replaces the file at `path` by `bytes` so that a crash leaves either the old or the new one:
/// writes `path` + ".new", syncs it, renames it over `path`, and syncs the folder. A symbolic link
/// stays, the file it leads to is replaced. A device, pipe or socket is written to as it is: a
/// rename would put a file in its place.
///
/// @throws Error (Unwritable) if any step fails; the old file is then untouched.
void write_file_atomically(const std::filesystem::path& path, std::string_view bytes);

/// Asks the system to put the file or folder at `path` on disk.
///
/// @throws Error (Unwritable) if that fails.
void sync_to_disk(const std::filesystem::path& path);

/// The text of the system error `number` (an errno value), as `strerror` words it; thread-safe.
[[nodiscard]] std::string system_error_text(int number);

}  // namespace dateline
