// Dates with month names, read word by word.
#include "common/time/header_date.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <string>
#include <vector>

namespace dateline::time {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<std::string_view, 12> kMonths{"january",
                                                   "february",
                                                   "march",
                                                   "april",
                                                   "may",
                                                   "june",
                                                   "july",
                                                   "august",
                                                   "september",
                                                   "october",
                                                   "november",
                                                   "december"};
constexpr std::array<std::string_view, 7> kDays{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

struct NamedZone {
    std::string_view name;
    int offset_hours;
};

/// RFC 5322, section 4.3; the military letters are left out, as that section advises.
constexpr std::array<NamedZone, 11> kZones{{{"ut", 0},
                                            {"utc", 0},
                                            {"gmt", 0},
                                            {"z", 0},
                                            {"est", -5},
                                            {"edt", -4},
                                            {"cst", -6},
                                            {"cdt", -5},
                                            {"mst", -7},
                                            {"pst", -8},
                                            {"pdt", -7}}};

/// More words than the longest form has; a longer text is not a date.
constexpr std::size_t kMaxWords = 9;
constexpr std::size_t kMaxTextBytes = 100;

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    if (text.empty() || text.size() > 4 || !std::all_of(text.begin(), text.end(), is_digit)) {
        return std::nullopt;
    }
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// The words of `text` in lower case; blanks and commas part them, and so do hyphens that join a
/// day, a month name and a year.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const std::string lower = ascii_lower(text);
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const char c = lower[i];
        const bool letter_beside =
            (i > 0 && lower[i - 1] >= 'a' && lower[i - 1] <= 'z') ||
            (i + 1 < lower.size() && lower[i + 1] >= 'a' && lower[i + 1] <= 'z');
        const bool border =
            c == ' ' || c == '\t' || c == ',' || (c == '-' && i > 0 && letter_beside);
        if (!border) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

bool is_day_name(std::string_view word) {
    if (word.ends_with('.')) {
        word.remove_suffix(1);
    }
    return std::any_of(kDays.begin(), kDays.end(), [&](std::string_view day) {
        return word == day || (word.size() >= 3 && word.size() <= 5 && day.starts_with(word));
    });
}

/// `16`, `16th`; std::nullopt if it is not between 1 and 31.
std::optional<int> day_of_month(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (word.size() > 2 && word.ends_with(ending)) {
            word.remove_suffix(2);
            break;
        }
    }
    const auto day = whole_number(word);
    return day && word.size() <= 2 && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

std::optional<int> full_year(std::string_view word) {
    const auto year = whole_number(word);
    return year && word.size() == 4 && *year >= kMinYear && *year <= kMaxYear ? year : std::nullopt;
}

/// `18:02` or `18:02:00`.
std::optional<seconds> clock_time(std::string_view word) {
    std::array<int, 3> parts{};
    std::size_t count = 0;
    while (count < parts.size()) {
        const std::size_t colon = word.find(':');
        const std::string_view part = word.substr(0, colon);
        const auto number = whole_number(part);
        if (!number || part.size() > 2 || (count > 0 && part.size() != 2)) {
            return std::nullopt;
        }
        parts[count++] = *number;
        word = colon == std::string_view::npos ? std::string_view{} : word.substr(colon + 1);
        if (colon == std::string_view::npos) {
            break;
        }
    }
    if (!word.empty() || count < 2 || parts[0] > 23 || parts[1] > 59 || parts[2] > 59) {
        return std::nullopt;
    }
    return hours(parts[0]) + minutes(parts[1]) + seconds(parts[2]);
}

/// `+0200`, `+02:00`, or a name of kZones.
std::optional<minutes> zone_offset(std::string_view word) {
    const auto* const named = std::find_if(
        kZones.begin(), kZones.end(), [&](const NamedZone& zone) { return zone.name == word; });
    if (named != kZones.end()) {
        return hours(named->offset_hours);
    }
    if (word.size() < 5 || (word.front() != '+' && word.front() != '-')) {
        return std::nullopt;
    }
    const std::string_view last = word.substr(word.size() - 2);
    std::string_view first = word.substr(1, word.size() - 3);
    if (first.ends_with(':')) {
        first.remove_suffix(1);
    }
    const auto hour = whole_number(first);
    const auto minute = whole_number(last);
    if (!hour || !minute || first.size() != 2 || *hour > 15 || *minute > 59) {
        return std::nullopt;
    }
    const minutes offset = hours(*hour) + minutes(*minute);
    return word.front() == '-' ? -offset : offset;
}

/// Takes words from the front of a list.
class Words {
public:
    explicit Words(std::vector<std::string> words) : words_(std::move(words)) {}

    [[nodiscard]] bool done() const noexcept { return next_ == words_.size(); }
    [[nodiscard]] std::string_view peek(std::size_t ahead = 0) const noexcept {
        return next_ + ahead < words_.size() ? std::string_view(words_[next_ + ahead])
                                             : std::string_view();
    }
    void skip(std::size_t count = 1) noexcept { next_ = std::min(next_ + count, words_.size()); }

private:
    std::vector<std::string> words_;
    std::size_t next_ = 0;
};

struct CalendarDate {
    int year;
    unsigned month;
    std::optional<int> day;
};

/// `16 oct 2025`, `oct 16 2025` or `oct 2025` from the front of `words`.
std::optional<CalendarDate> take_date(Words& words) {
    CalendarDate date{0, month_number(words.peek()), std::nullopt};
    std::size_t taken = 1;
    if (date.month == 0) {
        date.day = day_of_month(words.peek());
        date.month = month_number(words.peek(1));
        if (!date.day || date.month == 0) {
            return std::nullopt;
        }
        taken = 2;
    } else if (const auto day = day_of_month(words.peek(1))) {
        date.day = day;
        taken = 2;
    }
    const auto year = full_year(words.peek(taken));
    if (!year) {
        return std::nullopt;
    }
    date.year = *year;
    words.skip(taken + 1);
    return date;
}

/// `18:02`, `6:02 pm`, `6:02pm` from the front of `words`.
std::optional<seconds> take_clock(Words& words) {
    std::string_view word = words.peek();
    std::string_view half = words.peek(1);
    std::size_t taken = 1;
    if (word.ends_with("am") || word.ends_with("pm")) {
        half = word.substr(word.size() - 2);
        word.remove_suffix(2);
    } else if (half == "am" || half == "pm" || half == "a.m." || half == "p.m.") {
        taken = 2;
    } else {
        half = {};
    }
    auto clock = clock_time(word);
    if (!clock) {
        return std::nullopt;
    }
    if (!half.empty()) {
        if (*clock < hours(1) || *clock >= hours(13)) {
            return std::nullopt;
        }
        *clock = *clock % hours(12) + (half.front() == 'p' ? hours(12) : hours(0));
    }
    words.skip(taken);
    return clock;
}

}  // namespace

unsigned month_number(std::string_view word) noexcept {
    std::array<char, 10> lower{};
    if (word.ends_with('.')) {
        word.remove_suffix(1);
    }
    if (word.size() < 3 || word.size() > 9) {
        return 0;
    }
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const std::string_view name(lower.data(), word.size());
    for (unsigned month = 0; month < kMonths.size(); ++month) {
        if (name == kMonths[month] || name == kMonths[month].substr(0, 3)) {
            return month + 1;
        }
    }
    return name == "sept" ? 9 : 0;
}

std::optional<Published> parse_header_date(std::string_view text, minutes default_zone) {
    text = trim(text);
    // A comment at the end, as mail programs add the zone's name: `+0200 (CEST)`.
    if (text.ends_with(')') && text.rfind('(') != std::string_view::npos) {
        text = trim(text.substr(0, text.rfind('(')));
    }
    std::vector<std::string> list =
        text.size() <= kMaxTextBytes ? words_of(text) : std::vector<std::string>{};
    if (list.empty() || list.size() > kMaxWords) {
        return std::nullopt;
    }
    Words words(std::move(list));
    if (is_day_name(words.peek())) {
        words.skip();
    }
    const auto date = take_date(words);
    if (!date) {
        return std::nullopt;
    }
    const std::chrono::year_month_day day{
        std::chrono::year(date->year),
        std::chrono::month(date->month),
        std::chrono::day(static_cast<unsigned>(date->day.value_or(1)))};
    if (!day.ok()) {
        return std::nullopt;
    }
    Published published{
        std::chrono::sys_days(day), date->day ? Precision::Day : Precision::Month, std::nullopt};
    if (words.done()) {
        return published;
    }
    if (words.peek() == "at") {
        words.skip();
    }
    const auto clock = date->day ? take_clock(words) : std::nullopt;
    if (!clock) {
        return std::nullopt;
    }
    minutes zone = default_zone;
    if (!words.done()) {
        const auto stated = zone_offset(words.peek());
        words.skip();
        if (!stated || !words.done()) {
            return std::nullopt;
        }
        zone = *stated;
    }
    published.instant += *clock - zone;
    published.precision = Precision::Time;
    published.zone = zone;
    return published;
}

}  // namespace dateline::time
