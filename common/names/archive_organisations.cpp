// Organisations by the words of their names.
#include "common/names/archive_organisations.hpp"

#include "common/names/organisation_name.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace dateline::names {
namespace {

using Group = std::vector<const ArchiveOrganisation*>;

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += word + ' ';
    }
    return text;
}

/// Whether an article has the name of one for the other.
bool is_said(const ArchiveOrganisation& one, const ArchiveOrganisation& other) {
    const auto has = [](const ArchiveOrganisation& full, const ArchiveOrganisation& spelled) {
        return std::find(full.also.begin(), full.also.end(), spelled.id.substr(2)) !=
               full.also.end();
    };
    return has(one, other) || has(other, one);
}

void add_group(const std::string& words, Group group, ArchiveJoins& result) {
    std::sort(group.begin(), group.end(), [](const auto* a, const auto* b) {
        return a->articles != b->articles ? a->articles > b->articles : a->id < b->id;
    });
    const bool one_word = words.find(' ') + 1 == words.size();
    for (std::size_t i = 1; i < group.size(); ++i) {
        if (!one_word || is_said(*group[i], *group.front())) {
            result.joins.push_back({group[i]->id, group.front()->id, "same"});
        } else {
            result.doubtful.push_back({group[i]->id, {group.front()->id}, "same"});
        }
    }
}

}  // namespace

ArchiveJoins join_archive_organisations(std::span<const ArchiveOrganisation> organisations) {
    std::map<std::string, Group> groups;
    for (const ArchiveOrganisation& organisation : organisations) {
        const std::string words = joined(parse_organisation_name(organisation.name).words);
        if (!words.empty()) {
            groups[words].push_back(&organisation);
        }
    }
    ArchiveJoins result;
    for (auto& [words, group] : groups) {
        add_group(words, std::move(group), result);
    }
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    std::sort(result.joins.begin(), result.joins.end(), by_id);
    std::sort(result.doubtful.begin(), result.doubtful.end(), by_id);
    return result;
}

}  // namespace dateline::names
