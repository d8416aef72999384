// Putting the table of joins and the user's file together.
#include "common/entities/entity_joins.hpp"

#include "common/base/hash.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace dateline::entities {
namespace {

/// What the user says of one id.
struct Claim {
    std::string canonical;
    std::string reason;  ///< empty for the canonical id itself
};

using Claims = std::map<std::string, Claim, std::less<>>;

bool is_separated(const UserEntity& entity, const std::string& id) {
    return std::find(entity.separations.begin(), entity.separations.end(), id) !=
           entity.separations.end();
}

std::string id_of_name(const UserEntity& entity, const std::string& name) {
    return std::string{entity.id[0], ':'} + text::slug(name);
}

Claims claims_of(const EntitiesFile& file) {
    Claims claims;
    for (const UserEntity& entity : file.entities()) {
        claims.try_emplace(entity.id, Claim{entity.id, {}});
        for (const std::string& id : entity.merges) {
            claims.try_emplace(id, Claim{entity.id, "merge"});
        }
    }
    // Ids that are written out come before those that follow from names.
    for (const UserEntity& entity : file.entities()) {
        std::vector<std::string> names = entity.aliases;
        names.push_back(entity.name);
        for (const std::string& name : names) {
            const std::string id = id_of_name(entity, name);
            if (!is_separated(entity, id)) {
                claims.try_emplace(id, Claim{entity.id, "alias"});
            }
        }
    }
    return claims;
}

/// The one entity of the user to which all that the table joins to one id goes; empty if there is
/// none, or several.
std::string owner_of(const std::vector<const Join*>& rows,
                     const Claims& claims,
                     const std::set<std::pair<std::string, std::string>>& separated) {
    const std::string& canonical = rows.front()->canonical;
    std::set<std::string> owners;
    if (const auto claim = claims.find(canonical); claim != claims.end()) {
        return claim->second.canonical;
    }
    for (const Join* row : rows) {
        const auto claim = claims.find(row->member);
        if (claim != claims.end() && claim->second.canonical == row->member) {
            owners.insert(row->member);
        }
    }
    return owners.size() == 1 && !separated.contains({*owners.begin(), canonical}) ? *owners.begin()
                                                                                   : std::string();
}

/// Entities while they are put together.
class Builder {
public:
    explicit Builder(const EntitiesFile& file) : claims_(claims_of(file)) {
        for (const UserEntity& entity : file.entities()) {
            found_[entity.id].name = entity.name;
            for (const std::string& other : entity.separations) {
                separated_.emplace(entity.id, other);
                separated_.emplace(other, entity.id);
            }
        }
        for (const auto& [id, claim] : claims_) {
            if (id != claim.canonical) {
                found_[claim.canonical].members.push_back({id, claim.reason});
            }
        }
    }

    /// Adds what the table joins to one canonical id.
    void add(const std::vector<const Join*>& rows) {
        const std::string& canonical = rows.front()->canonical;
        const std::string owner = owner_of(rows, claims_, separated_);
        const std::string& target = owner.empty() ? canonical : owner;
        if (target != canonical && !claims_.contains(canonical)) {
            join(canonical, target, rows.front()->reason, {});
        }
        for (const Join* row : rows) {
            if (!claims_.contains(row->member)) {
                join(row->member, target, row->reason, row->name);
            }
        }
    }

    std::vector<JoinedEntity> take() {
        std::vector<JoinedEntity> entities;
        entities.reserve(found_.size());
        for (auto& [id, entity] : found_) {
            entity.id = id;
            std::sort(entity.members.begin(), entity.members.end());
            entities.push_back(std::move(entity));
        }
        return entities;
    }

private:
    void join(const std::string& member,
              const std::string& target,
              const std::string& reason,
              const std::string& name) {
        if (separated_.contains({target, member})) {
            return;
        }
        JoinedEntity& entity = found_[target];
        if (entity.name.empty()) {
            entity.name = name;
        }
        entity.members.push_back({member, reason});
    }

