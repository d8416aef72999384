// Dates in languages other than English: by the names of months and weekdays, and in digits.
#pragma once

#include "common/time/date_reading.hpp"
#include "indexer/analysis/dates/calendar_value.hpp"
#include "indexer/analysis/dates/date_resolver.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// A date found in a text; its value is missing if it hangs on a publication that is not known.
struct ForeignDate {
    std::uint32_t start_bytes = 0;
    std::uint32_t end_bytes = 0;  ///< exclusive
    std::optional<CalendarValue> value;
    std::string open_value;  ///< TIMEX3 value with `X` for what is not known, if `value` is missing
};

/// The dates of `text`, in its order and without overlaps: in full (see time::find_written_days()),
/// as day and month, as month and year, as a year where a word such as `année` says so, as a
/// weekday, and as yesterday, today or tomorrow.
///
/// What states no year is in the one that is nearest to the publication; a weekday is the last one
/// before it.
///
/// @param lang  BCP 47, not empty
[[nodiscard]] std::vector<ForeignDate> find_foreign_dates(std::string_view text,
                                                          std::string_view lang,
                                                          time::DateOrder order,
                                                          const PublicationDay& published);

}  // namespace dateline::analysis
