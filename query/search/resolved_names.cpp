// Order, number and spellings of the entities shown.
#include "query/search/resolved_names.hpp"

#include "common/schema/fields.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace dateline::search {
namespace {

using schema::FieldId;

bool has_more_articles(const NamedEntity& a, const NamedEntity& b) {
    return a.articles > b.articles;
}

/// The entities of a clause of `about:` that no article is about, by those that mention them.
std::vector<NamedEntity> only_mentioned(const CountTerms& count,
                                        const compile::NameReading& reading) {
    std::vector<NamedEntity> mentioned;
    for (const compile::FoundEntity& entity : reading.entities) {
        std::vector<std::string> terms;
        for (const std::string& key : entity.keys) {
            for (const FieldId id : {FieldId::Person, FieldId::Place, FieldId::Org}) {
                const schema::Field& field = schema::field(id);
                if (field.id_letters.front() == key.front()) {
                    terms.push_back(schema::make_term(field.id_prefix, key.substr(2)));
                }
            }
        }
        if (const std::uint64_t articles = count(terms); articles > 0) {
            mentioned.push_back({entity.key, entity.name, articles, entity.within, {}});
        }
    }
    std::stable_sort(mentioned.begin(), mentioned.end(), has_more_articles);
    mentioned.resize(std::min(mentioned.size(), kMaxResolved));
    return mentioned;
}

/// All names in the index of each of `keys`.
std::map<std::string, std::set<std::string>, std::less<>> names_of_keys(
    const storage::IndexReader& reader, const std::set<std::string, std::less<>>& keys) {
    std::map<std::string, std::set<std::string>, std::less<>> names;
    for (std::uint32_t shard = 0; shard < reader.shards().size(); ++shard) {
        const storage::OrdinalTable& table = reader.ordinals(shard);
        for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
            if (keys.contains(table.key(ordinal))) {
                names[std::string(table.key(ordinal))].emplace(table.name(ordinal));
            }
        }
    }
    return names;
}

std::vector<std::vector<std::string>> spellings_of(
    const storage::IndexReader& reader, const std::vector<compile::FoundEntity>& entities) {
    std::set<std::string, std::less<>> keys;
    for (const compile::FoundEntity& entity : entities) {
        keys.insert(entity.keys.begin(), entity.keys.end());
    }
    const auto names = names_of_keys(reader, keys);
    std::vector<std::vector<std::string>> spellings;
    for (const compile::FoundEntity& entity : entities) {
        std::set<std::string> own;
        for (const std::string& key : entity.keys) {
            if (const auto found = names.find(key); found != names.end()) {
                own.insert(found->second.begin(), found->second.end());
            }
        }
        own.erase(entity.name);
        spellings.emplace_back(own.begin(), own.end());
    }
    return spellings;
}

}  // namespace

std::vector<ResolvedName> resolve_names(const storage::IndexReader& reader,
                                        compile::Compiler& compiler,
                                        const parse::Node& tree,
                                        const CountTerms& count,
                                        bool all) {
    std::vector<ResolvedName> names;
    for (compile::NameReading& reading : compiler.read_names(tree)) {
        ResolvedName name;
        name.clause = std::move(reading.clause);
        const std::vector<std::vector<std::string>> spellings =
            all ? spellings_of(reader, reading.entities)
                : std::vector<std::vector<std::string>>(reading.entities.size());
        for (std::size_t i = 0; i < reading.entities.size(); ++i) {
            const compile::FoundEntity& entity = reading.entities[i];
            const std::uint64_t articles = count(reading.terms[i]);
            if (articles > 0) {  // the table keeps names of articles that are gone
                name.entities.push_back(
                    {entity.key, entity.name, articles, entity.within, spellings[i]});
            }
        }
        std::stable_sort(name.entities.begin(), name.entities.end(), has_more_articles);
        if (name.entities.empty() && reading.field->id == FieldId::About) {
            name.only_mentioned = only_mentioned(count, reading);
        }
        if (!all && name.entities.size() > kMaxResolved) {
            name.more = name.entities.size() - kMaxResolved;
            name.entities.resize(kMaxResolved);
        }
        names.push_back(std::move(name));
    }
    return names;
}

}  // namespace dateline::search
