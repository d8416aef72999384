// Which place each place name of an article means.
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/name_mentions.hpp"
#include "indexer/analysis/places/place_candidates.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// Why a place was chosen.
enum class PlaceReason {
    Only,        ///< nothing else in the gazetteer has the name
    Importance,  ///< the most important of its name, and nothing speaks against it
    Pattern,     ///< the words beside it: `Paris, Texas`, `Georgia state`
    Votes,       ///< the rest of the article turned the choice to it
    Adjective,   ///< the name is an adjective or demonym, evidence of the place and no mention of
                 ///< it: best left out
    Unknown,     ///< no place was chosen
};

/// The stable lower-case name of `reason`, such as `pattern`.
[[nodiscard]] const char* place_reason_name(PlaceReason reason) noexcept;

/// One place mention with what it means.
struct ResolvedPlace {
    ByteRange range;  ///< of the mention

    /// Empty if the gazetteer does not know the name, or if only an unlikely hamlet has it.
    std::optional<gazetteer::PlaceIndex> place;

    /// Gazetteer::place_id(), or `L:` and the slug of the name for a place that is not known.
    std::string id;
    std::string name;  ///< the place's; for one that is not known as written, in small letters if
                       ///< it anywhere is

    /// From 0 (not known) to 1: the share that the place has of all that the name may mean. Below
    /// kDoubtfulPlace it belongs on a list of doubtful choices.
    double confidence = 0;
    PlaceReason reason = PlaceReason::Unknown;
};

/// See ResolvedPlace::confidence.
inline constexpr double kDoubtfulPlace = 0.6;

/// What is known of an article beside its text.
struct PlaceContext {
    std::string dateline;  ///< Dateline::place, or empty
    std::string language;  ///< ISO 639-1, or empty: its countries get a small vote
};

/// Resolves the place mentions of `mentions`, all names of the text in order: one result for each,
/// in their order. One name has one meaning in an article, unless the words beside it say
/// otherwise. Pure: the same arguments give the same result.
///
/// A candidate's score is its importance (about a power of ten of people a step), less for
/// countries, whose importance is high, and for names that are not its main one; then what the
/// words beside it say, its shares in the votes of all other names for countries and divisions,
/// and how near it is to what else was resolved. The constants stand in
/// place_senses.cpp, place_neighbours.cpp and place_weighing.cpp.
[[nodiscard]] std::vector<ResolvedPlace> resolve_places(const SearchText& text,
                                                        std::span<const NameMention> mentions,
                                                        const gazetteer::Gazetteer& gazetteer,
                                                        const PlaceContext& context);

/// As above for a text whose tokens are not at hand; cuts it first.
[[nodiscard]] std::vector<ResolvedPlace> resolve_places(std::string_view text,
                                                        std::span<const NameMention> mentions,
                                                        const gazetteer::Gazetteer& gazetteer,
                                                        const PlaceContext& context);

/// The id of a place that the gazetteer does not know: `L:` and the slug of `name`, marked where it
/// would be all digits, as GeoNames' ids are.
[[nodiscard]] std::string unknown_place_id(std::string_view name);

}  // namespace dateline::analysis
