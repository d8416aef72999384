// The names of weekdays, and of yesterday, today and tomorrow, out of ICU's locale data.
#include "common/time/day_names.hpp"

#include "common/time/date_tokens.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/reldatefmt.h>

#include <array>
#include <map>
#include <mutex>
#include <utility>

namespace dateline::time {
namespace {

constexpr int kDaysOfWeek = 7;
/// Names are a few words at most.
constexpr std::size_t kMaxWords = 8;

std::vector<std::string> words_of(const icu::UnicodeString& name) {
    std::string utf8;
    name.toUTF8String(utf8);
    std::vector<std::string> words;
    for (DateToken& token : date_tokens(utf8, kMaxWords)) {
        words.push_back(std::move(token.text));
    }
    return words;
}

void add_weekdays(std::vector<DayName>& names, const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(locale, status);
    if (U_FAILURE(status) != 0) {
        return;
    }
    for (const auto context :
         {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
        std::int32_t count = 0;
        // Owned by `symbols`; [1] is Sunday, [0] is empty.
        const icu::UnicodeString* days =
            symbols.getWeekdays(count, context, icu::DateFormatSymbols::WIDE);
        for (std::int32_t day = 1; day < count; ++day) {
            const int weekday = (static_cast<int>(day) + kDaysOfWeek - 2) % kDaysOfWeek;
            names.push_back({words_of(days[day]), weekday, 0});
        }
    }
}

void add_from_today(std::vector<DayName>& names, const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::RelativeDateTimeFormatter formatter(locale, status);
    constexpr std::array<std::pair<UDateDirection, int>, 3> days{
        {{UDAT_DIRECTION_LAST, -1}, {UDAT_DIRECTION_THIS, 0}, {UDAT_DIRECTION_NEXT, 1}}};
    for (const auto& [direction, offset] : days) {
        icu::UnicodeString name;
        if (U_SUCCESS(status) != 0) {
            formatter.format(direction, UDAT_ABSOLUTE_DAY, name, status);
        }
        if (U_SUCCESS(status) != 0 && !name.isEmpty()) {
            names.push_back({words_of(name), -1, offset});
        }
    }
}

/// The names of `lang`, or none if ICU would answer in another language.
std::vector<DayName> read_names(const std::string& lang) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(lang, status);
    std::vector<DayName> names;
    if (U_FAILURE(status) != 0 || lang.empty()) {
        return names;
    }
    const icu::DateFormatSymbols symbols(locale, status);
    const std::string known = symbols.getLocale(ULOC_VALID_LOCALE, status).getLanguage();
    if (U_SUCCESS(status) != 0 && known == locale.getLanguage()) {
        add_weekdays(names, locale);
        add_from_today(names, locale);
    }
    return names;
}

}  // namespace

const std::vector<DayName>& day_names(std::string_view lang) {
    static std::mutex mutex;
    static std::map<std::string, std::vector<DayName>, std::less<>> known;
    const std::lock_guard lock(mutex);
    const auto found = known.find(lang);
    if (found != known.end()) {
        return found->second;
    }
    // A map's elements stay where they are. Languages are few: CLD2 and metadata name them.
    constexpr std::size_t most = 1000;
    static const std::vector<DayName> none;
    if (known.size() >= most) {
        return none;
    }
    return known.emplace(lang, read_names(std::string(lang))).first->second;
}

}  // namespace dateline::time
