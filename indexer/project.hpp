// The project file: how inputs are read, by their path, so that one run takes a mixed folder.
#pragma once

#include "indexer/source/input/path_pattern.hpp"
#include "indexer/source/reader.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::indexer {

/// Largest project file that is read.
inline constexpr std::uint64_t kMaxProjectBytes = 1ULL << 20U;

/// The settings of a project file, in the syntax of SettingsReader:
///
///     # for all files
///     date-order = dmy
///     [path "legacy/**"]
///     input-format = text
///     charset = cp850
///     [path "legacy/drafts"] skip = true
///
/// Keys are those of source_setting_names(), and `skip` (`true` or `false`).
///
/// A section holds for all files and members whose path its pattern covers, see
/// source::path_for_patterns() and source::PathPattern::covers(): `legacy/**`, `legacy` and `*.txt`
/// match in any folder, and only one with `/` in front is bound to the root. Of sections that match
/// the same path, the later one overrides the earlier one, key by key.
class Project {
public:
    /// Reads `text`; `name` of the file is for messages.
    /// @throws Error (Usage) naming file and line.
    [[nodiscard]] static Project parse(std::string_view text, const std::string& name);

    /// Reads the file at `path`. @throws Error also (InputUnreadable) if that fails.
    [[nodiscard]] static Project read(const std::filesystem::path& path);

    /// The file as it was read.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

    /// Whether nothing is set.
    [[nodiscard]] bool is_empty() const noexcept;

    /// `base` with by_path set to follow the project. Settings named in `given`, those of the
    /// command line, win over the project's.
    [[nodiscard]] source::SourceOptions apply(const source::SourceOptions& base,
                                              const std::set<std::string>& given) const;

private:
    struct Section {
        std::optional<source::PathPattern> pattern;  ///< empty: for all files
        std::vector<std::pair<std::string, std::string>> settings;
        std::optional<bool> skip;
    };
    class Reader;
    class Chooser;

    std::string text_;
    std::vector<Section> sections_;
};

/// The copy of the project file that an index keeps; there need not be one.
[[nodiscard]] std::filesystem::path project_file_of(const std::filesystem::path& index);

/// The project that a run is to follow: the one that `given` names, else the index's copy; empty if
/// there is neither. `index` may be empty, or not there yet.
/// @throws Error as Project::read() does.
[[nodiscard]] std::optional<Project> find_project(const std::string& given,
                                                  const std::filesystem::path& index);

/// Keeps `project` with the index, whose lock the caller holds: durably, in place of an earlier
/// one; an empty one takes the earlier one away. @throws Error (Unwritable) if that fails.
void keep_project(const Project& project, const std::filesystem::path& index);

}  // namespace dateline::indexer
