// Look-up of names in the ordinal tables.
#include "query/compile/names.hpp"

#include <algorithm>
#include <map>

namespace dateline::compile {
namespace {

/// How a wanted slug must stand in the slug of a name.
struct Pattern {
    std::string slug;
    bool whole = false;
    bool word_start = true;  ///< a border before it
    bool word_end = true;    ///< a border behind it
};

bool fits(std::string_view slug, const Pattern& pattern) {
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

}  // namespace

std::vector<FoundEntity> find_entities(const storage::IndexReader& reader,
                                       const schema::Field& field,
                                       std::string_view text,
                                       bool whole,
                                       bool prefix,
                                       QueryWords& words) {
    const std::vector<QueryToken> tokens = words.tokens(text);
    const bool spaceless = std::any_of(
        tokens.begin(), tokens.end(), [](const auto& token) { return token.is_character; });
    const Pattern pattern{text::slug(text), whole, !spaceless, !spaceless && !prefix};
    const std::string letter = std::string(1, field.id_letter) + ':';
    std::map<std::string, std::string, std::less<>> found;
    for (std::uint32_t shard = 0; shard < reader.shards().size(); ++shard) {
        const storage::OrdinalTable& table = reader.ordinals(shard);
        for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
            const std::string_view key = table.key(ordinal);
            if (!key.starts_with(letter) || !fits(key.substr(letter.size()), pattern)) {
                continue;
            }
            const std::string_view name = table.name(ordinal);
            const auto known = found.find(key);
            if (known == found.end()) {
                found.emplace(key, name);
            } else if (name < known->second) {
                known->second = name;
            }
        }
    }
    std::vector<FoundEntity> entities;
    entities.reserve(found.size());
    for (const auto& [key, name] : found) {
        entities.push_back({key, name});
    }
    return entities;
}

}  // namespace dateline::compile
