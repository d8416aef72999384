// Which ids of an index are one entity: the table of joins and the user's file put together.
#pragma once

#include "common/entities/entities_file.hpp"
#include "common/entities/join_table.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::entities {

/// An id that belongs to another one.
struct Member {
    std::string id;
    std::string reason;  ///< as Join::reason; `merge` and `alias` are the user's

    friend bool operator==(const Member&, const Member&) = default;
    friend auto operator<=>(const Member&, const Member&) = default;
};

/// An entity with more than one id, or that the user describes.
struct JoinedEntity {
    std::string id;               ///< the canonical one, with its type letter
    std::string name;             ///< the canonical one
    std::vector<Member> members;  ///< the other ids, in byte order; may be empty
};

/// A name under which the user wants an entity to be found.
struct Alias {
    std::string slug;
    std::uint32_t entity = 0;  ///< number, see EntityJoins::entities()
};

/// All joins that hold in an index. Immutable: safe to use from several threads at once.
class EntityJoins {
public:
    /// Nothing is joined.
    EntityJoins() = default;

    /// What the user says wins over the table:
    ///  - an id that `file` merges into an entity, and the id of each of its names and aliases
    ///    (`P:wladimir-putin` for `Wladimir Putin`), belong to that entity;
    ///  - ids that the table joins to one of these follow, if it is their canonical one;
    ///  - an entity of the file keeps its id as the canonical one;
    ///  - what is to be separated from an entity, and joined to it by the table alone, stands
    ///  alone.
    EntityJoins(std::vector<Join> table, const EntitiesFile& file);

    /// Reads table and file of the index at `index`; both may be missing.
    /// @throws Error (IndexDamaged) for a damaged table, (Usage) for a mistake in the file.
    [[nodiscard]] static EntityJoins load(const std::filesystem::path& index);

    /// The same for several indexes that are searched as one: the joins of all of them, and the
    /// first of their files that says anything.
    [[nodiscard]] static EntityJoins load(const std::vector<std::filesystem::path>& indexes);

    /// All entities that are joined or described, by canonical id; their place here is their
    /// number.
    [[nodiscard]] const std::vector<JoinedEntity>& entities() const noexcept { return entities_; }

    /// The number of the entity to which `id` belongs; std::nullopt if it stands for itself alone.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;

    /// The entity to which `id` belongs; nullptr if it stands for itself alone.
    [[nodiscard]] const JoinedEntity* entity_of(std::string_view id) const;

    /// The canonical id of `id`, which may be itself. The view lives as long as both.
    [[nodiscard]] std::string_view canonical(std::string_view id) const;

    /// All ids of the entity of `id`: the canonical one first, or `id` alone.
    [[nodiscard]] std::vector<std::string> ids_of(std::string_view id) const;

    /// The user's names and aliases, by slug.
    [[nodiscard]] std::span<const Alias> aliases() const noexcept { return aliases_; }

    /// 16 hexadecimal digits that differ if table or file differ.
    [[nodiscard]] const std::string& version() const noexcept { return version_; }

private:
    std::vector<JoinedEntity> entities_;
    std::vector<Alias> aliases_;
    std::unordered_map<std::string, std::uint32_t> numbers_;  // of all ids
    std::string version_ = "0000000000000000";
};

}  // namespace dateline::entities
