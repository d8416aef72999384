// The place mentions of an article, gathered by how they are written.
#pragma once

#include "indexer/analysis/places/place_senses.hpp"

#include <span>
#include <vector>

namespace dateline::analysis {

/// Place mentions in the order of the text, and the names that they are mentions of.
struct PlaceMentions {
    std::vector<ByteRange> ranges;
    std::vector<std::uint32_t> name_at;  ///< for each mention the number of its name
    std::vector<PlaceName> names;        ///< of the mentions; others may follow

    [[nodiscard]] PlaceName& name_of(std::size_t mention) { return names[name_at[mention]]; }
    [[nodiscard]] const PlaceName& name_of(std::size_t mention) const {
        return names[name_at[mention]];
    }
};

/// The places of `mentions`, all names of the text, in order. Mentions of the same words are of one
/// name, unless capitals (`US`, `us`) or an article (`Niger`, `the Niger`) make other candidates
/// of them.
[[nodiscard]] PlaceMentions gather_places(const SearchText& text,
                                          std::span<const NameMention> mentions,
                                          const gazetteer::Gazetteer& gazetteer);

}  // namespace dateline::analysis
