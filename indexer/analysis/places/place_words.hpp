// Words that stand in or beside names of places and say what kind of place it is.
#pragma once

#include "common/gazetteer/format.hpp"
#include "common/gazetteer/token_hash.hpp"

namespace dateline::analysis {

/// The part that a word plays beside the name of a place.
enum class PlaceWord {
    None,
    Article,    ///< the, el
    Of,         ///< of, de
    Direction,  ///< northern, central, mainland: a part of what it stands before
    Division,   ///< province, state, district
    City,       ///< city, town, village
    Water,      ///< river, lake, gulf
    Land,       ///< mountain, valley, desert
    Island,     ///< island, isle: also of countries and divisions that are islands
    Saint,      ///< saint and its short forms, which are exchanged
    Mount,      ///< mount and its short forms, which are exchanged
    Fort,       ///< fort and its short form, which are exchanged
    Structure,  ///< airport, street, bridge: a thing of its own, not what it is named after
};

/// The part that the word with the hash `word` plays.
[[nodiscard]] PlaceWord place_word(gazetteer::TokenHash word) noexcept;

/// Whether a place of `kind` may be called `word`: a Division word fits divisions and
/// sub-divisions; words that say nothing about the kind fit everything.
[[nodiscard]] bool fits(PlaceWord word, gazetteer::PlaceKind kind) noexcept;

/// Whether `kind` is that of a water or of land that nature bounds.
[[nodiscard]] constexpr bool is_nature(gazetteer::PlaceKind kind) noexcept {
    return kind == gazetteer::PlaceKind::Water || kind == gazetteer::PlaceKind::Land;
}

}  // namespace dateline::analysis
