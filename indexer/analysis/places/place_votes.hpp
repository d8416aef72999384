// What the rest of an article says about where it is: shares of countries and their divisions.
#pragma once

#include "indexer/analysis/places/place_candidates.hpp"

#include <span>
#include <utility>
#include <vector>

namespace dateline::analysis {

/// Weights by place, small numbers of them.
class PlaceWeights {
public:
    /// Adds `weight` to `place`; nothing for kNone.
    void add(gazetteer::PlaceIndex place, double weight);

    [[nodiscard]] double of(gazetteer::PlaceIndex place) const noexcept;

private:
    std::vector<std::pair<gazetteer::PlaceIndex, double>> weights_;
};

/// The votes of an article's names for countries and first-level divisions.
struct PlaceVotes {
    PlaceWeights countries;
    PlaceWeights divisions;
    double total = 0;

    /// Adds the vote of a name that stands for `candidate` with `weight`.
    void add(const PlaceCandidate& candidate, double weight);
};

/// The votes of what is no place mention: adjectives and demonyms (`Hungarian`), names of
/// countries and divisions inside other names (`University of Texas`), organisations and people
/// whose country the gazetteer knows. Names of people do not vote for what they are namesakes of.
///
/// @param mentions  of `text`, in order
[[nodiscard]] PlaceVotes votes_beside(const SearchText& text,
                                      std::span<const NameMention> mentions,
                                      const gazetteer::Gazetteer& gazetteer);

}  // namespace dateline::analysis
