// The names of months in the languages of newspapers.
#pragma once

#include <string_view>

namespace dateline::time {

/// A month by its name, and the calendar that the name belongs to.
struct NamedMonth {
    unsigned number = 0;       ///< 1 to 12; 0 if the word names no month
    bool solar_hijri = false;  ///< a month of the calendar of Iran
};

/// The month that `word` names in one of some sixty languages, in the nominative or in the form
/// that dates take, in full or by its first three letters or more if only one month of that
/// language starts so (Arabic and Hebrew names in full only).
///
/// The names are those of the Unicode CLDR (dates/calendars/gregorian and persian) and common
/// usage, such as the Levantine names beside the international ones in Arabic.
///
/// @param word  folded: NFKC_Casefold without the diacritics that text::append_without_diacritics()
///              removes; a dot at its end is left out of account
/// @param lang  language of the text (BCP 47), which goes first where two languages disagree, as
///              Croatian and Polish do over `listopad`; empty: unknown
[[nodiscard]] NamedMonth named_month(std::string_view word, std::string_view lang = {});

/// As named_month(), by the names of `lang` only: for text in which a word of one language may be a
/// month of another.
[[nodiscard]] NamedMonth named_month_of(std::string_view word, std::string_view lang);

}  // namespace dateline::time
