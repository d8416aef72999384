// The lines of earlier prompts, in a file of the user's.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::query {

/// Most lines that are kept.
inline constexpr std::size_t kMaxHistoryLines = 1000;

/// Longest line that is kept, in bytes: what the parser takes (8 KiB).
inline constexpr std::size_t kMaxHistoryLineBytes = 8192;

/// Where the history is: `dateline/history` in XDG_STATE_HOME, if that is an absolute path, else in
/// `.local/state` of HOME (XDG Base Directory Specification 0.8). Empty if neither is set.
[[nodiscard]] std::filesystem::path history_path(const std::optional<std::string>& state_home,
                                                 const std::optional<std::string>& home);

/// Whether `line` may be kept: it is not empty, not over kMaxHistoryLineBytes, valid UTF-8, and has
/// no control characters, which could steer the terminal when they are shown again.
[[nodiscard]] bool is_kept(std::string_view line);

/// One line an entry, oldest first. Each is appended as it comes, so that several prompts share the
/// file and a crash loses nothing. Only the user can read it (mode 0600). Not thread-safe.
class HistoryFile {
public:
    /// @param path  empty: nothing is kept
    explicit HistoryFile(std::filesystem::path path) : path_(std::move(path)) {}

    /// The last kMaxHistoryLines lines that may be kept. Shortens the file if it has more than
    /// twice as many, or lines that may not.
    /// @throws Error (InputUnreadable, Unwritable).
    [[nodiscard]] std::vector<std::string> load() const;

    /// Adds `line` if it may be kept; makes the file and its folders. @throws Error (Unwritable).
    void add(std::string_view line) const;

private:
    std::filesystem::path path_;
};

}  // namespace dateline::query
