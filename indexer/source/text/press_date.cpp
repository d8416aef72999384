// Dates as newspapers and their archives print them.
#include "indexer/source/text/press_date.hpp"

#include "common/base/utf8.hpp"
#include "common/time/header_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace dateline::source {
namespace {

constexpr std::size_t kMaxTextBytes = 200;

struct MonthName {
    std::string_view name;
    unsigned month;
};

/// The names that English does not have; A to Z in lower case.
constexpr std::array<MonthName, 57> kMonths{{
    {"janvier", 1},    {"januar", 1},     {"enero", 1},     {"gennaio", 1},   {"janeiro", 1},
    {"januari", 1},    {"jänner", 1},     {"février", 2},   {"fevrier", 2},   {"febrero", 2},
    {"febbraio", 2},   {"fevereiro", 2},  {"februari", 2},  {"mars", 3},      {"märz", 3},
    {"marzo", 3},      {"março", 3},      {"maart", 3},     {"avril", 4},     {"abril", 4},
    {"aprile", 4},     {"mai", 5},        {"mayo", 5},      {"maggio", 5},    {"maio", 5},
    {"mei", 5},        {"juin", 6},       {"juni", 6},      {"junio", 6},     {"giugno", 6},
    {"junho", 6},      {"juillet", 7},    {"juli", 7},      {"julio", 7},     {"luglio", 7},
    {"julho", 7},      {"août", 8},       {"aout", 8},      {"agosto", 8},    {"augustus", 8},
    {"septembre", 9},  {"septiembre", 9}, {"settembre", 9}, {"setembro", 9},  {"octobre", 10},
    {"oktober", 10},   {"octubre", 10},   {"ottobre", 10},  {"outubro", 10},  {"novembre", 11},
    {"noviembre", 11}, {"novembro", 11},  {"décembre", 12}, {"dezember", 12}, {"diciembre", 12},
    {"dicembre", 12},  {"dezembro", 12},
}};

constexpr std::array<std::string_view, 12> kEnglish{"January",
                                                    "February",
                                                    "March",
                                                    "April",
                                                    "May",
                                                    "June",
                                                    "July",
                                                    "August",
                                                    "September",
                                                    "October",
                                                    "November",
                                                    "December"};

unsigned month_in(std::string_view word) {
    if (const unsigned month = time::month_number(word)) {
        return month;
    }
    const std::string lower = ascii_lower(word);
    const auto same = [&lower](const MonthName& row) { return row.name == lower; };
    if (const auto* found = std::find_if(kMonths.begin(), kMonths.end(), same);
        found != kMonths.end()) {
        return found->month;
    }
    return 0;
}

/// The words of `text`: blanks and commas part them, and full stops and ordinal letters at the end
/// of a number are left out.
std::vector<std::string_view> words_in(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" ,\t\n\r/()"), text.size());
        if (end > 0) {
            words.push_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// The number that `word` is, `16`, `16.`, `1er`, `16th`; std::nullopt if it is none.
std::optional<int> number_in(std::string_view word, std::size_t max_digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    const auto digits = static_cast<std::size_t>(end - word.data());
    const std::string rest = ascii_lower(word.substr(digits));
    const bool ordinal = rest.empty() || rest == "." || rest == "er" || rest == "st" ||
                         rest == "nd" || rest == "rd" || rest == "th";
    const bool fits = error == std::errc{} && value >= 0 && digits <= max_digits && ordinal;
    return fits ? std::optional(value) : std::nullopt;
}

std::optional<int> year_in(std::string_view word) {
    const auto year = number_in(word, 4);
    if (!year || word.size() == 3 || word.size() < 2) {
        return std::nullopt;
    }
    return word.size() == 2 ? full_year(*year) : *year;
}

/// A day, a month and a year in words.
struct Found {
    int day;
    unsigned month;
    int year;
    std::size_t end;  ///< the word after them
};

/// The date whose month is the word `at`.
std::optional<Found> date_around(const std::vector<std::string_view>& words, std::size_t at) {
    const auto word = [&words](std::size_t i) {
        return i < words.size() ? words[i] : std::string_view();
    };
    const unsigned month = month_in(words[at]);
    const auto is_of = [&word](std::size_t i) { return word(i) == "de" || word(i) == "del"; };
    // 16 de octubre de 2025
    const std::size_t before = at >= 2 && is_of(at - 1) ? at - 2 : at - 1;
    const std::size_t after = is_of(at + 1) ? at + 2 : at + 1;
    if (at > 0) {
        const auto day = number_in(word(before), 2);
        const auto year = year_in(word(after));
        if (day && year) {
            return Found{*day, month, *year, after + 1};
        }
    }
    const auto day = number_in(word(at + 1), 2);
    const auto year = year_in(word(at + 2));
    if (day && year) {
        return Found{*day, month, *year, at + 3};
    }
    return std::nullopt;
}

/// A time of day at `from` or a few words behind it, with what belongs to it, as header dates have
/// it: ` 6:02 pm GMT`.
std::string clock_behind(const std::vector<std::string_view>& words, std::size_t from) {
    constexpr std::size_t max_distance = 4;
    for (std::size_t i = from; i < std::min(words.size(), from + max_distance); ++i) {
        const std::size_t colon = words[i].find(':');
        if (colon == std::string_view::npos || colon == 0 || colon > 2) {
            continue;
        }
        std::string clock = " " + std::string(words[i]);
        for (std::size_t next = i + 1; next < std::min(words.size(), i + 3); ++next) {
            clock += " " + std::string(words[next]);
        }
        return clock;
    }
    return {};
}

}  // namespace

int full_year(int two_digits) noexcept {
    constexpr int first_of_last_century = 69;
    return two_digits + (two_digits < first_of_last_century ? 2000 : 1900);
}

std::optional<time::Published> find_press_date(std::string_view text,
                                               const time::DateReading& dates) {
    if (text.size() > kMaxTextBytes) {
        return std::nullopt;
    }
    const std::vector<std::string_view> words = words_in(text);
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (month_in(words[at]) == 0) {
            continue;
        }
        const auto found = date_around(words, at);
        if (!found) {
            continue;
        }
        const std::string date = std::to_string(found->day) + " " +
                                 std::string(kEnglish[found->month - 1]) + " " +
                                 std::to_string(found->year);
        std::string clock = clock_behind(words, found->end);
        // What stands behind the time may be a zone, or anything: word by word less is tried.
        while (!clock.empty()) {
            if (const auto published = time::parse_header_date(date + clock, dates.zone)) {
                return published;
            }
            clock.resize(clock.rfind(' '));
        }
        if (const auto published = time::parse_header_date(date, dates.zone)) {
            return published;
        }
    }
    return std::nullopt;
}

}  // namespace dateline::source
