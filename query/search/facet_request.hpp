// Facets as they are asked for on a command line.
#pragma once

#include "query/search/answer.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::search {

/// Most values of a facet that can be asked for, and most that can be left out before them.
inline constexpr std::size_t kMaxFacetValues = 1'000'000;

/// How many values a facet, and a list of pairs, gives where no number stands behind it.
inline constexpr std::size_t kDefaultFacetValues = 10;

/// Articles that a value must have to be listed by its lift, unless something else is asked for: a
/// name that stands in one article, and that one matches, says little about the matches.
inline constexpr std::uint64_t kLiftMinArticles = 5;

/// What holds for all facets of a list.
struct FacetOptions {
    FacetSort sort = FacetSort::Usual;  ///< of all but dates, which stay in order of time
    std::size_t offset = 0;
    std::optional<std::uint64_t>
        min_articles{};    ///< by default 1, or kLiftMinArticles for what is sorted by lift
    std::string prefix{};  ///< as FacetRequest::prefix
    bool exclude_own = false;
};

/// All facets with their levels: `person`, `place.country`, `date.month`.
[[nodiscard]] std::vector<std::string> facet_names();

/// Reads `text`, a comma-separated list such as `person:10,place,date.month,org:5:lift`: a field,
/// for places and dates a level, how many values (10; of dates all), and their order (`count`,
/// `lift` or `name`), which goes before that of `options`.
///
/// @throws Error (Usage) naming the part that is no facet, with the nearest facet's name.
[[nodiscard]] std::vector<FacetRequest> parse_facets(std::string_view text,
                                                     const FacetOptions& options = {});

/// Reads one facet without number and order: `place.country`. @throws as parse_facets().
[[nodiscard]] FacetRequest parse_facet_name(std::string_view text);

}  // namespace dateline::search
