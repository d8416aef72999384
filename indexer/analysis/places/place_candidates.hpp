// From a name as it is written to the places that it may stand for.
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/places/search_text.hpp"

#include <cstdint>
#include <vector>

namespace dateline::analysis {

/// How a name is related to the main name of the place that it stands for.
enum class NameForm {
    Main,      ///< it is that
    Brief,     ///< a part of it: `Washington` for `Washington D.C.`, `Herat` for `Herat Province`
    Spelling,  ///< nearly it: `Odessa` for `Odesa`
    Other,     ///< `Bombay`, `UAE`
};

/// A place that a name may stand for.
struct PlaceCandidate {
    gazetteer::Place place;
    NameForm form = NameForm::Main;
    gazetteer::PlaceIndex country{gazetteer::kNone};   ///< kNone: in no country
    gazetteer::PlaceIndex division{gazetteer::kNone};  ///< its first-level division; kNone: none
};

/// The places that a name may stand for, and how they were found.
struct PlaceCandidates {
    std::vector<PlaceCandidate> list;  ///< most important first, at most 64
    bool is_adjective = false;         ///< the name is their adjective or demonym, as `Hungarian`
};

/// What the name in `range` of `text` may stand for: the name itself; else without its article,
/// with `Saint` for `St` and the like, without a word for its kind (`Province`, `Lake`; only places
/// of that kind are then kept) or its part (`northern`); else what is before a comma; else the
/// country of a code of three letters as in tables of sport. Names of buildings, streets and the
/// like stand for nothing but themselves.
[[nodiscard]] PlaceCandidates find_candidates(const SearchText& text,
                                              ByteRange range,
                                              const gazetteer::Gazetteer& gazetteer);

/// `place` as a candidate under its main name.
[[nodiscard]] PlaceCandidate candidate_of(const gazetteer::Gazetteer& gazetteer,
                                          gazetteer::PlaceIndex place);

/// Great-circle distance in kilometres, on a sphere of radius 6,371.0 km; 20,100 if one of the
/// places is not located.
[[nodiscard]] double distance_km(const gazetteer::Place& left,
                                 const gazetteer::Place& right) noexcept;

}  // namespace dateline::analysis
