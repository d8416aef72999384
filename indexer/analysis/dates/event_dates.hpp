// The dates and times that an article's text speaks of.
#pragma once

#include "common/time/date_reading.hpp"
#include "common/time/published.hpp"
#include "indexer/analysis/dates/calendar_value.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// What is known about the article that a text is of.
struct DateContext {
    /// When it came out: what "yesterday" and "last week" are seen from, as far as its precision
    /// allows. Its own zone says which day it is.
    std::optional<time::Published> published;
    /// The day printed at its head. It goes before the publication if that is missing or at most
    /// two weeks later.
    std::optional<std::chrono::sys_days> dateline;
    std::string_view lang = "en";  ///< BCP 47; empty: read as English
    /// Of dates that are digits only; if unstated, that of `lang` where it is not English without a
    /// region, of which only the year is read from a date that can mean two days.
    time::DateOrder order = time::DateOrder::Unstated;
};

/// One expression of time in a text.
struct DateMention {
    std::uint32_t start_bytes = 0;  ///< UTF-8 bytes
    std::uint32_t end_bytes = 0;    ///< exclusive
    /// First and last day; empty for references, for unanchored ones, and before the year 1.
    std::optional<DayRange> days;
    DateGranularity granularity = DateGranularity::Day;
    /// TIMEX3 value (TimeML 1.2.1): see timex_value(). Digits that nothing tells are `X`, as in
    /// `XXXX-10-16`; references have `PRESENT_REF`, `PAST_REF` or `FUTURE_REF`.
    std::string value;
    bool unanchored = false;  ///< it hangs on a date that is not known

    friend bool operator==(const DateMention&, const DateMention&) = default;
};

/// Whether `mention` is a date or time that is known, and so one to search by.
[[nodiscard]] inline bool has_days(const DateMention& mention) {
    return mention.days.has_value();
}

/// The expressions of time in `text`, in its order and without overlaps.
///
/// English is read whole: dates in full and in part, what hangs on the publication ("last
/// Friday") or on the date before in the text ("two days later"), quarters, seasons, decades,
/// holidays, times of day. Weekdays and months that may be before or after the publication go by
/// the tense of their clause. In other languages dates with the name of a month, or in digits, and
/// the names of weekdays are found. Durations, ages and how often something happens are no dates.
///
/// @param text  valid UTF-8 of less than 4 GiB; takes time in proportion to its length
[[nodiscard]] std::vector<DateMention> find_dates(std::string_view text,
                                                  const DateContext& context);

}  // namespace dateline::analysis
