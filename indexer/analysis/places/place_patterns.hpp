// What the words right beside a mention say: `Paris, Texas`, `London (Ontario)`, `state of
// Georgia`.
#pragma once

#include "indexer/analysis/places/place_candidates.hpp"
#include "indexer/analysis/places/place_words.hpp"

#include <optional>
#include <span>
#include <vector>

namespace dateline::analysis {

/// How two mentions side by side are joined.
enum class PlaceJoin {
    None,
    Comma,     ///< `Paris, Texas`
    Brackets,  ///< `Paris (Texas)`
    In,        ///< `Paris in Texas`
    Owner,     ///< `Texas's Paris`: the second lies in the first
};

/// How `left` and `right`, ranges of `text` in this order, are joined.
[[nodiscard]] PlaceJoin join_of(std::string_view text, ByteRange left, ByteRange right) noexcept;

/// Whether a row of names goes on behind `range`: `, Spain`, ` and Spain`, ` or Spain`.
[[nodiscard]] bool list_goes_on(std::string_view text, ByteRange range) noexcept;

/// Whether `inner` lies in `outer`: it is above in the path; or it is a sub-division, or a city
/// with its sections, not far from `inner` in the same division.
[[nodiscard]] bool lies_in(const PlaceCandidate& inner,
                           const PlaceCandidate& outer,
                           const gazetteer::Gazetteer& gazetteer);

/// What kind of place the words beside the mention make of it: `state` in `Georgia state` and
/// `the state of Georgia`; None if they say nothing.
[[nodiscard]] PlaceWord kind_beside(const SearchText& text, ByteRange mention) noexcept;

}  // namespace dateline::analysis
