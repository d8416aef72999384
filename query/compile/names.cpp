// Look-up of names in the ordinal tables.
#include "query/compile/names.hpp"

#include "common/base/utf8.hpp"
#include "query/compile/edit_rows.hpp"

#include <algorithm>
#include <map>

namespace dateline::compile {
namespace {

/// How a wanted slug must stand in the slug of a name.
struct Pattern {
    std::string slug;
    std::vector<std::string> within;  ///< slugs that must follow in the path of a place, in order
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

bool fits(std::string_view path, const Pattern& pattern) {
    if (!fits_name(take_until(path, '/'), pattern)) {
        return false;
    }
    for (const std::string& wanted : pattern.within) {
        bool found = false;
        while (!path.empty() && !found) {
            found = take_until(path, '/') == wanted;
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

/// The slugs of the parts of `text` between commas.
std::vector<std::string> slugs_of_parts(std::string_view text) {
    std::vector<std::string> slugs;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        if (!trim(text.substr(0, end)).empty()) {
            slugs.push_back(text::slug(text.substr(0, end)));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return slugs;
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
    void add(const storage::OrdinalTable& table, std::uint32_t ordinal) {
        FoundEntity entity{std::string(table.key(ordinal)),
                           std::string(table.name(ordinal)),
                           std::string(table.within(ordinal)),
                           !is_canonical(table, ordinal)};
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

}  // namespace

std::vector<FoundEntity> find_entities(const storage::IndexReader& reader,
                                       const schema::Field& field,
                                       std::string_view text,
                                       bool whole,
                                       bool prefix,
                                       QueryWords& words,
                                       std::size_t edits) {
    const std::vector<QueryToken> tokens = words.tokens(text);
    const bool spaceless = std::any_of(
        tokens.begin(), tokens.end(), [](const auto& token) { return token.is_character; });
    Pattern pattern{text::slug(text), {}, whole, !spaceless, !spaceless && !prefix};
    std::vector<std::string> parts = slugs_of_parts(text);
    const bool has_places = field.id_letters.find('L') != std::string_view::npos;
    if (has_places && parts.size() > 1) {
        pattern.slug = parts.front();
        pattern.within.assign(parts.begin() + 1, parts.end());
    }
    if (edits > 0) {
        pattern.rows = std::make_shared<EditRows>(letters_of(pattern.slug), edits);
        pattern.edits = edits;
    }
    const auto is_of_field = [&field](std::string_view key) {
        return key.size() > 2 && key[1] == ':' &&
               field.id_letters.find(key[0]) != std::string_view::npos;
    };
    const entities::EntityJoins& joins = reader.joins();
    Findings findings;
    for (const entities::Alias& alias : joins.aliases()) {
        const entities::JoinedEntity& entity = joins.entities()[alias.entity];
        if (is_of_field(entity.id) && fits(alias.slug, pattern)) {
            findings.add_alias(entity);
        }
    }
    for (std::uint32_t shard = 0; shard < reader.shards().size(); ++shard) {
        const storage::OrdinalTable& table = reader.ordinals(shard);
        for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
            if (is_of_field(table.key(ordinal)) && fits(table.slug(ordinal), pattern)) {
                findings.add(table, ordinal);
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

}  // namespace dateline::compile
