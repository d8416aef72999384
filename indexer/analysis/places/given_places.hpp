// Places that a source states beside the text: tags, codes, slugs. They get the ids that places
// found in texts get.
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/places/resolve_places.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// What a source stated, with the place that it means.
struct GivenPlace {
    std::string stated;  ///< as the source has it
    std::optional<gazetteer::PlaceIndex> place;
    std::string id;    ///< as ResolvedPlace::id
    std::string name;  ///< the place's; for a place that is not known what was stated
};

/// The place of a code, whatever the article is about:
///
///  - ids of ours (`L:3054643`) and of GeoNames (`geonames:3054643`, and addresses of its pages);
///  - ISO 3166-1 and 3166-2 (`HU`, `HUN`, `US-TX` where GeoNames has the same division code), in
///    capitals;
///  - slugs of Reuters-21578 (`west-germany`, `usa`);
///  - of these a qcode with another scheme's name before a colon (`iso3166-1a2:HU`).
///
/// @return nothing for what is no code: names.
[[nodiscard]] std::optional<gazetteer::PlaceIndex> find_place_code(
    std::string_view stated, const gazetteer::Gazetteer& gazetteer);

/// What the places stated for one article mean, one result each in their order. Codes as
/// find_place_code(); names are resolved as if they stood side by side in a text (`Paris, Texas,
/// US`; `Paris (France)`), and where a name may mean what the article's text was found to be
/// about, it means that.
///
/// @param in_text  places resolved in the article's text, may be empty
[[nodiscard]] std::vector<GivenPlace> resolve_given_places(
    std::span<const std::string> stated,
    std::span<const gazetteer::PlaceIndex> in_text,
    const gazetteer::Gazetteer& gazetteer,
    const PlaceContext& context);

}  // namespace dateline::analysis
