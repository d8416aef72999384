// A place as the article JSON tells it: coordinates and what it lies in.
#pragma once

#include "common/article/article.hpp"
#include "common/gazetteer/gazetteer.hpp"

#include <string>
#include <vector>

namespace dateline::analysis {

/// What is known of a place.
struct PlaceDescription {
    std::string id;
    std::string name;
    bool located = false;
    double latitude = 0;           ///< degrees, WGS 84; 0 unless located
    double longitude = 0;          ///< degrees, WGS 84; 0 unless located
    std::vector<PlaceLevel> path;  ///< continent > country > first-level division > city: to the
                                   ///< place itself, without what does not apply; no division that
                                   ///< is called as the city in it
};

/// `place` of `gazetteer` in words.
[[nodiscard]] PlaceDescription describe_place(const gazetteer::Gazetteer& gazetteer,
                                              gazetteer::PlaceIndex place);

}  // namespace dateline::analysis
