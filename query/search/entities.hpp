// The people, places, organisations and days of one article, as they are shown.
#pragma once

#include "common/article/article.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dateline::search {

/// An entity of one article.
struct ShownEntity {
    std::string id;              ///< as in facets: `P:vladimir-putin`
    std::string name;            ///< the canonical one
    std::string kind;            ///< of a place that is known: `country`, `city` …; else empty
    std::uint32_t mentions = 0;  ///< in the text; 0 if only the source names it
    bool about = false;          ///< whether `about:` finds the article by it
};

/// The entities of `type` (not Date): those most often mentioned first, of equals the earlier one;
/// then those that only the source names.
[[nodiscard]] std::vector<ShownEntity> entities_of(const Article& article, MentionType type);

/// The days that the text speaks of, each once, by their start: `2025-08-15`, `2025-08`, `2025`, or
/// `2025-08-11..2025-08-17`.
[[nodiscard]] std::vector<std::string> events_of(const Article& article);

}  // namespace dateline::search
