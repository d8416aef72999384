// Queries that are kept with an index under a name, for `query:NAME`.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::query {

/// Longest name of a saved query in bytes.
inline constexpr std::size_t kMaxSavedNameBytes = 64;

/// Most queries that an index keeps.
inline constexpr std::size_t kMaxSavedQueries = 10'000;

/// Whether `name` may name a saved query: ASCII letters, digits, `-` and `_`, and the first one is
/// a letter or digit. Names differ by more than the case of letters.
[[nodiscard]] bool is_saved_name(std::string_view name) noexcept;

/// The file of saved queries in the folder of an index: `queries.conf`, lines of `name = "query"`
/// as SettingsReader reads them. It may be edited by hand.
class SavedQueries {
public:
    /// Reads the file of the index at `index`; no file is no query.
    /// @throws Error (Usage) naming a line that is wrong, InputUnreadable.
    explicit SavedQueries(std::filesystem::path index);

    /// All queries by their names in lower case.
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const noexcept {
        return queries_;
    }

    /// The text of the query `name`, in any case of letters; std::nullopt if there is none.
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;

    /// Keeps `text` as `name` durably, in place of what was there. Line ends become blanks.
    /// @return whether there was a query of that name.
    /// @throws Error (Usage) for a bad name or too many queries; Unwritable.
    static bool save(const std::filesystem::path& index,
                     std::string_view name,
                     std::string_view text);

    /// Forgets the query `name` durably.
    /// @throws Error (Usage) if there is none, with the nearest name; Unwritable.
    static void remove(const std::filesystem::path& index, std::string_view name);

private:
    void write() const;

    std::filesystem::path path_;
    std::map<std::string, std::string, std::less<>> queries_;
};

}  // namespace dateline::query
