// Reads the bounds of the slot of publication.
#include "query/compile/published_bounds.hpp"

#include "common/schema/fields.hpp"

#include <algorithm>

namespace dateline::compile {

using std::chrono::sys_days;

std::optional<std::pair<sys_days, sys_days>> published_bounds(const storage::IndexReader& reader) {
    const auto slot = static_cast<Xapian::valueno>(schema::Slot::Published);
    std::optional<std::pair<sys_days, sys_days>> bounds;
    for (const storage::ReadShard& shard : reader.shards()) {
        const auto low = schema::decode_published(shard.database.get_value_lower_bound(slot));
        const auto high = schema::decode_published(shard.database.get_value_upper_bound(slot));
        if (!low || !high) {
            continue;
        }
        if (!bounds) {
            bounds.emplace(time::utc_day(*low), time::utc_day(*high));
        }
        bounds->first = std::min(bounds->first, time::utc_day(*low));
        bounds->second = std::max(bounds->second, time::utc_day(*high));
    }
    return bounds;
}

}  // namespace dateline::compile
