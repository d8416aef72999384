// From a name as it is written to the places that it may stand for.
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/name_mentions.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// A text and its tokens as names are looked up, in order. `hashes` and `starts` are
/// TokenizedText's search_hashes and search_starts.
struct SearchText {
    std::string_view text;
    std::span<const std::uint64_t> hashes;
    std::span<const std::uint32_t> starts;

    /// The numbers of the tokens that start in `range`.
    struct Tokens {
        std::size_t first = 0;
        std::size_t end = 0;  ///< exclusive
    };
    [[nodiscard]] Tokens tokens_in(ByteRange range) const noexcept;

    [[nodiscard]] std::string_view bytes(ByteRange range) const noexcept {
        return text.substr(range.start_bytes, range.end_bytes - range.start_bytes);
    }
};

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

/// Whether `the` stands before the tokens and belongs to them, not to a noun behind them: so are
/// rivers, seas, deserts and ranges written.
[[nodiscard]] bool takes_article(const SearchText& text, SearchText::Tokens tokens) noexcept;

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
