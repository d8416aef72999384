// Texts whose places are known: GeoVirus and the annotated articles.
#pragma once

#include "indexer/analysis/name_mentions.hpp"
#include "indexer/train/corpora.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::train {

/// Degrees, WGS 84.
struct MarkedPoint {
    double latitude = 0;
    double longitude = 0;
};

/// What a place mention stands for: a point in GeoVirus, an entity in annotated articles.
struct MarkedPlace {
    std::optional<MarkedPoint> point;
    std::string entity;  ///< `Paris, Texas, US`, or empty
};

/// A text with its mentions.
struct PlaceText {
    std::string name;  ///< for messages
    std::string text;
    std::string dateline;  ///< place of the article's dateline, or empty
    std::string language;

    /// In order; of places, and of people and organisations where these are marked.
    std::vector<analysis::NameMention> mentions;
    std::vector<MarkedPlace> places;  ///< one for each place mention
};

/// Reads one file of GeoVirus: `article` elements with a `text` and `location` elements whose
/// `start` and `end` (exclusive) count characters from 1. The first, third … article are Train, the
/// others Test.
///
/// @param name  for messages
/// @throws Error (InputUnreadable) if a range does not hold its name.
[[nodiscard]] std::vector<PlaceText> read_geovirus(std::string_view name,
                                                   std::string_view xml,
                                                   CorpusSet set);

/// Reads an annotated article (corpus/annotated/README.md).
///
/// @param name  of NAME.txt, for messages
/// @param text  bytes of NAME.txt
/// @param json  bytes of NAME.json
/// @return nothing if it is of another set.
/// @throws Error (InputUnreadable) if the JSON cannot be read.
[[nodiscard]] std::optional<PlaceText> read_marked_article(std::string_view name,
                                                           std::string_view text,
                                                           std::string_view json,
                                                           CorpusSet set);

/// Reads what `path` is: a file of GeoVirus or a folder of annotated articles.
///
/// @throws Error (InputUnreadable) if it cannot be read or holds nothing.
[[nodiscard]] std::vector<PlaceText> read_place_corpus(const std::string& path, CorpusSet set);

}  // namespace dateline::train
