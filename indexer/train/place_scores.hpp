// Compares resolved places with marked ones.
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/train/place_corpus.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dateline::train {

/// The distance up to which a point is right: 100 miles, the usual measure of the literature
/// (Leidner, "Toponym Resolution in Text", 2007).
inline constexpr double kRightWithinKm = 161;

/// Counts over place mentions.
struct PlaceCounts {
    std::uint64_t mentions = 0;
    std::uint64_t with_candidate = 0;  ///< the gazetteer knows the name as one of a place
    std::uint64_t resolved = 0;        ///< a place was chosen
    std::uint64_t right = 0;  ///< the point is within kRightWithinKm, or country and name agree
    std::uint64_t country_right = 0;  ///< of marked entities
    std::uint64_t with_country = 0;   ///< marked entities that are in a country
    std::uint64_t country_known = 0;  ///< of these, those with a candidate

    void add(const PlaceCounts& other) noexcept;
};

/// A mention that was not resolved to its place.
struct PlaceError {
    std::string name;        ///< of the text
    std::string text;        ///< of the mention, with a little of what is around it
    std::string expected;    ///< the entity or the point
    std::string found;       ///< what was taken
    std::string candidates;  ///< the first of them
};

/// What resolving the places of texts gave.
struct ScoredPlaces {
    PlaceCounts counts;
    std::vector<PlaceError> errors;
    std::uint64_t bytes = 0;
    double seconds = 0;  ///< of the processor, for resolving
};

/// Resolves the places of `texts`, and compares.
[[nodiscard]] ScoredPlaces score_places(const gazetteer::Gazetteer& gazetteer,
                                        std::span<const PlaceText> texts);

}  // namespace dateline::train
