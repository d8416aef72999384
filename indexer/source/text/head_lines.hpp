// Lines beside a headline: who wrote the article, and when it came out.
#pragma once

#include "common/time/date_reading.hpp"
#include "common/time/published.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dateline::source {

/// What a line near the headline can be.
enum class HeadLineKind {
    Text,    ///< a headline, a standfirst, or the text itself
    Date,    ///< `October 17, 2025`, `Published: 17 Oct 2025 10:15 BST`, `BRUSSELS 1996-08-22`
    Byline,  ///< `By Anna Kovacs and Tom Li, Reuters`, `John Smith, Staff Writer`; a date may
             ///< follow
    Names,   ///< `Anna Kovacs`, `Reuters`: a byline if a date stands beside it
};

/// A line, and what it states.
struct HeadLine {
    HeadLineKind kind = HeadLineKind::Text;
    std::optional<time::Published> date;      ///< without a label, or `Published`
    std::optional<time::Published> modified;  ///< of the last change: `Updated`, `Last modified`
    bool labelled = false;                    ///< words such as `Published` say what the dates are
    bool ambiguous = false;  ///< a date of digits that can mean two days, such as 03/04/87
    bool bare = false;       ///< nothing but a date
    std::string byline;      ///< the part that names authors; empty if none does
    std::string place;       ///< before the date, in capitals
};

/// Reads `line`, which is none of the text if it is short and every part of it (between `|`, `·`
/// and the like) is a date with its label, weekday, place or paper and time of day, or names with
/// what papers print beside them. Labels are known in English, French, German, Spanish, Italian,
/// Portuguese and Dutch. A sentence that begins with a date, or with `By`, is text, and so are two
/// days without a label: the dates of a life.
///
/// @param dates  where a date leaves something out
[[nodiscard]] HeadLine read_head_line(std::string_view line, const time::DateReading& dates);

}  // namespace dateline::source
