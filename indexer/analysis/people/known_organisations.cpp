// See the header.
#include "indexer/analysis/people/known_organisations.hpp"

#include "indexer/analysis/people/find_name.hpp"

#include <algorithm>

namespace dateline::analysis {

namespace {

using gazetteer::Organisation;

struct Found {
    Organisation organisation;
    bool alias = false;
};

// Years that papers use a name before there is one of it: mergers are announced.
constexpr int kYearsAhead = 1;

// Whether there was one of this name in `year`: in 1987 Citicorp is no Citigroup.
bool is_of_its_time(const Organisation& organisation, int year) {
    return year == 0 || organisation.first_year <= year + kYearsAhead;
}

std::optional<Found> named(const gazetteer::Gazetteer& gazetteer,
                           std::string_view name,
                           bool capitals,
                           int year) {
    std::optional<Found> found;
    bool several = false;
    for (const gazetteer::Entity entity : gazetteer.candidates(find_name(gazetteer, name))) {
        if (entity.kind != gazetteer::EntityKind::Organisation ||
            (entity.capitals_only && !capitals) ||
            !is_of_its_time(gazetteer.organisation(entity.index), year)) {
            continue;
        }
        if (!entity.alias) {
            return Found{gazetteer.organisation(entity.index), false};
        }
        several = several || found.has_value();
        found = Found{gazetteer.organisation(entity.index), true};
    }
    return several ? std::nullopt : found;
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

void look_up(const gazetteer::Gazetteer& gazetteer, int year, OrganisationMention& mention) {
    std::optional<Found> found = named(gazetteer, mention.written, mention.name.acronym, year);
    if (!found && mention.name.shown != mention.written) {
        found = named(gazetteer, mention.name.shown, mention.name.acronym, year);
    }
    if (found) {
        mention.known_id = found->organisation.id;
        mention.known_by_alias = found->alias;
    }
}

std::optional<Organisation> known_organisation(const gazetteer::Gazetteer& gazetteer,
                                               std::span<const OrganisationMention* const> forms) {
    const names::OrganisationName& fullest = forms.front()->name;
    for (const OrganisationMention* form : forms) {
        const auto found =
            form->known_id.empty() ? std::nullopt : gazetteer.find_organisation(form->known_id);
        const bool own = form == forms.front() || form->name.words.size() > 1;
        if (found && (own || is_similar(names::parse_organisation_name(found->name), fullest))) {
            return found;
        }
    }
    return std::nullopt;
}

}  // namespace dateline::analysis
