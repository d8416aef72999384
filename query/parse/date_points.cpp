// Reads absolute and relative dates strictly; whatever could be misread is refused.
#include "query/parse/date_points.hpp"

#include "common/base/utf8.hpp"
#include "common/time/published.hpp"
#include "query/parse/date_forms.hpp"
#include "query/parse/problem_list.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace dateline::parse {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;
using PointOrBad = std::variant<DayPeriod, BadValue>;

constexpr std::string_view kForms =
    "dates are 2025, 2025-10, 2025-10-16, 2025-W42, 2025-Q4, 30d, today, yesterday or none";
constexpr sys_days kFirstDay = sys_days(year(time::kMinYear) / 1 / 1);
constexpr sys_days kEndDay = sys_days(year(time::kMaxYear + 1) / 1 / 1);

BadValue bad_date(std::string message, std::string_view hint = kForms) {
    return {"bad_date", std::move(message), std::string(hint)};
}

/// Whether `text` has the shape of `pattern`, in which `9` stands for any digit.
bool has_shape(std::string_view text, std::string_view pattern) {
    return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(), [](char c, char p) {
        return p == '9' ? c >= '0' && c <= '9' : c == p;
    });
}

/// The value of `digits`, of which there are at most nine.
int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        value = value * 10 + (c - '0');
    }
    return value;
}

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

PointOrBad bounded(std::string_view text, sys_days from, sys_days to) {
    if (from < kFirstDay || to > kEndDay) {
        return bad_date(quoted(text) + " lies outside the years 1000 to 9999");
    }
    return DayPeriod{from, to, false};
}

PointOrBad month_or_day(std::string_view text, int y, int m, std::optional<int> d) {
    if (m < 1 || m > 12) {
        return bad_date("there is no month " + std::to_string(m) + " in " + quoted(text));
    }
    const auto first = year(y) / month(static_cast<unsigned>(m)) / day(1);
    if (!d) {
        return bounded(text, first, sys_days(first + months(1)));
    }
    const year_month_day date =
        year(y) / month(static_cast<unsigned>(m)) / day(static_cast<unsigned>(*d));
    if (!date.ok()) {
        const auto last = (date.year() / date.month() / std::chrono::last).day();
        return bad_date("there is no day " + std::to_string(*d) + " in " +
                        time::format_day(first).substr(0, 7) + ", which has " +
                        std::to_string(static_cast<unsigned>(last)) + " days");
    }
    return bounded(text, date, sys_days(date) + days(1));
}

PointOrBad iso_week(std::string_view text, int y, int week) {
    const sys_days fourth = year(y) / 1 / 4;  // always lies in week 1
    const sys_days monday =
        fourth - (std::chrono::weekday(fourth) - std::chrono::Monday) + days(7 * (week - 1));
    const year_month_day thursday(monday + days(3));  // decides which year a week belongs to
    if (week < 1 || thursday.year() != year(y)) {
        return bad_date("there is no week " + std::to_string(week) + " in " + std::to_string(y));
    }
    return bounded(text, monday, monday + days(7));
}

PointOrBad quarter(std::string_view text, int y, int q) {
    if (q < 1 || q > 4) {
        return bad_date("there is no quarter " + std::to_string(q), "quarters are Q1 to Q4");
    }
    const year_month_day first = year(y) / month(static_cast<unsigned>(3 * q - 2)) / 1;
    return bounded(text, first, sys_days(first + months(3)));
}

std::optional<PointOrBad> absolute(std::string_view text) {
    const auto y = [&] { return number(text.substr(0, 4)); };
    const auto at = [&](std::size_t offset, std::size_t size) {
        return number(text.substr(offset, size));
    };
    if (has_shape(text, "9999")) {
        return bounded(text, sys_days(year(y()) / 1 / 1), sys_days(year(y() + 1) / 1 / 1));
    }
    if (has_shape(text, "9999-99")) {
        return month_or_day(text, y(), at(5, 2), std::nullopt);
    }
    if (has_shape(text, "9999-99-99")) {
        return month_or_day(text, y(), at(5, 2), at(8, 2));
    }
    if (has_shape(text, "99999999")) {
        return month_or_day(text, y(), at(4, 2), at(6, 2));
    }
    if (has_shape(text, "9999-w99")) {
        return iso_week(text, y(), at(6, 2));
    }
    if (has_shape(text, "9999-q9")) {
        return quarter(text, y(), at(6, 1));
    }
    return std::nullopt;
}

std::optional<PointOrBad> relative(std::string_view text, sys_days today) {
    if (text == "today") {
        return bounded(text, today, today + days(1));
    }
    if (text == "yesterday") {
        return bounded(text, today - days(1), today);
    }
    if (text.size() < 2 || !all_digits(text.substr(0, text.size() - 1)) ||
        std::string_view("dwmy").find(text.back()) == std::string_view::npos) {
        return std::nullopt;
    }
    if (text.size() > 8) {
        return bad_date(quoted(text) + " lies outside the years 1000 to 9999");
    }
    const int count = number(text.substr(0, text.size() - 1));
    if (count == 0) {
        return bad_date(quoted(text) + " is no day at all", "today is 'today' or '1d'");
    }
    const sys_days end = today + days(1);
    if (text.back() == 'd' || text.back() == 'w') {
        PointOrBad point = bounded(text, end - days(count * (text.back() == 'w' ? 7 : 1)), end);
        if (auto* const period = std::get_if<DayPeriod>(&point)) {
            period->relative = true;
        }
        return point;
    }
    const int count_months = count * (text.back() == 'y' ? 12 : 1);
    if (count_months > 12 * time::kMaxYear) {
        return bad_date(quoted(text) + " lies outside the years 1000 to 9999");
    }
    year_month_day same_day = year_month_day(today) - months(count_months);
    if (!same_day.ok()) {  // one month before 31 March
        same_day = same_day.year() / same_day.month() / std::chrono::last;
    }
    PointOrBad point = bounded(text, sys_days(same_day) + days(1), end);
    if (auto* const period = std::get_if<DayPeriod>(&point)) {
        period->relative = true;
    }
    return point;
}

