// See the header.
#include "indexer/analysis/places/place_description.hpp"

namespace dateline::analysis {

PlaceDescription describe_place(const gazetteer::Gazetteer& gazetteer,
                                gazetteer::PlaceIndex place) {
    const gazetteer::Place found = gazetteer.place(place);
    PlaceDescription description{.id = gazetteer.place_id(place),
                                 .name = std::string(found.name),
                                 .located = found.located,
                                 .latitude = found.latitude,
                                 .longitude = found.longitude,
                                 .path = {}};
    for (const gazetteer::PlaceIndex part : gazetteer.path(place)) {
        const gazetteer::Place above = gazetteer.place(part);
        // Europe > Hungary > Budapest, not Budapest > Budapest.
        if (part != place && above.kind == gazetteer::PlaceKind::Division &&
            found.kind == gazetteer::PlaceKind::City && above.name == found.name) {
            continue;
        }
        description.path.push_back({gazetteer.place_id(part),
                                    std::string(above.name),
                                    gazetteer::place_kind_name(above.kind)});
    }
    return description;
}

}  // namespace dateline::analysis
