// The people, places and organisations of an article, and what clauses on them mean, by looking.
#pragma once

#include "common/entities/entity_joins.hpp"
#include "query/parse/tree.hpp"
#include "query/search/answer.hpp"
#include "tests/property/scanned_text.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace dateline::property {

/// A named thing of one article.
struct ScanEntity {
    std::string key;   ///< `P:john-smith`, `L:3054643`
    std::string name;  ///< the canonical one
    std::string path;  ///< of a known place: slugs from itself to the largest, `/` between
    std::string kind;  ///< of a known place: `country` …
    std::set<std::string> spelled;  ///< other names that the text of the article has for it
    bool itself = false;            ///< named, and not only the place of something named
    bool about = false;
};

/// The entities of `article` whose type letter is in `letters`, by key; with `above`, also the
/// places that what is mentioned lies in.
[[nodiscard]] std::vector<ScanEntity> entities_of(const Article& article,
                                                  std::string_view letters,
                                                  bool above);

/// What a whole archive knows of each key.
struct EntityNames {
    entities::EntityJoins joins;
    std::map<std::string, std::set<std::string>> paths;      ///< canonical names, see ScanEntity
    std::map<std::string, std::set<std::string>> spellings;  ///< other names
    std::map<std::string, std::string> kinds;                ///< of known places
};

/// Adds what `article` names.
void add_names(const Article& article, EntityNames& names);

/// The ids and names of what a facet counts in `article`: entities of the types `letters`, with
/// `level` those that are places of that kind or in one. Joined ids are one entity.
[[nodiscard]] std::map<std::string, std::string> counted_entities(const Article& article,
                                                                  std::string_view letters,
                                                                  const std::string& level,
                                                                  const EntityNames& names);

/// Whether the clause `node` on people, places, organisations, or any of them, finds `article`.
[[nodiscard]] bool matches_entity(const parse::Node& node,
                                  const Article& article,
                                  const EntityNames& names,
                                  TextScanner& text);

/// Whether `article` is about an entity that the clause `node` on people, places or organisations
/// stands for.
[[nodiscard]] bool is_about(const parse::Node& node,
                            const Article& article,
                            const EntityNames& names,
                            TextScanner& text);

/// The buckets of `level` that hold a whole period of which `article` speaks, in order.
[[nodiscard]] std::set<std::string> event_buckets(const Article& article, search::DateLevel level);

}  // namespace dateline::property
