// The DATE field of Reuters-21578.
#pragma once

#include "common/time/published.hpp"

#include <optional>
#include <string_view>

namespace dateline::source {

/// Reads the text between <DATE> and </DATE> of a Reuters-21578 record.
///
/// The field starts with `DD-MON-YYYY hh:mm:ss.cc` (cc: hundredths of a second; D may be one digit,
/// and blanks may stand before and between). Newsroom noise may follow after a blank or an entity,
/// for example `&#9;F`, and is ignored. The collection states no time zone; the value is as if it
/// were UTC.
///
/// Source: README.txt of the collection, section VI.B, item 1; the digits are as its files have
/// them.
///
/// @param field  bytes between the tags; entities need not be decoded.
/// @return the time, or std::nullopt if the field does not start with a valid date and time
/// (31-FEB, hour 24, a missing part).
[[nodiscard]] std::optional<time::TimestampMs> parse_reuters_date(std::string_view field) noexcept;

}  // namespace dateline::source
