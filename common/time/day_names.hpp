// The names of weekdays, and of yesterday, today and tomorrow, in the languages of newspapers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::time {

/// What a language calls a day.
struct DayName {
    std::vector<std::string> words;  ///< as date_tokens() cuts and folds the name
    int weekday = -1;                ///< 0 Monday to 6 Sunday; -1: named from today
    int from_today = 0;              ///< -1 yesterday, 0 today, 1 tomorrow; if no weekday
};

/// The names in the language `lang` (BCP 47), in full; empty if ICU does not know the language.
/// The list lives as long as the program; safe to call from several threads.
///
/// Source: Unicode CLDR (dates/calendars/gregorian and dates/fields), through ICU.
[[nodiscard]] const std::vector<DayName>& day_names(std::string_view lang);

}  // namespace dateline::time
