// Zones by ICU, under the names of the IANA database alone.
#include "common/time/zone.hpp"

#include "common/base/padded.hpp"
#include "common/base/utf8.hpp"

#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

namespace dateline::time {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

/// Largest hour of an offset, as in publication dates (parse_iso_time()).
constexpr int kMaxOffsetHours = 15;

/// Whether `name` can be trusted to mean one zone. ICU also knows old abbreviations of its own, as
/// `BST` for Bangladesh, and names that stand for no place.
bool is_meant(std::string_view name) {
    return name.size() > 3 && !name.starts_with("SystemV/") && name != "Etc/Unknown" &&
           name != "Factory";
}

std::vector<std::string> icu_names() {
    std::vector<std::string> names;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> ids(
        icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nullptr, nullptr, status));
    while (U_SUCCESS(status)) {
        const icu::UnicodeString* const id = ids->snext(status);
        if (id == nullptr) {
            break;
        }
        std::string name;
        id->toUTF8String(name);
        if (is_meant(name)) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

/// `+hh`, `+hhmm` or `+hh:mm`.
std::optional<minutes> read_offset(std::string_view text) {
    if (text.empty() || (text.front() != '+' && text.front() != '-')) {
        return std::nullopt;
    }
    std::string digits(text.substr(1));
    if (digits.size() == 5 && digits[2] == ':') {
        digits.erase(2, 1);
    }
    if ((digits.size() != 2 && digits.size() != 4) ||
        digits.find_first_not_of("0123456789") != std::string::npos) {
        return std::nullopt;
    }
    const auto two = [&digits](std::size_t at) {
        return (digits[at] - '0') * 10 + (digits[at + 1] - '0');
    };
    const int minute = digits.size() == 4 ? two(2) : 0;
    if (two(0) > kMaxOffsetHours || minute > 59) {
        return std::nullopt;
    }
    const minutes offset = hours(two(0)) + minutes(minute);
    return text.front() == '-' ? -offset : offset;
}

std::string offset_name(minutes offset) {
    const auto total = static_cast<std::uint64_t>(std::chrono::abs(offset).count());
    return (offset < minutes(0) ? "-" : "+") + padded(total / 60, 2) + ":" + padded(total % 60, 2);
}

bool means_utc(const std::string& lower) {
    return lower == "utc" || lower == "gmt" || lower == "z" || lower == "etc/utc";
}

}  // namespace

struct Zone::Rules {
    std::unique_ptr<icu::TimeZone> zone;
};

std::optional<Zone> Zone::find(std::string_view name) {
    Zone found;
    const std::string lower = ascii_lower(name);
    if (means_utc(lower)) {
        return found;
    }
    if (const auto offset = read_offset(name)) {
        found.offset_ = *offset;
        found.name_ = *offset == minutes(0) ? "UTC" : offset_name(*offset);
        return found;
    }
    for (const std::string& known : icu_names()) {
        if (ascii_lower(known) == lower) {
            auto rules = std::make_shared<Rules>();
            rules->zone.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(known)));
            found.rules_ = std::move(rules);
            found.name_ = known;
            return found;
        }
    }
    return std::nullopt;
}

milliseconds Zone::offset_at(TimestampMs instant) const {
    if (rules_ == nullptr) {
        return offset_;
    }
    std::int32_t raw = 0;
    std::int32_t saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    const auto date = static_cast<UDate>(instant.time_since_epoch().count());
    rules_->zone->getOffset(date, 0, raw, saving, status);
    return U_SUCCESS(status) ? milliseconds(raw) + milliseconds(saving) : milliseconds(0);
}

std::chrono::sys_days Zone::day_at(TimestampMs instant) const {
    return std::chrono::floor<std::chrono::days>(instant + offset_at(instant));
}

std::chrono::sys_days Zone::day_of(const Published& published) const {
    return published.precision == Precision::Time ? day_at(published.instant) : utc_day(published);
}

std::vector<std::string> zone_names() {
    std::vector<std::string> names = icu_names();
    names.emplace_back("UTC");
    names.emplace_back("GMT");
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace dateline::time
