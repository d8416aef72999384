// The date of publication that many sites write into the addresses of their articles.
#include "indexer/source/html/date_in_url.hpp"

#include "common/base/utf8.hpp"
#include "common/time/header_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace dateline::source {
namespace {

using time::DateOrder;
using time::Published;

/// Longer addresses are cut: the date stands near the front.
constexpr std::size_t kMaxUrlBytes = 4096;

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) noexcept {
    return c >= 'a' && c <= 'z';
}

/// A run of digits, a run of letters, or one other character of an address.
struct Part {
    std::string_view text;
    int number = -1;  ///< of a run of at most eight digits; else -1
};

int number_of(std::string_view digits) {
    int value = -1;
    if (!digits.empty() && digits.size() <= 8 && is_digit(digits.front())) {
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    }
    return value;
}

std::vector<Part> parts_of(std::string_view text) {
    std::vector<Part> parts;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = at + 1;
        if (is_digit(text[at])) {
            end = std::min(text.find_first_not_of("0123456789", at), text.size());
        } else if (is_letter(text[at])) {
            end = std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at), text.size());
        }
        const std::string_view run = text.substr(at, end - at);
        parts.push_back({run, number_of(run)});
        at = end;
    }
    return parts;
}

std::optional<Published> day_of(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (month < 1 || day < 1 || !date.ok()) {
        return std::nullopt;
    }
    return Published{std::chrono::sys_days(date), time::Precision::Day, std::nullopt};
}

/// The parts of an address, looked at from one of them on.
class Place {
public:
    Place(const std::vector<Part>& parts, std::size_t at) : parts_(parts), at_(at) {}

    [[nodiscard]] std::string_view text(std::size_t ahead) const {
        return at_ + ahead < parts_.size() ? parts_[at_ + ahead].text : std::string_view{};
    }
    [[nodiscard]] bool separated(std::size_t ahead) const {
        const std::string_view part = text(ahead);
        return part.size() == 1 && std::string_view("/-_.").find(part[0]) != std::string_view::npos;
    }
    /// The number there if it is written with at least `low` and at most `high` digits; else -1.
    [[nodiscard]] int number(std::size_t ahead, std::size_t low, std::size_t high) const {
        const std::string_view part = text(ahead);
        return part.size() >= low && part.size() <= high ? number_of(part) : -1;
    }
    [[nodiscard]] int year(std::size_t ahead) const {
        const int value = number(ahead, 4, 4);
        return value >= 1800 && value <= 2099 ? value : -1;
    }
    /// The month there, as digits or an English name; -1 if there is none.
    [[nodiscard]] int month(std::size_t ahead) const {
        const int value = number(ahead, 1, 2);
        if (value >= 0) {
            return value >= 1 && value <= 12 ? value : -1;
        }
        const int named = static_cast<int>(time::month_number(text(ahead)));
        return named > 0 ? named : -1;
    }
    [[nodiscard]] bool named_month(std::size_t ahead) const {
        return time::month_number(text(ahead)) > 0;
    }

private:
    const std::vector<Part>& parts_;
    std::size_t at_;
};

/// `2025/10/16`, `2025/1016`, `202510/16`, `2025oct16`.
std::optional<Published> year_first(const Place& place) {
    const int compact = place.number(0, 6, 6);
    if (compact >= 180000 && compact <= 209912 && place.separated(1)) {
        return place.separated(3) ? day_of(compact / 100, compact % 100, place.number(2, 1, 2))
                                  : std::nullopt;
    }
    const int year = place.year(0);
    if (year < 0) {
        return std::nullopt;
    }
    if (place.named_month(1)) {
        return day_of(year, place.month(1), place.number(2, 1, 2));
    }
    if (!place.separated(1)) {
        return std::nullopt;
    }
    const int month_day = place.number(2, 4, 4);
    if (month_day > 0 && place.text(1) == "/" && place.text(3) == "/") {
        return day_of(year, month_day / 100, month_day % 100);
    }
    const int month = place.month(2);
    if (month < 0 || !place.separated(3)) {
        return std::nullopt;
    }
    // In `/2025/10/16-ways-to-…` the last number belongs to the title.
    if (place.text(3) == "/" && place.text(5) == "-" && !place.text(6).empty() &&
        is_letter(place.text(6).front())) {
        return std::nullopt;
    }
    return day_of(year, month, place.number(4, 1, 2));
}

