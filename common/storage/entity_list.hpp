// The people, places and organisations of a whole index: names, and in how many articles they are.
#pragma once

#include "common/schema/fields.hpp"
#include "common/storage/index_reader.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace dateline::storage {

/// An id of an index, joined to nothing.
struct ListedEntity {
    std::string id;    ///< `P:vladimir-putin`
    std::string name;  ///< the canonical one; of several one that is not in capitals, then the
                       ///< first in byte order
    std::uint64_t articles = 0;       ///< at least 1
    std::vector<std::string> also{};  ///< slugs of its other names, sorted
};

/// All ids of `field` (person:, place: or org:), by id. Takes time in proportion to the number of
/// names in the index, not of articles. Throws Xapian's errors.
[[nodiscard]] std::vector<ListedEntity> list_entities(const IndexReader& reader,
                                                      const schema::Field& field);

/// Number of articles of shard `shard` that have each ordinal in `slot`, one of kOrdinalSlots.
/// Reads the slot of all articles. Throws Xapian's errors.
[[nodiscard]] std::vector<std::uint64_t> ordinal_counts(const IndexReader& reader,
                                                        std::uint32_t shard,
                                                        schema::Slot slot);

/// Calls `action` for every article of shard `shard` that has anything in the first of `slots`,
/// with its ordinals in all of them. Throws Xapian's errors.
void for_each_ordinal_list(const IndexReader& reader,
                           std::uint32_t shard,
                           std::span<const schema::Slot> slots,
                           const std::function<void(std::span<const std::uint32_t>)>& action);

}  // namespace dateline::storage
