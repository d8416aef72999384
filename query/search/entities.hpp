// The people, places, organisations and days of one article, as they are shown.
#pragma once

#include "common/article/article.hpp"
#include "common/entities/entity_joins.hpp"
#include "query/search/answer.hpp"

#include <string>
#include <vector>

namespace dateline::search {

/// The entities of `type` (not Date): those most often mentioned first, of equals the earlier one;
/// then those that only the source names. Ids that `joins` joins are one entity.
[[nodiscard]] std::vector<ShownEntity> entities_of(const Article& article,
                                                   MentionType type,
                                                   const entities::EntityJoins& joins);

/// The names of `entities`, in their order.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<ShownEntity>& entities);

/// The days that the text speaks of, each once, by their start: `2025-08-15`, `2025-08`, `2025`, or
/// `2025-08-11..2025-08-17`.
[[nodiscard]] std::vector<std::string> events_of(const Article& article);

}  // namespace dateline::search