/// `16-10-2025`, `16-oct-2025`, `16oct2025`.
std::optional<Published> year_last(const Place& place, DateOrder order) {
    const int first = place.number(0, 1, 2);
    if (first < 0) {
        return std::nullopt;
    }
    if (place.named_month(1)) {
        return day_of(place.year(2), place.month(1), first);
    }
    if (!place.separated(1) || !place.separated(3) || place.year(4) < 0) {
        return std::nullopt;
    }
    if (place.named_month(2)) {
        return day_of(place.year(4), place.month(2), first);
    }
    const int second = place.number(2, 1, 2);
    if (first > 12 || first == second || (second <= 12 && order == DateOrder::DayMonthYear)) {
        return day_of(place.year(4), second, first);
    }
    const bool month_first = second > 12 || order == DateOrder::MonthDayYear;
    return month_first ? day_of(place.year(4), first, second) : std::nullopt;
}

/// A run of digits that starts with a day: `20251016`, `20251016180200`, `20251016000100001`.
std::optional<Published> compact_day(std::string_view run) {
    if (run.size() < 8 || run.size() > 17 || !is_digit(run.front())) {
        return std::nullopt;
    }
    const int value = number_of(run.substr(0, 8));
    const int year = value / 10000;
    return year >= 1990 && year <= 2099 ? day_of(year, value / 100 % 100, value % 100)
                                        : std::nullopt;
}

std::optional<Published> month_of(const Place& place) {
    const int year = place.year(1);
    const int month = place.month(3);
    const bool framed = place.text(0) == "/" && place.text(2) == "/" && place.text(4) == "/";
    if (year < 0 || month < 0 || !framed) {
        return std::nullopt;
    }
    auto published = day_of(year, month, 1);
    published->precision = time::Precision::Month;
    return published;
}

std::optional<Published> date_in(std::string_view text, DateOrder order) {
    const std::vector<Part> parts = parts_of(text);
    std::optional<Published> month;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Place place(parts, i);
        auto day = year_first(place);
        day = day ? day : year_last(place, order);
        day = day ? day : compact_day(parts[i].text);
        if (day) {
            return day;
        }
        month = month ? month : month_of(place);
    }
    return month;
}

/// The value of the first parameter whose name is that of a date.
std::string_view date_parameter(std::string_view query) {
    while (!query.empty()) {
        const std::string_view parameter = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(parameter.size() + 1, query.size()));
        const std::string_view name = parameter.substr(0, parameter.find('='));
        const bool dated = name.find("date") != std::string_view::npos || name == "d" ||
                           name == "day" || name == "ymd";
        if (dated && name.size() < parameter.size()) {
            return parameter.substr(name.size() + 1);
        }
    }
    return {};
}

}  // namespace

std::optional<Published> date_in_url(std::string_view url, DateOrder order) {
    const std::string lower = ascii_lower(truncate_utf8(url, kMaxUrlBytes));
    std::string_view rest = lower;
    rest = rest.substr(0, rest.find('#'));
    const std::size_t scheme = rest.find("://");
    if (scheme != std::string_view::npos && scheme < rest.find('?')) {
        rest.remove_prefix(scheme + 3);
        rest.remove_prefix(std::min(rest.find('/'), rest.size()));
    }
    const std::string_view path = rest.substr(0, rest.find('?'));
    const auto in_path = date_in(path, order);
    if (in_path && in_path->precision == time::Precision::Day) {
        return in_path;
    }
    rest.remove_prefix(std::min(path.size() + 1, rest.size()));
    const auto in_query = date_in(date_parameter(rest), order);
    return in_query ? in_query : in_path;
}

}  // namespace dateline::source
