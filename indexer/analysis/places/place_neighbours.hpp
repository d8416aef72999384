// What the words right beside the mentions make of them, one mention at a time.
#pragma once

#include "indexer/analysis/places/place_mentions.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace dateline::analysis {

/// A mention's meaning where the words beside it decide, whatever its name means elsewhere.
struct FixedPlace {
    std::optional<PlaceCandidate> candidate;
    bool nowhere = false;  ///< it is no place that the gazetteer has
};

/// The neighbours of an article's place mentions. `text`, `mentions` and `gazetteer` must outlive
/// it.
class PlaceNeighbours {
public:
    /// Raises the scores of the senses that the words beside the mentions speak for: `Paris,
    /// Texas`, `Georgia state`, `the Niger`.
    PlaceNeighbours(const SearchText& text,
                    PlaceMentions& mentions,
                    const gazetteer::Gazetteer& gazetteer);

    /// For each mention what its neighbours say of it alone, after the names were weighed: in
    /// `Buffalo, New York` the second is what the first lies in; `Lebanon, Kansas` is no Lebanon
    /// that the gazetteer has.
    [[nodiscard]] std::vector<FixedPlace> fixed() const;

private:
    struct Join {
        std::size_t inner = 0;  // number of a mention
        std::size_t outer = 0;
    };

    void add_join(std::size_t left);
    [[nodiscard]] bool in_list(std::size_t left) const;
    void add_kind(std::size_t mention);
    void add_article(std::size_t mention);
    bool raise_inside(PlaceName& name, const PlaceName& around, bool is_list, double gain) const;
    [[nodiscard]] bool is_certain_division(const PlaceName& name) const;
    [[nodiscard]] const PlaceSense* find_around(const PlaceName& around,
                                                const PlaceSense& inner) const;
    [[nodiscard]] const PlaceSense* find_inside(const PlaceName& name,
                                                const PlaceName& around) const;

    const SearchText& text_;
    PlaceMentions& mentions_;
    const gazetteer::Gazetteer& gazetteer_;
    std::vector<Join> joins_;      // the inner lies in the outer
    std::vector<Join> elsewhere_;  // written so, but no place of the inner name does
};

}  // namespace dateline::analysis
