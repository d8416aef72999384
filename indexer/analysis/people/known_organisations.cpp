// See the header.
#include "indexer/analysis/people/known_organisations.hpp"

#include <algorithm>

namespace dateline::analysis {

namespace {

using gazetteer::Organisation;

std::optional<Organisation> named(const gazetteer::Gazetteer& gazetteer,
                                  std::string_view name,
                                  bool capitals) {
    std::optional<Organisation> found;
    bool several = false;
    for (const gazetteer::Entity entity : gazetteer.candidates(gazetteer.find(name))) {
        if (entity.kind != gazetteer::EntityKind::Organisation ||
            (entity.capitals_only && !capitals)) {
            continue;
        }
        if (!entity.alias) {
            return gazetteer.organisation(entity.index);
        }
        several = several || found.has_value();
        found = gazetteer.organisation(entity.index);
    }
    return several ? std::nullopt : found;
}

std::optional<Organisation> as_written(const gazetteer::Gazetteer& gazetteer,
                                       const OrganisationMention& mention) {
    const auto found = named(gazetteer, mention.written, mention.name.acronym);
    return found || mention.name.shown == mention.written
               ? found
               : named(gazetteer, mention.name.shown, mention.name.acronym);
}

// Whether at least half of the longer name's words are in the other name too.
bool is_similar(const names::OrganisationName& left, const names::OrganisationName& right) {
    const auto shared =
        std::count_if(left.words.begin(), left.words.end(), [&](const std::string& word) {
            return std::find(right.words.begin(), right.words.end(), word) != right.words.end();
        });
    return 2 * static_cast<std::size_t>(shared) >= std::max(left.words.size(), right.words.size());
}

}  // namespace

std::optional<Organisation> known_organisation(const gazetteer::Gazetteer& gazetteer,
                                               std::span<const OrganisationMention* const> forms) {
    const names::OrganisationName& fullest = forms.front()->name;
    for (const OrganisationMention* form : forms) {
        const auto found = as_written(gazetteer, *form);
        const bool own = form == forms.front() || form->name.words.size() > 1;
        if (found && (own || is_similar(names::parse_organisation_name(found->name), fullest))) {
            return found;
        }
    }
    return std::nullopt;
}

}  // namespace dateline::analysis
