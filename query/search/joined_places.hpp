// Places that are joined, for facets of a level: in which articles they are, by looking at terms.
//
// An article counts for `place.country` if it mentions the country or anything in it, and
// `place:@id` finds it by the same. Of joined places one may be a country of the gazetteer and
// another a name that a source gave, which no slot of countries holds: so these are counted by the
// articles that `place:@id` finds.
#pragma once

#include "common/schema/fields.hpp"
#include "common/storage/index_reader.hpp"

#include <xapian.h>

#include <cstdint>
#include <vector>

namespace dateline::search {

/// A joined place in one shard.
struct JoinedPlace {
    std::uint32_t number = 0;  ///< of its entity, see entities::EntityJoins::entities()
    schema::Slot level = schema::Slot::Country;
    std::vector<Xapian::docid> articles;  ///< ascending: those that mention it, or a place in it
};

/// The joined places of every shard that have a level: that of the canonical id, or else of the
/// first other id that has one. Throws Xapian's errors.
[[nodiscard]] std::vector<std::vector<JoinedPlace>> joined_places(
    const storage::IndexReader& reader);

}  // namespace dateline::search
