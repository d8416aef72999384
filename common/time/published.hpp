// Publication times as articles state them: an instant, how much of it was stated, and in which
// zone.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::time {

/// An instant in UTC with millisecond resolution.
using TimestampMs = std::chrono::sys_time<std::chrono::milliseconds>;

/// How much of a date a source states.
enum class Precision { Year, Month, Day, Time };

/// When an article came out. For precision Day and coarser `instant` is midnight UTC of the first
/// day of the stated period and `zone` is empty: a bare date never shifts with a zone.
struct Published {
    TimestampMs instant;
    Precision precision = Precision::Time;
    std::optional<std::chrono::minutes>
        zone;  ///< offset from UTC, east positive; empty if not stated

    friend bool operator==(const Published&, const Published&) = default;
};

/// Years that a publication date may have; anything else is taken as an error of the source.
inline constexpr int kMinYear = 1000;
inline constexpr int kMaxYear = 9999;

/// Reads a date or time in the profile of ISO 8601 that RFC 3339 and W3C-DTF describe.
///
/// Accepts `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, the basic forms `YYYYMMDD` and `YYYYMMDDThhmmss`, and a
/// time after `T` or one blank: `hh:mm[:ss[.fraction]]`, then nothing, `Z`, or `+hh:mm`, `+hhmm`,
/// `+hh` (a blank before the zone is allowed). A time without a zone is taken in `default_zone`,
/// which is then recorded as its zone.
///
/// @return the time, or std::nullopt if `text` (after trimming) is anything else: month 13, 31
/// June,
///         hour 25, trailing text. Hour 24 and leap second 60 are rejected too.
[[nodiscard]] std::optional<Published> parse_iso_time(std::string_view text,
                                                      std::chrono::minutes default_zone = {});

/// `published` as RFC 3339: `2025-10-16T20:02:00+02:00`, `Z` where no zone or UTC was stated, the
/// fraction only if it is not zero; coarser precisions as `2025`, `2025-10`, `2025-10-16`.
/// parse_iso_time() reads it back to the same value.
[[nodiscard]] std::string format_published(const Published& published);

/// `instant` as `2025-10-16T18:02:00Z`, with milliseconds only if they are not zero.
[[nodiscard]] std::string format_instant(TimestampMs instant);

/// `day` as `2025-10-16`.
[[nodiscard]] std::string format_day(std::chrono::sys_days day);

/// The UTC day of `published`.
[[nodiscard]] std::chrono::sys_days utc_day(const Published& published) noexcept;

}  // namespace dateline::time
