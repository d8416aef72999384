// Look-up of names in the ordinal tables.
#include "query/compile/names.hpp"

#include "common/base/utf8.hpp"
#include "query/compile/edit_rows.hpp"
#include "query/compile/other_names.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace dateline::compile {
namespace {

/// How a wanted slug must stand in the slug of a name.
struct Pattern {
    std::string slug;
    /// What must follow in the path of a place, in order: each as any of several slugs.
    std::vector<std::vector<std::string>> within;
    bool whole = false;
    bool word_start = true;            ///< a border before it
    bool word_end = true;              ///< a border behind it
    std::shared_ptr<EditRows> rows{};  ///< of a fuzzy word, which `edits` of them make fit
    std::size_t edits = 0;
};

/// Takes the part of `text` before the first `sign`, and the sign.
std::string_view take_until(std::string_view& text, char sign) {
    const std::size_t end = std::min(text.find(sign), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

bool has_near_word(std::string_view slug, const Pattern& pattern) {
    while (!slug.empty()) {
        if (edits_of(*pattern.rows, take_until(slug, '-')) <= pattern.edits) {
            return true;
        }
    }
    return false;
}

bool fits_name(std::string_view slug, const Pattern& pattern) {
    if (pattern.rows) {
        return has_near_word(slug, pattern);
    }
    if (pattern.whole) {
        return slug == pattern.slug;
    }
    for (std::size_t at = slug.find(pattern.slug); at != std::string_view::npos;
         at = slug.find(pattern.slug, at + 1)) {
        const std::size_t end = at + pattern.slug.size();
        if ((!pattern.word_start || at == 0 || slug[at - 1] == '-') &&
            (!pattern.word_end || end == slug.size() || slug[end] == '-')) {
            return true;
        }
    }
    return false;
}

/// Whether `path`, what a place is in, is as `pattern` says.
bool fits_within(std::string_view path, const Pattern& pattern) {
    for (const std::vector<std::string>& wanted : pattern.within) {
        bool found = false;
        while (!path.empty() && !found) {
            const std::string_view part = take_until(path, '/');
            found = std::find(wanted.begin(), wanted.end(), part) != wanted.end();
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

bool fits(std::string_view path, const Pattern& pattern) {
    return fits_name(take_until(path, '/'), pattern) && fits_within(path, pattern);
}

/// The parts of `text` between commas.
std::vector<std::string_view> parts_of(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::string_view part = trim(take_until(text, ','));
        if (!part.empty()) {
            parts.push_back(part);
        }
    }
    return parts;
}

/// Whether the name of `ordinal` is the canonical one of its entity.
bool is_canonical(const storage::OrdinalTable& table, std::uint32_t ordinal) {
    const std::string_view key = table.key(ordinal);
    const std::string_view slug = table.slug(ordinal);
    return slug == key.substr(2) || slug.find('/') != std::string_view::npos;
}

/// The entities found so far, by key.
class Findings {
public:
    /// Adds the entity of `ordinal`; with `by_other_name`, none of its names is the wanted one.
    void add(const storage::OrdinalTable& table, std::uint32_t ordinal, bool by_other_name) {
        FoundEntity entity{std::string(table.key(ordinal)),
                           std::string(table.name(ordinal)),
                           std::string(table.within(ordinal)),
                           by_other_name || !is_canonical(table, ordinal)};
        const auto [known, is_new] = found_.try_emplace(entity.key, entity);
        FoundEntity& kept = known->second;
        const bool better = kept.by_spelling && !entity.by_spelling;
        if (!is_new &&
            (better || (kept.by_spelling == entity.by_spelling && entity.name < kept.name))) {
            kept = std::move(entity);
        }
    }

    /// Gives the entities that only a spelling was found for their canonical names.
    void name_properly(const storage::OrdinalTable& table, std::uint32_t ordinal) {
        const auto known = found_.find(table.key(ordinal));
        if (known != found_.end() && known->second.by_spelling && is_canonical(table, ordinal)) {
            known->second.name = table.name(ordinal);
            known->second.within = table.within(ordinal);
        }
    }

    [[nodiscard]] bool any_by_spelling() const {
        return std::any_of(found_.begin(), found_.end(), [](const auto& entry) {
            return entry.second.by_spelling;
        });
    }

    /// Adds an entity that an alias of the user's names.
    void add_alias(const entities::JoinedEntity& entity) {
        found_.try_emplace(entity.id, FoundEntity{entity.id, entity.name, {}, true});
    }

    /// What was found, with joined ids as one.
    [[nodiscard]] std::vector<FoundEntity> take(const entities::EntityJoins& joins) {
        std::map<std::string, FoundEntity, std::less<>> joined;
        for (const auto& [key, entity] : found_) {
            if (joined.contains(joins.canonical(key))) {
                continue;
            }
            FoundEntity& whole = joined[std::string(joins.canonical(key))];
            whole = entity;
            whole.keys = joins.ids_of(key);
            for (const std::string& id : whole.keys) {
                const auto own = found_.find(id);
                if (own == found_.end() || own->second.by_spelling) {
                    whole.unworded.push_back(id);
                }
            }
            if (const entities::JoinedEntity* const known = joins.entity_of(key)) {
                whole.key = known->id;
                whole.name = known->name;
                const auto own = found_.find(known->id);
                whole.within = own == found_.end() ? std::string() : own->second.within;
            }
        }
        std::vector<FoundEntity> entities;
        entities.reserve(joined.size());
        for (auto& [key, entity] : joined) {
            entities.push_back(std::move(entity));
        }
        return entities;
    }

private:
    std::map<std::string, FoundEntity, std::less<>> found_;
};

/// What is looked for in the tables of an index.
struct Wanted {
    const schema::Field& field;
    Pattern pattern;
    std::set<std::string, std::less<>> ids{};         ///< the gazetteer knows by that name
    std::set<std::string, std::less<>> ids_within{};  ///< likewise, if they are in Pattern::within

    [[nodiscard]] bool is_of_field(std::string_view key) const {
        return key.size() > 2 && key[1] == ':' &&
               field.id_letters.find(key[0]) != std::string_view::npos;
    }

    /// Whether the entity of `ordinal` has the name in the gazetteer only.
    [[nodiscard]] bool has_other_name(const storage::OrdinalTable& table,
                                      std::uint32_t ordinal) const {
        const std::string_view key = table.key(ordinal);
        if (ids.contains(key)) {
            return true;
        }
        std::string_view path = table.slug(ordinal);
        take_until(path, '/');
        return ids_within.contains(key) && fits_within(path, pattern);
    }
};

bool is_place_field(const schema::Field& field) {
    return field.id_letters.find('L') != std::string_view::npos;
}

bool is_person_field(const schema::Field& field) {
    return field.id_letters.find_first_of("PA") != std::string_view::npos;
}

Wanted wanted_by(std::string_view text,
                 const schema::Field& field,
                 bool whole,
                 bool prefix,
                 QueryWords& words,
                 std::size_t edits) {
    const std::vector<QueryToken> tokens = words.tokens(text);
    const bool spaceless = std::any_of(
        tokens.begin(), tokens.end(), [](const auto& token) { return token.is_character; });
    Wanted wanted{field, {text::slug(text), {}, whole, !spaceless, !spaceless && !prefix}};
    Pattern& pattern = wanted.pattern;
    const auto known = [&](std::string_view name) {
        const std::vector<std::string> ids = ids_of_other_name(name, field.id_letters);
        return std::set<std::string, std::less<>>(ids.begin(), ids.end());
    };
    const bool as_written = prefix || edits > 0;
    if (!as_written) {
        wanted.ids = known(text);
    }
    const std::vector<std::string_view> parts = parts_of(text);
    if (is_place_field(field) && parts.size() > 1) {
        pattern.slug = text::slug(parts.front());
        for (std::size_t i = 1; i < parts.size(); ++i) {
            pattern.within.push_back(slugs_of_place(parts[i]));
            pattern.within.back().push_back(text::slug(parts[i]));
        }
        if (!as_written) {
            wanted.ids_within = known(parts.front());
        }
    }
    if (edits > 0) {
        pattern.rows = std::make_shared<EditRows>(letters_of(pattern.slug), edits);
        pattern.edits = edits;
    }
    return wanted;
}

std::vector<FoundEntity> find_in_tables(const storage::IndexReader& reader, const Wanted& wanted) {
    const entities::EntityJoins& joins = reader.joins();
    Findings findings;
    for (const entities::Alias& alias : joins.aliases()) {
        const entities::JoinedEntity& entity = joins.entities()[alias.entity];
        if (wanted.is_of_field(entity.id) && fits(alias.slug, wanted.pattern)) {
            findings.add_alias(entity);
        }
    }
    for (std::uint32_t shard = 0; shard < reader.shards().size(); ++shard) {
        const storage::OrdinalTable& table = reader.ordinals(shard);
        for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
            if (!wanted.is_of_field(table.key(ordinal))) {
                continue;
            }
            if (fits(table.slug(ordinal), wanted.pattern)) {
                findings.add(table, ordinal, false);
            } else if (wanted.has_other_name(table, ordinal)) {
                findings.add(table, ordinal, true);
            }
        }
    }
    if (findings.any_by_spelling()) {
        for (std::uint32_t shard = 0; shard < reader.shards().size(); ++shard) {
            const storage::OrdinalTable& table = reader.ordinals(shard);
            for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
                findings.name_properly(table, ordinal);
            }
        }
    }
    return findings.take(joins);
}

}  // namespace

std::vector<FoundEntity> find_entities(const storage::IndexReader& reader,
                                       const schema::Field& field,
                                       std::string_view text,
                                       bool whole,
                                       bool prefix,
                                       QueryWords& words,
                                       std::size_t edits) {
    std::vector<FoundEntity> found =
        find_in_tables(reader, wanted_by(text, field, whole, prefix, words, edits));
    if (!found.empty() || prefix || edits > 0 || !is_person_field(field)) {
        return found;
    }
    for (const std::string& reading : other_readings(text)) {
        found = find_in_tables(reader, wanted_by(reading, field, whole, false, words, 0));
        if (!found.empty()) {
            break;
        }
    }
    return found;
}

}  // namespace dateline::compile
