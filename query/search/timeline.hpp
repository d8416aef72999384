// Articles over time: one bucket after the other, those without articles too.
#pragma once

#include "query/search/answer.hpp"
#include "query/search/refiner.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::search {

/// Most buckets of a timeline: 273 years of days.
inline constexpr std::size_t kMaxBuckets = 100'000;

/// Most bytes that the queries of all buckets take together.
inline constexpr std::size_t kMaxBucketQueryBytes = 64UL << 20U;

/// Reads `text`: `date.day`, `event.month`; `date` and `event` alone mean months, as in facets.
///
/// @throws Error (Usage) if it is no timeline, with the nearest one.
[[nodiscard]] TimelineRequest parse_timeline(std::string_view text);

/// The name of `level`: `day`.
[[nodiscard]] std::string_view level_name(DateLevel level) noexcept;

/// What one query gives a timeline.
struct TimelineInput {
    parse::Node tree;  ///< as it was given, before stop words are left out
    TimelineCounts counts;
};

/// One query in a timeline.
struct TimelineSeries {
    Refiner refiner;                      ///< of the query
    std::vector<std::uint64_t> articles;  ///< one number for each bucket
    std::uint64_t missing = 0;            ///< articles that are in no bucket of any time
};

/// One or several queries over the same buckets.
struct Timeline {
    const schema::Field* field = nullptr;
    DateLevel level = DateLevel::Day;
    time::Zone zone;
    std::vector<std::chrono::sys_days> starts;  ///< of the buckets, without gaps
    std::vector<TimelineSeries> series;
    std::vector<std::uint64_t> archive;  ///< for each bucket all articles; empty unless asked for,
                                         ///< and counted in time

    /// What share of the bucket's articles those of `series` are, 0 to 1; std::nullopt if the
    /// bucket has none, or if shares were not asked for.
    [[nodiscard]] std::optional<double> share(const TimelineSeries& of, std::size_t bucket) const;

    /// The query that finds the articles of `of` in the bucket: it gives exactly their number, with
    /// days of the same zone.
    [[nodiscard]] std::string query(const TimelineSeries& of, std::size_t bucket) const;

    /// `date.day`, as asked.
    [[nodiscard]] std::string name() const;
};

/// Puts the counts of one or more queries in a row of buckets without gaps.
///
/// The row begins with the earliest bucket of any query and ends with the latest. Where a query
/// itself says when (`date:2025-10`, not below NOT), its buckets begin and end there, with or
/// without articles; else with the first and the last that has articles. Counts outside of what a
/// query says, which only `event:` has, are left out.
///
/// @param inputs  at least one; the first one's archive counts are taken, if they are not cut
/// @throws Error (Usage) if there would be more than kMaxBuckets, or if their queries would take
///         more than kMaxBucketQueryBytes.
[[nodiscard]] Timeline make_timeline(const TimelineRequest& request,
                                     const time::Zone& zone,
                                     std::vector<TimelineInput> inputs);

}  // namespace dateline::search
