// The head of an article that is plain text: headline, byline, and the lines that say when.
#pragma once

#include "common/time/date_reading.hpp"
#include "common/time/published.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// What stands before the text.
struct TextHead {
    std::string title;
    std::vector<std::string> authors;
    std::optional<time::Published> published;
    std::optional<time::Published> modified;  ///< if it states both
    bool ambiguous = false;                   ///< a date of digits that can mean two days
    std::string place;                        ///< before the date, in capitals
    /// The lines besides the title, in their order: bylines, dates, and a standfirst between them.
    std::vector<std::string> lines;
    std::size_t taken = 0;  ///< lines of the text, with the title's
};

/// Reads the head of `lines`: dates and bylines, then the headline (of up to three lines if a
/// byline, a date or a dateline follows), then more of these, as read_head_line() knows them, with
/// at most one short standfirst before or between them. It ends where anything else begins, after
/// twelve lines at the latest.
///
/// The first line is the headline if what follows shows it: an empty line, a rule, a byline, a
/// date, a dateline, an indented or a much longer line. A dateline or a long sentence never is one.
/// A byline before the headline begins with `By` or the like, and stands there only if a headline
/// follows. A day without a label that is the first of several such lines heads a list of events,
/// and dates nothing.
///
/// @param dates  where a date leaves something out
[[nodiscard]] TextHead read_text_head(std::span<const std::string_view> lines,
                                      const time::DateReading& dates);

/// The same for the lines behind a header that has the headline: the bylines and dates with which
/// they begin.
[[nodiscard]] TextHead read_below_headline(std::span<const std::string_view> lines,
                                           const time::DateReading& dates);

}  // namespace dateline::source
