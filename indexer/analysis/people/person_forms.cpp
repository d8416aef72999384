// Comparisons of forms of names.
#include "indexer/analysis/people/person_forms.hpp"

#include <algorithm>

namespace dateline::analysis {

using names::Gender;
using names::PersonName;

bool is_against(Gender left, Gender right) noexcept {
    return left != Gender::Unknown && right != Gender::Unknown && left != right;
}

std::string form_key(const PersonName& name) {
    std::string key;
    for (const names::NameWord& word : name.words) {
        key += word.folded + ' ';
    }
    return key + '/' + name.generation;
}

std::tuple<std::size_t, std::size_t, std::size_t> fullness(const PersonName& name) {
    const auto written = std::count_if(name.words.begin(), name.words.end(), [](const auto& word) {
        return word.part == names::NamePart::Plain;
    });
    std::size_t bytes = name.generation.size();
    for (const names::NameWord& word : name.words) {
        bytes += word.folded.size();
    }
    return {name.size(), static_cast<std::size_t>(written), bytes};
}

void add_office(PersonCluster& cluster, const PersonMention& mention) {
    const bool there = std::find(cluster.offices.begin(), cluster.offices.end(), mention.office) !=
                       cluster.offices.end();
    if (!mention.office.empty() && !there) {
        cluster.offices.push_back(mention.office);
    }
}

}  // namespace dateline::analysis
