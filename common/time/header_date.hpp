// Publication dates as headers and front matter write them: RFC 2822 and English long forms.
#pragma once

#include "common/time/published.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace dateline::time {

/// Reads a date written with an English month name: `Thu, 16 Oct 2025 18:02:00 +0200` (RFC 5322,
/// section 3.3, with the zone names of section 4.3), `16 October 2025`, `16-Oct-2025`,
/// `October 16, 2025`, `Oct. 16th 2025`, `October 2025`; each with or without a day of the week,
/// and, if it states a day, with a time of day (`18:02`, `18:02:00`, `6:02 pm`) and a zone. A time
/// without a zone is taken in `default_zone`, which is then recorded as its zone. Letter case does
/// not matter.
///
/// A day of the week is not checked against the date: sources get it wrong, and the date is what
/// they mean.
///
/// @return the time, or std::nullopt for anything else: purely numeric forms such as 03/04/87
/// (which
///         are ambiguous), a year of two digits, 31 June, hour 24, or any word that has no part in
///         it.
[[nodiscard]] std::optional<Published> parse_header_date(std::string_view text,
                                                         std::chrono::minutes default_zone = {});

/// The month 1 to 12 that `word` names in English, in full or by its first three letters (`Sept`
/// too), with or without a final dot and in any case; 0 if it names none.
[[nodiscard]] unsigned month_number(std::string_view word) noexcept;

}  // namespace dateline::time
