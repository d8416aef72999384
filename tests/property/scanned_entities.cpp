// Clauses on entities, without an index.
#include "tests/property/scanned_entities.hpp"

#include "common/base/utf8.hpp"
#include "tests/property/scanner.hpp"

#include <algorithm>

namespace dateline::property {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;

std::string letter_of(MentionType type) {
    return type == MentionType::Person ? "P:" : type == MentionType::Place ? "L:" : "O:";
}

struct Found {
    std::map<std::string, ScanEntity> by_key;
    std::map<std::string, int> mentions;
    std::set<std::string> in_head;

    ScanEntity& entity(const std::string& key, const std::string& name) {
        ScanEntity& found = by_key[key];
        if (found.key.empty()) {
            found.key = key;
            found.name = name;
        }
        return found;
    }

    void count(const std::string& key, bool head) {
        ++mentions[key];
        if (head) {
            in_head.insert(key);
        }
    }
};

void add_path(const Mention& mention, bool head, Found& found) {
    std::string path;
    for (std::size_t i = 0; i < mention.path.size(); ++i) {
        const PlaceLevel& level = mention.path[i];
        path = text::slug(level.name) + (path.empty() ? "" : "/" + path);
        ScanEntity& place = found.entity(level.id, level.name);
        place.path = path;
        place.kind = level.kind;
        if (i + 1 < mention.path.size()) {
            found.count(level.id, head);
        }
    }
}

void add_mention(const Mention& mention, const std::string& text, std::size_t head, Found& found) {
    const std::string letter = letter_of(mention.type);
    const std::string key =
        letter + text::slug(mention.id.empty() ? mention.name : mention.id.substr(2));
    const bool in_head = mention.end_bytes <= head;
    ScanEntity& entity = found.entity(key, mention.name);
    entity.itself = true;
    found.count(key, in_head);
    const std::string surface =
        text.substr(mention.start_bytes, mention.end_bytes - mention.start_bytes);
    if (text::slug(surface) != text::slug(mention.name)) {
        entity.spelled.insert(surface);
    }
    add_path(mention, in_head, found);
}

Found all_of(const Article& article) {
    Found found;
    const std::string text = full_text(article);
    const std::size_t head = head_bytes(article);
    const auto given = [&](const std::string& letter, const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            const std::string clean = collapse_spaces(name);
            if (!clean.empty()) {
                found.entity(letter + text::slug(clean), clean).itself = true;
            }
        }
    };
    given("P:", article.people);
    given("L:", article.places);
    given("O:", article.orgs);
    for (const Mention& mention : article.mentions) {
        if (mention.type != MentionType::Date) {
            add_mention(mention, text, head, found);
        }
    }
    for (auto& [key, entity] : found.by_key) {
        entity.about = found.in_head.contains(key) || found.mentions[key] >= 3;
    }
    return found;
}

/// Whether `wanted` stands in `slug` between borders of words, or between any where it is open.
bool stands_in(const std::string& wanted, const std::string& slug, bool open_start, bool open_end) {
    const std::string text = '-' + slug + '-';
    return text.find((open_start ? "" : "-") + wanted + (open_end ? "" : "-")) != std::string::npos;
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == separator) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

/// Whether a name whose slug (of a place: path) is `path` is what `node` names.
bool name_fits(const Node& node, const std::string& path, TextScanner& text) {
    const std::vector<ScanToken> tokens = text.tokens(node.text);
    const bool spaceless = std::any_of(
        tokens.begin(), tokens.end(), [](const ScanToken& t) { return t.is_character; });
    const bool of_place = node.field->id == FieldId::Place || node.field->id == FieldId::About;
    std::vector<std::string> wanted = {node.text};
    if (of_place && node.text.find(',') != std::string::npos) {
        wanted = split(node.text, ',');
        std::erase_if(wanted, [](const std::string& part) { return trim(part).empty(); });
    }
    const std::vector<std::string> levels = split(path, '/');
    const std::string first = text::slug(wanted.front());
    if (node.exact ? levels.front() != first
                   : !stands_in(first, levels.front(), spaceless, spaceless || node.prefix)) {
        return false;
    }
    std::size_t level = 1;
    for (std::size_t i = 1; i < wanted.size(); ++i, ++level) {
        while (level < levels.size() && levels[level] != text::slug(wanted[i])) {
            ++level;
        }
        if (level >= levels.size()) {
            return false;
        }
    }
    return true;
}

std::string canonical_path(const ScanEntity& entity) {
    return entity.path.empty() ? text::slug(entity.name) : entity.path;
}

bool has_word(const Node& node, const std::string& name, TextScanner& text) {
    const std::string wanted = text.tokens(node.text).front().folded;
    const std::vector<ScanToken> words = text.tokens(name);
    return std::any_of(words.begin(), words.end(), [&](const ScanToken& word) {
        return node.prefix ? word.folded.starts_with(wanted) : word.folded == wanted;
    });
}

bool any_fits(const Node& node,
              const std::string& key,
              const std::map<std::string, std::set<std::string>>& names,
              TextScanner& text) {
    const auto all = names.find(key);
    return all != names.end() &&
           std::any_of(all->second.begin(), all->second.end(), [&](const std::string& path) {
               return name_fits(node, path, text);
           });
}

