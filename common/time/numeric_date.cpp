// Dates that are digits only: cut into three numbers, which are then tried in each order.
#include "common/time/numeric_date.hpp"

#include "common/base/utf8.hpp"
#include "common/time/header_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace dateline::time {
namespace {

using std::chrono::year_month_day;

/// Years that eight digits in a row may end in: more would make a date of any number.
constexpr int kLeastPackedYear = 1700;
constexpr int kMostPackedYear = 2099;

constexpr std::array<DateOrder, 3> kOrders = {
    DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay};

constexpr std::array<std::string_view, 12> kMonthNames = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// Three numbers as written, and the text behind them.
struct Cut {
    std::array<std::string_view, 3> parts;
    std::string_view rest;
    bool packed = false;  ///< digits in a row, cut for one order
};

int number(std::string_view digits) noexcept {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string_view take_digits(std::string_view& text) noexcept {
    const auto* const end = std::find_if_not(text.begin(), text.end(), is_digit);
    const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

/// Whether what stands behind a date can only be a time of day, or is nothing.
bool is_border(std::string_view rest) noexcept {
    return rest.empty() || rest.front() == ' ' || rest.front() == ',' || rest.front() == 'T';
}

std::optional<Cut> cut_separated(std::string_view text) {
    Cut cut;
    char separator = '\0';
    for (std::size_t i = 0; i < cut.parts.size(); ++i) {
        if (i > 0) {
            const char c = text.empty() ? '\0' : text.front();
            if ((c != '/' && c != '.' && c != '-') || (separator != '\0' && c != separator)) {
                return std::nullopt;
            }
            separator = c;
            text.remove_prefix(1);
            // German and Czech put a blank behind the dot.
            while (c == '.' && text.starts_with(' ')) {
                text.remove_prefix(1);
            }
        }
        cut.parts[i] = take_digits(text);
    }
    if (separator == '.' && text.starts_with('.')) {
        text.remove_prefix(1);
    }
    cut.rest = text;
    const bool right_sizes =
        std::all_of(cut.parts.begin(), cut.parts.end(), [](std::string_view part) {
            return part.size() == 1 || part.size() == 2 || part.size() == 4;
        });
    return right_sizes && cut.parts[1].size() <= 2 && is_border(text) ? std::optional(cut)
                                                                      : std::nullopt;
}

std::optional<Cut> cut_packed(std::string_view text, DateOrder order) {
    Cut cut;
    cut.packed = true;
    std::string_view digits = take_digits(text);
    cut.rest = text;
    if ((digits.size() != 6 && digits.size() != 8) || !is_border(text)) {
        return std::nullopt;
    }
    const std::size_t year = digits.size() - 4;
    const bool year_first = order == DateOrder::YearMonthDay;
    const std::array<std::size_t, 3> sizes = year_first ? std::array<std::size_t, 3>{year, 2, 2}
                                                        : std::array<std::size_t, 3>{2, 2, year};
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        cut.parts[i] = digits.substr(0, sizes[i]);
        digits.remove_prefix(sizes[i]);
    }
    return cut;
}

std::optional<int> year_of(std::string_view digits, bool packed) {
    const int year = number(digits);
    if (digits.size() == 4) {
        const bool plausible = !packed || (year >= kLeastPackedYear && year <= kMostPackedYear);
        return year >= kMinYear && year <= kMaxYear && plausible ? std::optional(year)
                                                                 : std::nullopt;
    }
    return digits.size() == 2 ? std::optional(full_year(year)) : std::nullopt;
}

std::optional<year_month_day> day_in_order(const Cut& cut, DateOrder order) {
    const auto& parts = cut.parts;
    const bool year_first = order == DateOrder::YearMonthDay;
    const std::size_t day_at = year_first ? 2 : order == DateOrder::DayMonthYear ? 0 : 1;
    const std::size_t month_at = order == DateOrder::MonthDayYear ? 0 : 1;
    if (parts[day_at].size() > 2 || parts[month_at].size() > 2) {
        return std::nullopt;
    }
    const auto year = year_of(parts[year_first ? 0 : 2], cut.packed);
    if (!year) {
        return std::nullopt;
    }
    const year_month_day day{std::chrono::year(*year),
                             std::chrono::month(static_cast<unsigned>(number(parts[month_at]))),
                             std::chrono::day(static_cast<unsigned>(number(parts[day_at])))};
    return day.ok() ? std::optional(day) : std::nullopt;
}

/// Adds the time of day that `rest` states to `day`.
std::optional<Published> with_time(const year_month_day& day,
                                   std::string_view rest,
                                   std::chrono::minutes zone) {
    if (rest.starts_with(',') || rest.starts_with('T')) {
        rest.remove_prefix(1);
    }
    rest = trim(rest);
    if (rest.empty()) {
        return Published{std::chrono::sys_days(day), Precision::Day, std::nullopt};
    }
    const unsigned month = static_cast<unsigned>(day.month());
    return parse_header_date(std::to_string(static_cast<unsigned>(day.day())) + ' ' +
                                 std::string(kMonthNames[month - 1]) + ' ' +
                                 std::to_string(static_cast<int>(day.year())) + ' ' +
                                 std::string(rest),
                             zone);
}

/// The different days that `text` can mean, each with its time of day.
std::vector<Published> meanings(std::string_view text, const DateReading& reading) {
    std::vector<Published> found;
    text = trim(text);
    const std::optional<Cut> separated = cut_separated(text);
    for (const DateOrder order : kOrders) {
        const std::optional<Cut> cut = separated ? separated : cut_packed(text, order);
        const bool asked = reading.order == DateOrder::Unstated || reading.order == order ||
                           (cut && cut->parts[0].size() == 4);
        const auto day = cut && asked ? day_in_order(*cut, order) : std::nullopt;
        const auto published = day ? with_time(*day, cut->rest, reading.zone) : std::nullopt;
        if (published && std::find(found.begin(), found.end(), *published) == found.end()) {
            found.push_back(*published);
        }
    }
    return found;
}

}  // namespace

std::optional<Published> parse_numeric_date(std::string_view text, const DateReading& reading) {
    const std::vector<Published> found = meanings(text, reading);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

bool is_ambiguous_date(std::string_view text, const DateReading& reading) {
    return meanings(text, reading).size() > 1;
}

}  // namespace dateline::time
