// Pairs as they are asked for on a command line.
#pragma once

#include "query/search/answer.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline::search {

/// Most values of each side among which pairs can be counted: a counter of four bytes for each pair
/// of them is 16 MB a shard.
inline constexpr std::size_t kMaxPairValues = 2000;

/// Among how many values of each side pairs are counted, unless something else is asked for.
inline constexpr std::size_t kDefaultPairValues = 1000;

/// Articles that a pair must have to be listed by its lift, unless something else is asked for.
inline constexpr std::uint64_t kPairLiftMinArticles = 3;

/// What holds for all pairs that are asked for together.
struct PairOptions {
    PairLevel level = PairLevel::Article;
    std::optional<std::uint64_t>
        min_articles{};  ///< by default 1, or kPairLiftMinArticles for what is sorted by lift
    std::size_t among = kDefaultPairValues;  ///< as PairRequest::among, 1 to kMaxPairValues
};

/// The facets that make pairs, in the order of facet_names(): all but those of dates.
[[nodiscard]] std::vector<std::string> pair_facet_names();

/// Reads `texts`, each two facets with a comma between them, then how many pairs and in which
/// order: `person,place`, `person,person:20`, `org,place.country:5:lift`.
///
/// @throws Error (Usage) naming the text that is no pair: facets of dates have none, and within
///         sentences and paragraphs only people, places and organisations stand.
[[nodiscard]] std::vector<PairRequest> parse_pairs(const std::vector<std::string>& texts,
                                                   const PairOptions& options = {});

}  // namespace dateline::search
