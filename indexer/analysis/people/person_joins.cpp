// Full names first, from the fullest to the shortest, then bare names in the order of the text.
#include "indexer/analysis/people/person_joins.hpp"

#include "indexer/analysis/people/bare_name.hpp"
#include "indexer/analysis/people/bare_name_joins.hpp"
#include "indexer/analysis/people/full_name_joins.hpp"
#include "indexer/analysis/people/person_forms.hpp"
#include "indexer/analysis/people/word_index.hpp"

#include <algorithm>
#include <map>

namespace dateline::analysis {

namespace {

// Which mentions are to be joined one by one: single names, and surnames of several words.
std::vector<bool> find_bare_names(std::span<const PersonMention> mentions) {
    std::map<std::string, std::size_t> forms;  // the first mention of each
    WordIndex by_word;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (forms.emplace(form_key(mentions[i].name), i).second) {
            by_word.add(mentions[i].name, i);
        }
    }
    std::map<std::string, bool> bare;
    for (const auto& [key, mention] : forms) {
        const names::PersonName& name = mentions[mention].name;
        const std::vector<std::size_t> others = by_word.find(std::span(name.words).last(1));
        bare[key] =
            name.is_bare() || std::any_of(others.begin(), others.end(), [&](std::size_t other) {
                const names::PersonName& full = mentions[other].name;
                return full.words.size() > name.words.size() &&
                       fit_bare(name, full) == BareFit::Surname;
            });
    }
    std::vector<bool> result;
    for (const PersonMention& mention : mentions) {
        result.push_back(bare[form_key(mention.name)]);
    }
    return result;
}

}  // namespace

JoinedPeople join_people(std::span<const PersonMention> mentions) {
    const std::vector<bool> bare = find_bare_names(mentions);
    return join_bare_names(mentions, bare, join_full_names(mentions, bare));
}

}  // namespace dateline::analysis
