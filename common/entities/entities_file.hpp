// The user's entities file: names, aliases, merges, separations and blocked names.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::entities {

/// Largest entities file that is read.
inline constexpr std::uint64_t kMaxEntitiesFileBytes = 64ULL << 20U;

/// An entity that the user describes.
struct UserEntity {
    std::string id;                        ///< with its type letter: `P:vladimir-putin`
    std::string name;                      ///< as it is to be shown
    std::vector<std::string> aliases;      ///< other names of it
    std::vector<std::string> merges;       ///< ids that are the same entity
    std::vector<std::string> separations;  ///< ids that are never joined to it
};

/// A name that is never an entity of a type.
struct BlockedName {
    char letter = 'P';  ///< `P` person, `L` place, `O` organisation
    std::string slug;   ///< of the name
};

/// An entities file, in the syntax of SettingsReader:
///
///     [person "Vladimir Putin"]
///     id = P:vladimir-putin
///     alias = Wladimir Putin
///     merge = P:v-putin
///     separate = P:igor-putin
///     [place "Paris, Texas"] id = L:4717560
///     [org "OPEC"] alias = "Opec cartel"
///     [blocked]
///     person = Reuter
///     any = Staff Writer
///
/// Sections are `person`, `place` and `org`, with the name that is shown, and `blocked`. Without
/// `id` an entity has the id of its name. `alias`, `merge` and `separate` may stand several times.
/// Ids may be written with or without their type letter. `any` blocks for all three types.
class EntitiesFile {
public:
    /// A file that says nothing.
    EntitiesFile() = default;

    /// Reads `text`; `name` of the file is for messages.
    ///
    /// @throws Error (Usage) naming file and line: of syntax, of unknown sections and keys, of ids
    ///         of another type, of a name or id that two entities claim, of an id that is merged
    ///         and separated, and of a name that is blocked and an entity's.
    [[nodiscard]] static EntitiesFile parse(std::string_view text, const std::string& name);

    /// Reads the file at `path`. @throws Error also (InputUnreadable) if that fails.
    [[nodiscard]] static EntitiesFile read(const std::filesystem::path& path);

    /// The file as it was read.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

    [[nodiscard]] bool is_empty() const noexcept { return entities_.empty() && blocked_.empty(); }

    [[nodiscard]] const std::vector<UserEntity>& entities() const noexcept { return entities_; }
    [[nodiscard]] const std::vector<BlockedName>& blocked() const noexcept { return blocked_; }

private:
    class Reader;

    std::string text_;
    std::vector<UserEntity> entities_;
    std::vector<BlockedName> blocked_;
};

/// The copy of the entities file that an index keeps; there need not be one.
[[nodiscard]] std::filesystem::path entities_file_of(const std::filesystem::path& index);

/// The file that `given` names, else the index's copy; an empty one if there is neither. `index`
/// may be empty, or not there yet. @throws Error as EntitiesFile::read() does.
[[nodiscard]] EntitiesFile find_entities_file(const std::string& given,
                                              const std::filesystem::path& index);

/// Keeps `file` with the index, whose lock the caller holds: durably, in place of an earlier one;
/// an empty one takes the earlier one away. @throws Error (Unwritable) if that fails.
void keep_entities_file(const EntitiesFile& file, const std::filesystem::path& index);

}  // namespace dateline::entities
