// Calendar arithmetic, and which values fall into which bucket.
#include "query/search/buckets.hpp"

#include "common/base/padded.hpp"

#include <algorithm>

namespace dateline::search {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

time::Precision needed_precision(DateLevel level) {
    switch (level) {
        case DateLevel::Year:
            return time::Precision::Year;
        case DateLevel::Month:
            return time::Precision::Month;
        case DateLevel::Week:
        case DateLevel::Day:
            return time::Precision::Day;
    }
    return time::Precision::Day;
}

/// Monday of the week of `day`.
sys_days week_start(sys_days day) {
    return day - (std::chrono::weekday(day) - std::chrono::Monday);
}

/// The buckets that hold a whole period of `periods` (Slot::Event).
std::vector<sys_days> event_buckets(std::string_view periods, DateLevel level) {
    std::vector<sys_days> buckets;
    for (const schema::Period& period : schema::decode_periods(periods)) {
        const sys_days bucket = bucket_start(period.from, level);
        // Periods come in the order of their first days.
        if (period.to < bucket_end(bucket, level) &&
            (buckets.empty() || buckets.back() != bucket)) {
            buckets.push_back(bucket);
        }
    }
    return buckets;
}

}  // namespace

sys_days bucket_start(sys_days day, DateLevel level) {
    const std::chrono::year_month_day date(day);
    switch (level) {
        case DateLevel::Year:
            return date.year() / std::chrono::January / 1;
        case DateLevel::Month:
            return date.year() / date.month() / 1;
        case DateLevel::Week:
            return week_start(day);
        case DateLevel::Day:
            return day;
    }
    return day;
}

sys_days bucket_end(sys_days start, DateLevel level) {
    const std::chrono::year_month_day date(start);
    switch (level) {
        case DateLevel::Year:
            return date + std::chrono::years(1);
        case DateLevel::Month:
            return date + std::chrono::months(1);
        case DateLevel::Week:
            return start + days(7);
        case DateLevel::Day:
            return start + days(1);
    }
    return start;
}

std::string bucket_name(sys_days start, DateLevel level) {
    std::string day = time::format_day(start);
    switch (level) {
        case DateLevel::Year:
            return day.substr(0, 4);
        case DateLevel::Month:
            return day.substr(0, 7);
        case DateLevel::Week: {
            // The ISO year of a week is that of its Thursday.
            const sys_days thursday = start + days(3);
            const std::chrono::year year = std::chrono::year_month_day(thursday).year();
            const sys_days first = year / std::chrono::January / 1;
            const auto week = static_cast<std::uint64_t>((thursday - first).count() / 7 + 1);
            return padded(static_cast<std::uint64_t>(static_cast<int>(year)), 4) + "-W" +
                   padded(week, 2);
        }
        case DateLevel::Day:
            return day;
    }
    return day;
}

parse::DayRange bucket_days(sys_days start, DateLevel level) {
    constexpr sys_days first = std::chrono::year(time::kMinYear) / std::chrono::January / 1;
    constexpr sys_days end = std::chrono::year(time::kMaxYear + 1) / std::chrono::January / 1;
    parse::DayRange days;
    if (start >= first) {
        days.from = start;
    }
    if (bucket_end(start, level) <= end) {
        days.to = bucket_end(start, level);
    }
    return days;
}

schema::Slot bucket_slot(const schema::Field& field) noexcept {
    return field.id == schema::FieldId::Event ? schema::Slot::Event : schema::Slot::Published;
}

std::vector<sys_days> buckets_of(std::string_view value,
                                 const schema::Field& field,
                                 DateLevel level,
                                 const time::Zone& zone) {
    if (field.id == schema::FieldId::Event) {
        return event_buckets(value, level);
    }
    const auto published = schema::decode_published(value);
    if (!published || published->precision < needed_precision(level)) {
        return {};
    }
    return {bucket_start(zone.day_of(*published), level)};
}

void BucketCounts::add(const std::vector<sys_days>& buckets) {
    for (const sys_days bucket : buckets) {
        ++articles[bucket];
    }
    missing += buckets.empty() ? 1U : 0U;
}

void BucketCounts::add(const BucketCounts& other) {
    for (const auto& [bucket, count] : other.articles) {
        articles[bucket] += count;
    }
    missing += other.missing;
}

}  // namespace dateline::search
