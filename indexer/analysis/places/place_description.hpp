// A place as the article JSON tells it: coordinates and what it lies in.
#pragma once

#include "common/gazetteer/gazetteer.hpp"

#include <string>
#include <vector>

namespace dateline::analysis {

/// One step of a path.
struct PlacePathPart {
    std::string id;    ///< Gazetteer::place_id()
    std::string name;  ///< in English where there is an English name
    std::string kind;  ///< gazetteer::place_kind_name()

    friend bool operator==(const PlacePathPart&, const PlacePathPart&) = default;
};

/// What is known of a place.
struct PlaceDescription {
    std::string id;
    std::string name;
    bool located = false;
    double latitude = 0;              ///< degrees, WGS 84; 0 unless located
    double longitude = 0;             ///< degrees, WGS 84; 0 unless located
    std::vector<PlacePathPart> path;  ///< continent > country > first-level division > city: to
                                      ///< the place itself, without what does not apply
};

/// `place` of `gazetteer` in words.
[[nodiscard]] PlaceDescription describe_place(const gazetteer::Gazetteer& gazetteer,
                                              gazetteer::PlaceIndex place);

}  // namespace dateline::analysis
