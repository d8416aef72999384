// The distinct names of an article's place mentions, and how likely each of their meanings is.
#pragma once

#include "indexer/analysis/places/place_candidates.hpp"

#include <cstdint>
#include <vector>

namespace dateline::analysis {

/// One candidate of a name with its score.
struct PlaceSense {
    PlaceCandidate candidate;
    double prior = 0;    ///< importance and the form of the name
    double pattern = 0;  ///< what the words beside its mentions say
    double votes = 0;    ///< what the rest of the article says
    double share = 0;    ///< of all senses of the name: 0 to 1

    [[nodiscard]] double score() const noexcept { return prior + pattern + votes; }
};

/// A name as an article uses it: mentions that are written alike.
struct PlaceName {
    std::vector<std::uint32_t> mentions;  ///< numbers among the place mentions
    std::vector<PlaceSense> senses;       ///< by importance; empty for a name that is not known
    double weight = 1;                    ///< of its votes
    bool is_adjective = false;            ///< see PlaceCandidates

    /// The number of the sense with the highest score, the more important one of equals.
    ///
    /// Precondition: there is a sense.
    [[nodiscard]] std::size_t best() const noexcept;
};

/// `candidates` as senses with their priors.
[[nodiscard]] PlaceName name_of(const PlaceCandidates& candidates);

}  // namespace dateline::analysis