    Claims claims_;
    std::set<std::pair<std::string, std::string>> separated_;
    std::map<std::string, JoinedEntity> found_;
};

/// One table out of the rows of several: what any of them joins is joined.
std::vector<Join> united(const std::vector<Join>& rows) {
    std::map<std::string, std::string, std::less<>> above;
    const auto top = [&above](const std::string& id) {
        std::string at = id;
        for (auto next = above.find(at); next != above.end(); next = above.find(at)) {
            at = next->second;
        }
        return at;
    };
    std::map<std::string, const Join*, std::less<>> reasons;  // by member
    std::map<std::string, std::string, std::less<>> names;    // by canonical id
    for (const Join& row : rows) {
        const std::string member = top(row.member);
        const std::string canonical = top(row.canonical);
        if (member != canonical) {
            above.emplace(member, canonical);
            reasons.emplace(member, &row);
        }
        names.emplace(row.canonical, row.name);
    }
    std::vector<Join> united;
    for (const auto& [member, row] : reasons) {
        const std::string canonical = top(member);
        united.push_back({member, canonical, row->reason, names.at(canonical)});
    }
    return united;
}

}  // namespace

EntityJoins::EntityJoins(std::vector<Join> table, const EntitiesFile& file)
    : version_(hex16(hash64(write_join_table(table) + '\0' + file.text()))) {
    std::stable_sort(table.begin(), table.end(), [](const Join& a, const Join& b) {
        return a.canonical < b.canonical;
    });
    Builder builder(file);
    std::vector<const Join*> rows;
    for (std::size_t i = 0; i < table.size(); ++i) {
        rows.push_back(&table[i]);
        if (i + 1 == table.size() || table[i + 1].canonical != table[i].canonical) {
            builder.add(rows);
            rows.clear();
        }
    }
    entities_ = builder.take();
    for (std::uint32_t number = 0; number < entities_.size(); ++number) {
        numbers_.emplace(entities_[number].id, number);
        for (const Member& member : entities_[number].members) {
            numbers_.emplace(member.id, number);
        }
    }
    for (const UserEntity& entity : file.entities()) {
        const std::uint32_t number = numbers_.at(entity.id);
        aliases_.push_back({text::slug(entity.name), number});
        for (const std::string& alias : entity.aliases) {
            aliases_.push_back({text::slug(alias), number});
        }
    }
    std::sort(aliases_.begin(), aliases_.end(), [](const Alias& a, const Alias& b) {
        return std::pair(std::string_view(a.slug), a.entity) <
               std::pair(std::string_view(b.slug), b.entity);
    });
}

EntityJoins EntityJoins::load(const std::filesystem::path& index) {
    const std::string bytes = load_join_table(index);
    const EntitiesFile file = find_entities_file({}, index);
    if (bytes.empty() && file.is_empty()) {
        return {};
    }
    return {bytes.empty() ? std::vector<Join>()
                          : read_join_table(bytes, join_table_path(index).string()),
            file};
}

EntityJoins EntityJoins::load(const std::vector<std::filesystem::path>& indexes) {
    if (indexes.size() == 1) {
        return load(indexes.front());
    }
    std::vector<Join> rows;
    EntitiesFile file;
    for (const std::filesystem::path& index : indexes) {
        const std::string bytes = load_join_table(index);
        if (!bytes.empty()) {
            const std::vector<Join> own = read_join_table(bytes, join_table_path(index).string());
            rows.insert(rows.end(), own.begin(), own.end());
        }
        if (file.is_empty()) {
            file = find_entities_file({}, index);
        }
    }
    return rows.empty() && file.is_empty() ? EntityJoins() : EntityJoins(united(rows), file);
}

std::optional<std::uint32_t> EntityJoins::find(std::string_view id) const {
    const auto found = numbers_.find(std::string(id));
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

const JoinedEntity* EntityJoins::entity_of(std::string_view id) const {
    const auto number = find(id);
    return number ? &entities_[*number] : nullptr;
}

std::string_view EntityJoins::canonical(std::string_view id) const {
    const JoinedEntity* const entity = entity_of(id);
    return entity == nullptr ? id : std::string_view(entity->id);
}

std::vector<std::string> EntityJoins::ids_of(std::string_view id) const {
    const JoinedEntity* const entity = entity_of(id);
    if (entity == nullptr) {
        return {std::string(id)};
    }
    std::vector<std::string> ids = {entity->id};
    for (const Member& member : entity->members) {
        ids.push_back(member.id);
    }
    return ids;
}

}  // namespace dateline::entities
