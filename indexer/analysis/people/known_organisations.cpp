// See the header.
#include "indexer/analysis/people/known_organisations.hpp"

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

}  // namespace

std::optional<Organisation> known_organisation(const gazetteer::Gazetteer& gazetteer,
                                               const OrganisationMention& mention) {
    const auto as_written = named(gazetteer, mention.written, mention.name.acronym);
    return as_written || mention.name.shown == mention.written
               ? as_written
               : named(gazetteer, mention.name.shown, mention.name.acronym);
}

}  // namespace dateline::analysis
