// Reads English dates, quarters, weeks, decades and spans of time by their parts.
#include "query/parse/date_forms.hpp"

#include "common/time/month_names.hpp"
#include "query/parse/marks.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace dateline::parse {
namespace {

constexpr std::size_t kMaxTextBytes = 40;  ///< no date is longer

constexpr std::array<std::string_view, 4> kUnits = {"day", "week", "month", "year"};

/// The number of digits, at most nine of them.
int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + std::min<std::size_t>(digits.size(), 9), value);
    return value;
}

std::string padded(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

/// The letters and the numbers of `text`, each for itself: `1987q1` is 1987, q and 1.
std::vector<std::string_view> parts_of(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    std::vector<std::string_view> parts;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && is_digit(text[end])) {
            ++end;
        }
        while (end == i || (end < text.size() && is_letter(text[i]) && is_letter(text[end]))) {
            ++end;
        }
        if (is_digit(text[i]) || is_letter(text[i])) {
            parts.push_back(text.substr(i, end - i));
        } else if (std::string_view(" -/.,'").find(text[i]) == std::string_view::npos) {
            return {};
        }
        i = end;
    }
    return parts;
}

/// 1 to 12 for the name of a month or its beginning of three letters or more; else 0.
int month_named(std::string_view name) {
    return static_cast<int>(time::named_month_of(name, "en").number);
}

/// `7d` for `7 days`, `1w` for `last week`.
std::string span_of_time(std::vector<std::string_view> parts) {
    const bool is_last = !parts.empty() && (parts.front() == "last" || parts.front() == "past");
    if (is_last) {
        parts.erase(parts.begin());
    }
    const bool has_count = !parts.empty() && is_digits(parts.front()) && parts.front().size() < 5;
    const std::string count(has_count ? parts.front() : "1");
    if (parts.size() != (has_count ? 2U : 1U) || (!has_count && !is_last)) {
        return {};
    }
    std::string_view unit = parts.back();
    unit.remove_suffix(unit.ends_with('s') ? 1 : 0);
    const bool known = std::find(kUnits.begin(), kUnits.end(), unit) != kUnits.end();
    return known && number(count) > 0 ? count + std::string(unit.substr(0, 1)) : std::string();
}

/// `1987-Q1` and `1987-W05` for the parts 1987, q, 1 in either order.
std::string quarter_or_week(const std::vector<std::string_view>& parts) {
    const auto letter = std::find_if(parts.begin(), parts.end(), [](std::string_view part) {
        return part == "q" || part == "w";
    });
    if (parts.size() != 3 || letter == parts.end() || letter + 1 == parts.end()) {
        return {};
    }
    const std::string_view count = *(letter + 1);
    const std::string_view year = letter == parts.begin() ? parts.back() : parts.front();
    if (!is_digits(count) || !is_digits(year) || year.size() != 4 || count.size() > 2) {
        return {};
    }
    return std::string(year) +
           (*letter == "q" ? "-Q" + std::string(count) : "-W" + padded(number(count)));
}

/// `1987-03-20` for 20, march, 1987 and the like; `1987-03` where there is no day.
std::string with_month_name(std::vector<std::string_view> parts) {
    std::erase_if(parts, [](std::string_view part) {
        return part == "st" || part == "nd" || part == "rd" || part == "th" || part == "of" ||
               part == "the";
    });
    const auto name = std::find_if(
        parts.begin(), parts.end(), [](std::string_view part) { return month_named(part) > 0; });
    if (name == parts.end() || parts.size() < 2 || parts.size() > 3) {
        return {};
    }
    const int month = month_named(*name);
    parts.erase(name);
    const bool year_first = parts.size() == 2 && parts.front().size() == 4;
    const std::string_view year = year_first ? parts.front() : parts.back();
    const std::string_view day = year_first ? parts.back() : parts.front();
    const bool is_year =
        is_digits(year) && (year.size() == 4 || (year.size() == 2 && parts.size() == 2));
    if (!is_year || !is_digits(day)) {
        return {};
    }
    const std::string result = std::to_string(full_year(number(year))) + "-" + padded(month);
    return parts.size() == 1 ? result : result + "-" + padded(number(day));
}

/// `1987-03` for 1987 and 3 in either order.
std::string year_and_month(const std::vector<std::string_view>& parts) {
    if (parts.size() != 2 || !is_digits(parts[0]) || !is_digits(parts[1])) {
        return {};
    }
    const bool year_first = parts[0].size() == 4;
    const std::string_view year = parts[year_first ? 0 : 1];
    const std::string_view month = parts[year_first ? 1 : 0];
    return year.size() == 4 && month.size() <= 2 ? std::string(year) + "-" + padded(number(month))
                                                 : std::string();
}

}  // namespace

int full_year(int year) noexcept {
    return year < 0 || year > 99 ? year : year + (year >= 69 ? 1900 : 2000);
}

std::string iso_form(std::string_view text) {
    if (text.size() > kMaxTextBytes) {
        return {};
    }
    const std::vector<std::string_view> parts = parts_of(text);
    if (parts.size() == 2 && parts[1] == "s" && is_digits(parts[0]) && parts[0].size() == 4 &&
        parts[0].ends_with('0')) {
        const std::string decade(parts[0].substr(0, 3));
        return decade + "0.." + decade + "9";
    }
    for (const auto& read : {span_of_time, with_month_name}) {
        if (std::string found = read(parts); !found.empty()) {
            return found;
        }
    }
    std::string found = quarter_or_week(parts);
    return found.empty() ? year_and_month(parts) : found;
}

}  // namespace dateline::parse
