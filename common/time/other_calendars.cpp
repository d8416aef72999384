// Days of calendars that newspapers print besides the Gregorian one.
#include "common/time/other_calendars.hpp"

#include <unicode/calendar.h>
#include <unicode/locid.h>

#include <memory>

namespace dateline::time {

std::optional<std::chrono::year_month_day> solar_hijri_day(int year, unsigned month, unsigned day) {
    if (year < 1200 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
        *icu::TimeZone::getGMT(), icu::Locale("fa_IR@calendar=persian"), status));
    if (U_FAILURE(status) || calendar == nullptr) {
        return std::nullopt;
    }
    calendar->clear();
    calendar->setLenient(false);
    calendar->set(year, static_cast<int>(month) - 1, static_cast<int>(day));
    const UDate instant = calendar->getTime(status);
    if (U_FAILURE(status)) {
        return std::nullopt;
    }
    const std::chrono::sys_time<std::chrono::milliseconds> time{
        std::chrono::milliseconds(static_cast<std::int64_t>(instant))};
    return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(time));
}

}  // namespace dateline::time
