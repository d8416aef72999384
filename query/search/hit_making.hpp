// Hits out of stored documents.
#pragma once

#include "common/entities/entity_joins.hpp"
#include "query/search/answer.hpp"

#include <xapian.h>

namespace dateline::search {

/// The article of `document` as a hit with its names, without marks, snippets, rank and score.
///
/// @param joins  which ids are one entity
/// @throws Error (IndexDamaged) if the stored article cannot be read.
[[nodiscard]] Hit make_hit(const Xapian::Document& document, const entities::EntityJoins& joins);

/// The same with nothing but the public id and the id that the article was given.
[[nodiscard]] Hit make_named_hit(const Xapian::Document& document);

}  // namespace dateline::search
