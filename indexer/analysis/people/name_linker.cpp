// Joining first, then one name for each entity.
#include "indexer/analysis/people/name_linker.hpp"

#include "common/names/name_case.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/analysis/people/known_organisations.hpp"
#include "indexer/analysis/people/organisation_joins.hpp"
#include "indexer/analysis/people/person_forms.hpp"
#include "indexer/analysis/people/person_joins.hpp"
#include "indexer/analysis/people/person_mentions.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>

namespace dateline::analysis {

namespace {

// What an entity is called.
struct EntityName {
    std::string id;
    std::string name;
    bool known = false;
};

// The forms of names that a text writes with small letters, by form_key().
using SmallForms = std::map<std::string, std::string>;

SmallForms small_forms(std::span<const PersonMention> mentions) {
    SmallForms forms;
    for (const PersonMention& mention : mentions) {
        if (!names::is_in_capitals(mention.written)) {
            forms.emplace(form_key(mention.name), mention.written);
        }
    }
    return forms;
}

// The full name as the text writes it with small letters, if it does anywhere.
std::string shown_name(const SmallForms& small, const PersonMention& full) {
    const auto found = small.find(form_key(full.name));
    return names::name_case(found == small.end() ? full.written : found->second);
}

// A quote whose partner the tagger left outside of the name.
std::string without_lone_quote(std::string name) {
    if (std::count(name.begin(), name.end(), '"') % 2 == 1) {
        std::erase(name, '"');
    }
    return name;
}

std::string without_nicknames(const std::string& name) {
    const names::PersonName parsed = names::parse_person_name(name);
    if (parsed.nicknames.empty() || parsed.is_bare()) {
        return name;
    }
    std::string result;
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        const std::string word = name.substr(begin, end - begin);
        const std::vector<names::NameWord> parts = names::parse_person_name(word).words;
        const bool nickname = std::any_of(parts.begin(), parts.end(), [&](const auto& part) {
            return std::any_of(parsed.nicknames.begin(),
                               parsed.nicknames.end(),
                               [&](const auto& other) { return other.folded == part.folded; });
        });
        result += nickname ? "" : (result.empty() ? "" : " ") + word;
        begin = end + 1;
    }
    return result;
}

EntityName named(std::string prefix, std::string name) {
    return {.id = std::move(prefix) + text::slug(name), .name = name, .known = false};
}

EntityName known(std::string prefix, std::string_view id, std::string_view name) {
    return {.id = std::move(prefix) + std::string(id), .name = std::string(name), .known = true};
}

// The fullest name that is not in capitals; in a headline alone, long words get small letters.
std::string shown_name(std::span<const OrganisationMention> mentions,
                       const OrganisationCluster& cluster) {
    const names::OrganisationName& fullest = mentions[cluster.forms[0]].name;
    for (const std::size_t form : cluster.forms) {
        const names::OrganisationName& name = mentions[form].name;
        if (name.words == fullest.words && !names::is_in_capitals(name.shown)) {
            return name.shown;
        }
    }
    return fullest.words.size() > 1 ? names::long_word_case(fullest.shown) : fullest.shown;
}

std::optional<gazetteer::Person> known_person(const KnownPeople& people,
                                              std::span<const PersonMention> mentions,
                                              const PersonCluster& cluster,
                                              int year) {
    if (cluster.bare) {
        const PersonMention& bare = mentions[cluster.forms[0]];
        return people.by_bare_name(
            {.written = bare.written,
             .name = bare.name,
             .office = cluster.offices.empty() ? std::string_view{} : cluster.offices[0],
             .gender = cluster.gender,
             .year = year});
    }
    for (const std::size_t form : cluster.forms) {
        if (const auto person = people.by_id(mentions[form].known_id)) {
            return person;
        }
    }
    return std::nullopt;
}

}  // namespace

NameLinker::NameLinker(const gazetteer::Gazetteer* gazetteer)
    : gazetteer_(gazetteer),
      people_(gazetteer == nullptr ? nullptr : std::make_unique<KnownPeople>(*gazetteer)) {}

std::vector<LinkedName> NameLinker::link(std::string_view text,
                                         std::span<const NameMention> mentions,
                                         int year) const {
    const std::vector<LinkedName> people = link_people(text, mentions, year);
    const std::vector<LinkedName> organisations = link_organisations(text, mentions, year);
    std::vector<LinkedName> result;
    std::merge(people.begin(),
               people.end(),
               organisations.begin(),
               organisations.end(),
               std::back_inserter(result),
               [](const LinkedName& left, const LinkedName& right) {
                   return left.mention < right.mention;
               });
    return result;
}

std::vector<LinkedName> NameLinker::link_people(std::string_view text,
                                                std::span<const NameMention> mentions,
                                                int year) const {
    std::vector<PersonMention> people = read_person_mentions(text, mentions);
    for (PersonMention& person : people) {
        if (people_ && !person.name.is_bare()) {
            const auto known = people_->by_full_name(person.written, year);
            person.known_id = known ? std::string(known->id) : std::string{};
        }
    }
    const JoinedPeople joined = join_people(people);
    const SmallForms small = small_forms(people);
    std::vector<EntityName> entities;
    for (const PersonCluster& cluster : joined.clusters) {
        const auto person = people_ ? known_person(*people_, people, cluster, year) : std::nullopt;
        entities.push_back(person ? known("P:", person->id, person->name)
                                  : named("P:",
                                          without_lone_quote(without_nicknames(
                                              shown_name(small, people[cluster.forms[0]])))));
    }
    std::vector<LinkedName> result;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const PersonJoin& join = joined.joins[i];
        const EntityName& entity = entities[join.cluster];
        result.push_back({.mention = people[i].mention,
                          .type = MentionType::Person,
                          .id = entity.id,
                          .name = entity.name,
                          .honorific = people[i].honorific,
                          .reason = join.reason,
                          .known = entity.known,
                          .doubtful = join.doubtful});
    }
    return result;
}

std::vector<LinkedName> NameLinker::link_organisations(std::string_view text,
                                                       std::span<const NameMention> mentions,
                                                       int year) const {
    std::vector<OrganisationMention> organisations = read_organisation_mentions(text, mentions);
    if (gazetteer_ != nullptr) {
        for (OrganisationMention& organisation : organisations) {
            look_up(*gazetteer_, year, organisation);
        }
    }
    const JoinedOrganisations joined = join_organisations(text, organisations);
    std::vector<EntityName> entities;
    for (const OrganisationCluster& cluster : joined.clusters) {
        std::vector<const OrganisationMention*> forms;
        for (const std::size_t form : cluster.forms) {
            forms.push_back(&organisations[form]);
        }
        const auto organisation =
            gazetteer_ == nullptr ? std::nullopt : known_organisation(*gazetteer_, forms);
        entities.push_back(organisation ? known("O:", organisation->id, organisation->name)
                                        : named("O:", shown_name(organisations, cluster)));
    }
    std::vector<LinkedName> result;
    for (std::size_t i = 0; i < organisations.size(); ++i) {
        const OrganisationJoin& join = joined.joins[i];
        const EntityName& entity = entities[join.cluster];
        result.push_back({.mention = organisations[i].mention,
                          .type = MentionType::Org,
                          .id = entity.id,
                          .name = entity.name,
                          .honorific = {},
                          .reason = join.reason,
                          .known = entity.known,
                          .doubtful = join.doubtful});
    }
    return result;
}

}  // namespace dateline::analysis
