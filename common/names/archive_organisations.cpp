// Organisations by the words of their names.
#include "common/names/archive_organisations.hpp"

#include "common/names/organisation_name.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <map>
#include <set>
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

/// What stands behind the words of the name of `organisation`: `inc`; empty for the words alone.
std::string legal_form(const ArchiveOrganisation& organisation, const std::string& words) {
    const std::string slug = text::slug(organisation.name);
    const std::string start = text::slug(words);
    const std::size_t at = slug.find(start);
    return at == std::string::npos ? slug : slug.substr(at + start.size());
}

void add_group(const std::string& words, Group group, ArchiveJoins& result) {
    std::sort(group.begin(), group.end(), [](const auto* a, const auto* b) {
        return a->articles != b->articles ? a->articles > b->articles : a->id < b->id;
    });
    std::set<std::string> forms;
    for (const ArchiveOrganisation* organisation : group) {
        forms.insert(legal_form(*organisation, words));
    }
    forms.erase(std::string());
    const bool one_word = words.find(' ') + 1 == words.size();
    for (std::size_t i = 1; i < group.size(); ++i) {
        if (!one_word || forms.size() < 2) {
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