/// Whether the archive has any id of the entity of `key` under the name in `node`, or the user
/// does.
bool joined_fits(const Node& node,
                 const std::string& key,
                 const EntityNames& names,
                 TextScanner& text) {
    const auto number = names.joins.find(key);
    const std::vector<std::string> ids = names.joins.ids_of(key);
    return std::any_of(ids.begin(),
                       ids.end(),
                       [&](const std::string& id) {
                           return any_fits(node, id, names.paths, text) ||
                                  any_fits(node, id, names.spellings, text);
                       }) ||
           std::any_of(names.joins.aliases().begin(),
                       names.joins.aliases().end(),
                       [&](const entities::Alias& alias) {
                           return number == alias.entity && name_fits(node, alias.slug, text);
                       });
}

/// Whether `node` stands for `key` in the archive, whatever an article calls it.
bool stands_for(const Node& node,
                const std::string& key,
                const EntityNames& names,
                TextScanner& text) {
    if (node.kind == NodeKind::Id) {
        const std::string id = key.substr(0, 2) + text::slug(node.text);
        return names.joins.canonical(key) == names.joins.canonical(id);
    }
    return names.joins.find(key) ? joined_fits(node, key, names, text)
                                 : any_fits(node, key, names.paths, text) ||
                                       any_fits(node, key, names.spellings, text);
}

bool entity_fits(const Node& node,
                 const ScanEntity& entity,
                 const EntityNames& names,
                 TextScanner& text) {
    if (node.kind == NodeKind::Id) {
        const std::string id = entity.key.substr(0, 2) + text::slug(node.text);
        return names.joins.canonical(entity.key) == names.joins.canonical(id);
    }
    const std::vector<ScanToken> tokens = text.tokens(node.text);
    const bool by_word = tokens.size() == 1 && !tokens.front().is_character && !node.exact;
    if (by_word &&
        (has_word(node, entity.name, text) ||
         std::any_of(entity.spelled.begin(), entity.spelled.end(), [&](const auto& spelling) {
             return has_word(node, spelling, text);
         }))) {
        return true;
    }
    if (by_word && any_fits(node, entity.key, names.paths, text)) {
        return false;  // its own articles have it as a word, or not at all
    }
    if (names.joins.find(entity.key)) {
        return joined_fits(node, entity.key, names, text);
    }
    return (!by_word && name_fits(node, canonical_path(entity), text)) ||
           any_fits(node, entity.key, names.spellings, text);
}

}  // namespace

std::vector<ScanEntity> entities_of(const Article& article, std::string_view letters, bool above) {
    std::vector<ScanEntity> entities;
    for (auto& [key, entity] : all_of(article).by_key) {
        if (letters.find(key[0]) != std::string_view::npos && (above || entity.itself)) {
            entities.push_back(entity);
        }
    }
    return entities;
}

void add_names(const Article& article, EntityNames& names) {
    for (const ScanEntity& entity : entities_of(article, "PLO", true)) {
        const std::string path = canonical_path(entity);
        // A name from which the id is not made is found as a spelling is.
        const bool canonical = path == entity.key.substr(2) || path.find('/') != std::string::npos;
        (canonical ? names.paths : names.spellings)[entity.key].insert(path);
        for (const std::string& spelling : entity.spelled) {
            names.spellings[entity.key].insert(text::slug(spelling));
        }
        if (!entity.kind.empty()) {
            names.kinds[entity.key] = entity.kind;
        }
    }
}

std::map<std::string, std::string> counted_entities(const Article& article,
                                                    std::string_view letters,
                                                    const std::string& level,
                                                    const EntityNames& names) {
    std::map<std::string, std::string> counted;
    for (const ScanEntity& entity : entities_of(article, letters, !level.empty())) {
        const entities::JoinedEntity* const joined = names.joins.entity_of(entity.key);
        std::string kind;
        for (const std::string& id : names.joins.ids_of(entity.key)) {
            const auto known = names.kinds.find(id);
            kind = kind.empty() && known != names.kinds.end() ? known->second : kind;
        }
        if (level.empty() || kind == level) {
            counted.emplace(joined == nullptr ? entity.key : joined->id,
                            joined == nullptr ? entity.name : joined->name);
        }
    }
    return counted;
}

bool matches_entity(const Node& node,
                    const Article& article,
                    const EntityNames& names,
                    TextScanner& text) {
    const bool about = node.field->id == FieldId::About;
    // A single word that is exact or an id means what is named itself; so does a `=` before more.
    const bool above = node.field->id == FieldId::Place ? !node.exact : about;
    const std::vector<ScanEntity> entities = entities_of(article, node.field->id_letters, above);
    return std::any_of(entities.begin(), entities.end(), [&](const ScanEntity& entity) {
        return (!about || entity.about) && entity_fits(node, entity, names, text);
    });
}

bool is_about(const Node& node,
              const Article& article,
              const EntityNames& names,
              TextScanner& text) {
    const std::vector<ScanEntity> entities = entities_of(article, node.field->id_letters, true);
    return std::any_of(entities.begin(), entities.end(), [&](const ScanEntity& entity) {
        return entity.about && stands_for(node, entity.key, names, text);
    });
}

std::set<std::string> event_buckets(const Article& article, search::DateLevel level) {
    std::set<std::string> buckets;
    for (const Mention& mention : article.mentions) {
        if (mention.type != MentionType::Date || !mention.days) {
            continue;
        }
        const std::string first = bucket_of(mention.days->from, level);
        if (first == bucket_of(mention.days->to, level)) {
            buckets.insert(first);
        }
    }
    return buckets;
}

}  // namespace dateline::property
