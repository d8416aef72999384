// Reading and writing ISO 8601 dates without the locale-dependent functions of the C library.
#include "common/time/published.hpp"

#include "common/base/padded.hpp"
#include "common/base/utf8.hpp"

namespace dateline::time {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;

/// A cursor over the text that takes fixed-width numbers and single characters.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool done() const noexcept { return rest_.empty(); }

    [[nodiscard]] char peek() const noexcept { return rest_.empty() ? '\0' : rest_.front(); }

    bool take(char wanted) noexcept {
        if (peek() != wanted || rest_.empty()) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }

    std::optional<int> digits(std::size_t count) noexcept {
        if (rest_.size() < count) {
            return std::nullopt;
        }
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (rest_[i] < '0' || rest_[i] > '9') {
                return std::nullopt;
            }
            value = value * 10 + (rest_[i] - '0');
        }
        rest_.remove_prefix(count);
        return value;
    }

    [[nodiscard]] bool at_digit() const noexcept { return peek() >= '0' && peek() <= '9'; }

    /// A decimal fraction of a second, of any length, cut to milliseconds.
    milliseconds fraction() noexcept {
        int value = 0;
        int scale = 100;
        while (at_digit()) {
            value += (rest_.front() - '0') * scale;
            scale /= 10;
            rest_.remove_prefix(1);
        }
        return milliseconds(value);
    }

private:
    std::string_view rest_;
};

std::optional<milliseconds> scan_clock(Scanner& in) {
    const auto hour = in.digits(2);
    if (!hour || *hour > 23) {
        return std::nullopt;
    }
    const bool extended = in.take(':');
    const auto minute = in.digits(2);
    if (!minute || *minute > 59) {
        return std::nullopt;
    }
    milliseconds clock = hours(*hour) + minutes(*minute);
    if (extended ? in.take(':') : in.at_digit()) {
        const auto second = in.digits(2);
        if (!second || *second > 59) {
            return std::nullopt;
        }
        clock += seconds(*second);
        if (in.take('.') || in.take(',')) {
            if (!in.at_digit()) {
                return std::nullopt;
            }
            clock += in.fraction();
        }
    }
    return clock;
}

/// `Z`, `+hh:mm`, `+hhmm` or `+hh`; an outer std::nullopt means an error.
std::optional<minutes> scan_zone(Scanner& in) {
    if (in.take('Z') || in.take('z')) {
        return minutes(0);
    }
    const bool west = in.peek() == '-';
    if (!in.take('+') && !in.take('-')) {
        return std::nullopt;
    }
    const auto hour = in.digits(2);
    if (!hour || *hour > 15) {
        return std::nullopt;
    }
    int minute = 0;
    if (in.take(':') || in.at_digit()) {
        const auto stated = in.digits(2);
        if (!stated || *stated > 59) {
            return std::nullopt;
        }
        minute = *stated;
    }
    const minutes offset = hours(*hour) + minutes(minute);
    return west ? -offset : offset;
}

struct ScannedDate {
    std::chrono::year_month_day day;
    Precision precision;
};

std::optional<ScannedDate> scan_date(Scanner& in) {
    const auto year = in.digits(4);
    if (!year || *year < kMinYear || *year > kMaxYear) {
        return std::nullopt;
    }
    int month = 1;
    int day = 1;
    Precision precision = Precision::Year;
    const bool extended = in.take('-');
    if (extended || in.at_digit()) {
        const auto stated = in.digits(2);
        if (!stated) {
            return std::nullopt;
        }
        month = *stated;
        precision = Precision::Month;
        if (extended ? in.take('-') : true) {
            const auto stated_day = in.digits(2);
            if (!stated_day) {
                return std::nullopt;
            }
            day = *stated_day;
            precision = Precision::Day;
        }
    }
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) {
        return std::nullopt;
    }
    return ScannedDate{date, precision};
}

std::string format_date(sys_days day, Precision precision) {
    const std::chrono::year_month_day date(day);
    std::string text = padded(static_cast<std::uint64_t>(static_cast<int>(date.year())), 4);
    if (precision != Precision::Year) {
        text += '-' + padded(static_cast<unsigned>(date.month()), 2);
    }
    if (precision != Precision::Year && precision != Precision::Month) {
        text += '-' + padded(static_cast<unsigned>(date.day()), 2);
    }
    return text;
}

std::string format_clock(milliseconds clock) {
    const std::chrono::hh_mm_ss parts(clock);
    const auto two = [](auto part) { return padded(static_cast<std::uint64_t>(part.count()), 2); };
    std::string text =
        'T' + two(parts.hours()) + ':' + two(parts.minutes()) + ':' + two(parts.seconds());
    if (parts.subseconds().count() != 0) {
        text += '.' + padded(static_cast<std::uint64_t>(parts.subseconds().count()), 3);
    }
    return text;
}

}  // namespace

std::optional<Published> parse_iso_time(std::string_view text, minutes default_zone) {
    Scanner in(trim(text));
    const auto date = scan_date(in);
    if (!date) {
        return std::nullopt;
    }
    Published published{sys_days(date->day), date->precision, std::nullopt};
    if (in.done()) {
        return published;
    }
    if (date->precision != Precision::Day || (!in.take('T') && !in.take('t') && !in.take(' '))) {
        return std::nullopt;
    }
    const auto clock = scan_clock(in);
    if (!clock) {
        return std::nullopt;
    }
    published.precision = Precision::Time;
    published.instant += *clock;
    if (in.done()) {
        published.instant -= default_zone;
        published.zone = default_zone;
        return published;
    }
    in.take(' ');
    const auto zone = scan_zone(in);
    if (!zone || !in.done()) {
        return std::nullopt;
    }
    published.instant -= *zone;
    published.zone = *zone;
    return published;
}

std::string format_published(const Published& published) {
    const minutes zone = published.zone.value_or(minutes(0));
    const TimestampMs local = published.instant + zone;
    const sys_days day = std::chrono::floor<days>(local);
    std::string text = format_date(day, published.precision);
    if (published.precision != Precision::Time) {
        return text;
    }
    text += format_clock(local - day);
    if (zone == minutes(0)) {
        return text + 'Z';
    }
    const auto total = static_cast<std::uint64_t>(std::chrono::abs(zone).count());
    return text + (zone < minutes(0) ? '-' : '+') + padded(total / 60, 2) + ':' +
           padded(total % 60, 2);
}

std::string format_instant(TimestampMs instant) {
    return format_published({instant, Precision::Time, std::nullopt});
}

std::string format_day(sys_days day) {
    return format_date(day, Precision::Day);
}

sys_days utc_day(const Published& published) noexcept {
    return std::chrono::floor<days>(published.instant);
}

}  // namespace dateline::time
