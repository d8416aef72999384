// The distinct names of an article's place mentions, and how likely each of their meanings is.
#pragma once

#include "indexer/analysis/places/place_candidates.hpp"
#include "indexer/analysis/places/place_patterns.hpp"
#include "indexer/analysis/places/place_votes.hpp"

#include <cstdint>
#include <span>
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
    bool changed = false;

    /// The number of the sense with the highest score, the more important one of equals.
    ///
    /// Precondition: there is a sense.
    [[nodiscard]] std::size_t best() const noexcept;
};

/// `candidates` as senses with their priors.
[[nodiscard]] PlaceName name_of(const PlaceCandidates& candidates);

/// Lets the names vote for one another, twice: `beside` are votes of what is no name here. Sets
/// votes and shares of all senses.
void weigh(std::vector<PlaceName>& names, const PlaceVotes& beside);

/// Whether the best sense of `name` is so small a place that the name is taken for unknown, since
/// nothing of the article speaks for it: more often it is something that no list has.
[[nodiscard]] bool is_unlikely(const PlaceName& name);

}  // namespace dateline::analysis
