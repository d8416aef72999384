// Periods by which articles are counted: years, months, weeks and days, by facets and timelines
// alike.
#pragma once

#include "common/schema/fields.hpp"
#include "common/time/zone.hpp"
#include "query/parse/tree.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::search {

/// Lengths of buckets.
enum class DateLevel { Year, Month, Week, Day };

/// The first day of the bucket of `level` that holds `day`. Weeks begin on Monday (ISO 8601).
[[nodiscard]] std::chrono::sys_days bucket_start(std::chrono::sys_days day, DateLevel level);

/// The first day after the bucket of `level` that begins on `start`.
[[nodiscard]] std::chrono::sys_days bucket_end(std::chrono::sys_days start, DateLevel level);

/// The bucket as written in queries: `2025`, `2025-10`, `2025-W42`, `2025-10-16`.
[[nodiscard]] std::string bucket_name(std::chrono::sys_days start, DateLevel level);

/// The days of that bucket for a clause of a query. An end beyond the years 1000 to 9999, which
/// only weeks have, is open: queries cannot name such days, and articles state none.
[[nodiscard]] parse::DayRange bucket_days(std::chrono::sys_days start, DateLevel level);

/// The slot in which a document has what buckets_of() reads for `field`, a Date field.
[[nodiscard]] schema::Slot bucket_slot(const schema::Field& field) noexcept;

/// The starts of the buckets of `level` in which an article counts, ascending, each once. `value`
/// is what its document has in bucket_slot().
///
/// Of `date:` that is the one bucket of the day on which it was published in `zone`, or of the date
/// without a time that it states; none if that is not stated as finely as `level`. Of `event:` it
/// is every bucket that holds a whole period of which the text speaks.
[[nodiscard]] std::vector<std::chrono::sys_days> buckets_of(std::string_view value,
                                                            const schema::Field& field,
                                                            DateLevel level,
                                                            const time::Zone& zone);

/// Articles by bucket.
struct BucketCounts {
    std::map<std::chrono::sys_days, std::uint64_t> articles;  ///< by the start of the bucket
    std::uint64_t missing = 0;                                ///< articles in no bucket

    /// Counts an article that is in `buckets`.
    void add(const std::vector<std::chrono::sys_days>& buckets);

    /// Adds the counts of other articles.
    void add(const BucketCounts& other);
};

}  // namespace dateline::search
