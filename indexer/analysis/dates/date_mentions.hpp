// The dates of an article as its mentions.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"
#include "indexer/analysis/dates/calendar_value.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// `day`, `month`, `part_of_day` and so on, as the member `granularity` of the article JSON has it.
[[nodiscard]] std::string_view granularity_name(DateGranularity granularity) noexcept;

/// The dates that find_dates() finds in the text of `article`, in its order, as mentions with the
/// method `rules`. They are seen from its publication, or from the date printed at its head.
/// References and dates that nothing anchors have a value and no days.
///
/// @param text   full_text() of `article`
/// @param order  of dates that are digits only
[[nodiscard]] std::vector<Mention> date_mentions(const Article& article,
                                                 std::string_view text,
                                                 time::DateOrder order);

}  // namespace dateline::analysis
