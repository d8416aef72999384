// Dates as newspapers print them, in any language.
#pragma once

#include "common/time/date_reading.hpp"
#include "common/time/date_tokens.hpp"
#include "common/time/published.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::time {

/// Bytes of a text that are searched for a date.
inline constexpr std::size_t kMaxWrittenDateBytes = 600;

/// The first date with day, month and year in the first kMaxWrittenDateBytes of `text`, and the
/// time of day beside it, if there is one.
///
/// Understood are days with the month in words (`16 de octubre de 2025`, `jeudi 16 oct. 2025`,
/// `October 16th, 2025`, `16-án` after the month), in the manner of East Asia (2025年10月16日,
/// 令和7年10月16日, 民國114年10月16日, 2025. 10. 16., 16 tháng 10 năm 2025), and in digits
/// (2025/10/16, 16.10.2025, 16.10.25); digits of any script; the years of Thailand and Iran. Names
/// of months: see named_month(). Times are 18:02, 18h02, 18 Uhr, 6.02 pm, 오후 6:02, 下午6时2分 and
/// the like; a zone after it may be GMT, UTC, a common abbreviation or an offset.
///
/// @param reading  the order of day and month in digits, and the zone of times that state none;
///                 if the order is unstated, that of `lang` is taken
/// @param lang     of the text (BCP 47); empty: unknown, and digits that can have two meanings are
///                 passed over
/// @return the date; std::nullopt if there is none. Words such as "yesterday" are none.
[[nodiscard]] std::optional<Published> find_written_date(std::string_view text,
                                                         const DateReading& reading,
                                                         std::string_view lang = {});

/// A date with day, month and year that is written in a text.
struct WrittenDay {
    std::size_t start_bytes = 0;
    std::size_t end_bytes = 0;  ///< exclusive
    std::chrono::year_month_day day{};
};

/// All dates with day, month and year in `tokens`, the date_tokens() of a text of any length, in
/// its order and without overlaps: those that find_written_date() understands, without their times.
[[nodiscard]] std::vector<WrittenDay> find_written_days(std::span<const DateToken> tokens,
                                                        const DateReading& reading,
                                                        std::string_view lang);

/// The order of day and month in dates of digits that the readers of `lang` expect: month first in
/// English of the United States (also if English states no region) and Filipino, day first in all
/// others; Unstated if `lang` is empty.
///
/// Source: Unicode CLDR, short date formats.
[[nodiscard]] DateOrder date_order_of(std::string_view lang);

}  // namespace dateline::time