std::optional<std::string> day_name(int y, int m, int d) {
    const PointOrBad point = month_or_day("", y, m, d);
    const auto* const period = std::get_if<DayPeriod>(&point);
    return period == nullptr ? std::nullopt : std::optional(time::format_day(period->from));
}

/// The numbers of a date such as `1/2/2025`, `1.2.2025` or `2025/2/1`; empty if it is none.
std::vector<int> slash_numbers(std::string_view text) {
    std::vector<int> numbers;
    const std::size_t at = text.find_first_of("/.-");
    if (at == std::string_view::npos) {
        return {};
    }
    const char separator = text[at];
    while (true) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (!all_digits(text.substr(0, end)) || end > 4 || numbers.size() == 3) {
            return {};
        }
        numbers.push_back(number(text.substr(0, end)));
        if (end == text.size()) {
            break;
        }
        text.remove_prefix(end + 1);
    }
    return numbers.size() == 3 ? numbers : std::vector<int>();
}

/// What `now`, `now-7d` or `now-7d/d` of Elasticsearch are here; empty if `text` is none of them.
std::string from_now(std::string_view text) {
    if (!text.starts_with("now")) {
        return {};
    }
    const std::string_view back = text.substr(3, text.find('/') - 3);
    const bool is_count = back.size() > 2 && back.front() == '-' &&
                          all_digits(back.substr(1, back.size() - 2)) &&
                          std::string_view("dwmy").find(back.back()) != std::string_view::npos;
    return is_count ? std::string(back.substr(1)) : "today";
}

/// `text` as a date that is read: itself, or its iso_form(); empty if it is none.
std::string readable(std::string_view text) {
    if (const auto point = absolute(text); point && std::holds_alternative<DayPeriod>(*point)) {
        return std::string(text);
    }
    const std::string form = iso_form(text);
    const auto point = absolute(ascii_lower(form));
    return point && std::holds_alternative<DayPeriod>(*point) ? form : std::string();
}

/// `A..B` for two dates joined as elsewhere: `1987-03,1987-05`, `1987 to 1988`; else empty.
std::string range_meant(std::string_view text) {
    for (const std::string_view joint : {" to ", "...", "-to-", " - ", ",", ":", "/", "-"}) {
        for (std::size_t at = text.find(joint); at != std::string_view::npos;
             at = text.find(joint, at + 1)) {
            const std::string from = readable(text.substr(0, at));
            const std::string to = readable(text.substr(at + joint.size()));
            if (!from.empty() && !to.empty()) {
                return from + ".." + to;
            }
        }
    }
    return {};
}

/// What to write for a date in a form that is read nowhere here; empty if that is not clear.
std::string meant(std::string_view text) {
    constexpr std::size_t longest = 80;
    if (text.size() > longest) {
        return {};
    }
    std::string form = iso_form(text);
    const bool is_day_or_month = form.size() == 7 || form.size() == 10;
    if (!form.empty() && form.find("..") == std::string::npos && is_day_or_month) {
        form = readable(text);
    }
    return form.empty() ? range_meant(text) : form;
}

BadValue refused(std::string_view text) {
    if (const std::string since = from_now(text); !since.empty()) {
        return bad_date(
            quoted(text) + " is no date",
            since == "today" ? "write today" : "for the last " + since + " write date:" + since);
    }
    const std::string day(text.substr(0, std::min(text.find('t'), text.size())));
    if (day.size() == 10 && day.size() < text.size() && !readable(day).empty()) {
        return bad_date(quoted(text) + " has a time, and dates are whole days", "write " + day);
    }
    const std::vector<int> numbers = slash_numbers(text);
    if (!numbers.empty()) {
        if (numbers[0] > 99) {
            const auto reading = day_name(numbers[0], numbers[1], numbers[2]);
            return bad_date("the date " + quoted(text) + " is not in the form YYYY-MM-DD",
                            reading ? "write " + *reading : std::string(kForms));
        }
        const int y = full_year(numbers[2]);
        const auto day_first = day_name(y, numbers[1], numbers[0]);
        const auto month_first = day_name(y, numbers[0], numbers[1]);
        if (day_first && month_first && day_first != month_first) {
            return bad_date(
                "the date " + quoted(text) + " has two readings",
                "write " + *day_first + " (day first) or " + *month_first + " (month first)");
        }
        if (day_first || month_first) {
            return bad_date("the date " + quoted(text) + " is not in the form YYYY-MM-DD",
                            "write " + (day_first ? *day_first : *month_first));
        }
    }
    if (const std::string form = meant(text); !form.empty()) {
        return bad_date(quoted(text) + " is no date", "write " + form);
    }
    return bad_date(quoted(text) + " is no date");
}

}  // namespace

std::optional<std::string> date_meant(std::string_view text) {
    constexpr std::string_view write = "write ";
    const auto point = parse_date_point(text, {});
    const auto* const bad = std::get_if<BadValue>(&point);
    return bad != nullptr && bad->hint.starts_with(write)
               ? std::optional(bad->hint.substr(write.size()))
               : std::nullopt;
}

std::variant<DayPeriod, BadValue> parse_date_point(std::string_view text, sys_days today) {
    const std::string lower = ascii_lower(text);
    if (const auto point = absolute(lower)) {
        return *point;
    }
    if (const auto point = relative(lower, today)) {
        return *point;
    }
    return refused(lower);
}

}  // namespace dateline::parse
