// Texts with their names in brackets, as the tests of places write them.
#pragma once

#include "indexer/analysis/places/resolve_places.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// A text and the names that were marked in it.
struct MarkedText {
    std::string text;
    std::vector<NameMention> mentions;
};

/// Reads `marked`: `[Paris]` is a place, `{Paris Hilton}` a person, `<Paris Match>` an
/// organisation.
[[nodiscard]] MarkedText read_marked(std::string_view marked);

/// The gazetteer that is shipped.
[[nodiscard]] const gazetteer::Gazetteer& shipped();

/// What the places of `marked` were resolved to, each as the names of its path without the
/// continent (`United States > Texas > Paris`), or its id where it is not known.
[[nodiscard]] std::vector<std::string> resolved(std::string_view marked,
                                                const PlaceContext& context = {});

/// `texts` with semicolons between them, so that a failed check shows them.
[[nodiscard]] std::string joined(const std::vector<std::string>& texts);

/// The names of a path, without the continent unless it is all there is.
[[nodiscard]] std::string path_text(gazetteer::PlaceIndex place);

}  // namespace dateline::analysis
