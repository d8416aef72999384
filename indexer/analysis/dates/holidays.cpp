// Holidays whose day is fixed or can be computed.
#include "indexer/analysis/dates/holidays.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline::analysis {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// How a holiday's day is found.
enum class Rule : std::uint8_t {
    Fixed,   ///< `month` and `day`
    Easter,  ///< `day` days after Easter Sunday
    Nth,     ///< the `day`th `weekday` of `month`; -1: the last one
    BlackFriday,
    Once,  ///< `month` and `day` of `year`
};

struct Holiday {
    std::string_view name;  ///< in lower case, without apostrophes, words parted by blanks
    Rule rule = Rule::Fixed;
    unsigned month = 0;
    int day = 0;
    unsigned weekday = 0;  ///< 0 Sunday, as std::chrono counts
    int year = 0;
};

// A longer name goes before a shorter one that it begins with.
constexpr auto kHolidays = std::to_array<Holiday>({
    {"new years eve", Rule::Fixed, 12, 31, 0, 0},
    {"new years day", Rule::Fixed, 1, 1, 0, 0},
    {"new year", Rule::Fixed, 1, 1, 0, 0},
    {"christmas eve", Rule::Fixed, 12, 24, 0, 0},
    {"christmas day", Rule::Fixed, 12, 25, 0, 0},
    {"christmas", Rule::Fixed, 12, 25, 0, 0},
    {"xmas", Rule::Fixed, 12, 25, 0, 0},
    {"boxing day", Rule::Fixed, 12, 26, 0, 0},
    {"hogmanay", Rule::Fixed, 12, 31, 0, 0},
    {"epiphany", Rule::Fixed, 1, 6, 0, 0},
    {"australia day", Rule::Fixed, 1, 26, 0, 0},
    {"candlemas", Rule::Fixed, 2, 2, 0, 0},
    {"groundhog day", Rule::Fixed, 2, 2, 0, 0},
    {"valentines day", Rule::Fixed, 2, 14, 0, 0},
    {"valentine day", Rule::Fixed, 2, 14, 0, 0},
    {"st valentines day", Rule::Fixed, 2, 14, 0, 0},
    {"st patricks day", Rule::Fixed, 3, 17, 0, 0},
    {"saint patricks day", Rule::Fixed, 3, 17, 0, 0},
    {"nowruz", Rule::Fixed, 3, 21, 0, 0},
    {"earth day", Rule::Fixed, 4, 22, 0, 0},
    {"st georges day", Rule::Fixed, 4, 23, 0, 0},
    {"anzac day", Rule::Fixed, 4, 25, 0, 0},
    {"juneteenth", Rule::Fixed, 6, 19, 0, 0},
    {"canada day", Rule::Fixed, 7, 1, 0, 0},
    {"bastille day", Rule::Fixed, 7, 14, 0, 0},
    {"halloween", Rule::Fixed, 10, 31, 0, 0},
    {"all saints day", Rule::Fixed, 11, 1, 0, 0},
    {"all souls day", Rule::Fixed, 11, 2, 0, 0},
    {"guy fawkes night", Rule::Fixed, 11, 5, 0, 0},
    {"bonfire night", Rule::Fixed, 11, 5, 0, 0},
    {"armistice day", Rule::Fixed, 11, 11, 0, 0},
    {"veterans day", Rule::Fixed, 11, 11, 0, 0},
    {"st andrews day", Rule::Fixed, 11, 30, 0, 0},
    {"st nicholass day", Rule::Fixed, 12, 6, 0, 0},
    {"st nicholas day", Rule::Fixed, 12, 6, 0, 0},
    {"st stephens day", Rule::Fixed, 12, 26, 0, 0},
    {"shrove tuesday", Rule::Easter, 0, -47, 0, 0},
    {"ash wednesday", Rule::Easter, 0, -46, 0, 0},
    {"palm sunday", Rule::Easter, 0, -7, 0, 0},
    {"maundy thursday", Rule::Easter, 0, -3, 0, 0},
    {"holy thursday", Rule::Easter, 0, -3, 0, 0},
    {"good friday", Rule::Easter, 0, -2, 0, 0},
    {"holy saturday", Rule::Easter, 0, -1, 0, 0},
    {"easter eve", Rule::Easter, 0, -1, 0, 0},
    {"easter sunday", Rule::Easter, 0, 0, 0, 0},
    {"easter monday", Rule::Easter, 0, 1, 0, 0},
    {"easter", Rule::Easter, 0, 0, 0, 0},
    {"ascension day", Rule::Easter, 0, 39, 0, 0},
    {"pentecost", Rule::Easter, 0, 49, 0, 0},
    {"whit sunday", Rule::Easter, 0, 49, 0, 0},
    {"whit monday", Rule::Easter, 0, 50, 0, 0},
    {"martin luther king day", Rule::Nth, 1, 3, 1, 0},
    {"presidents day", Rule::Nth, 2, 3, 1, 0},
    {"mothers day", Rule::Nth, 5, 2, 0, 0},
    {"memorial day", Rule::Nth, 5, -1, 1, 0},
    {"fathers day", Rule::Nth, 6, 3, 0, 0},
    {"labor day", Rule::Nth, 9, 1, 1, 0},
    {"columbus day", Rule::Nth, 10, 2, 1, 0},
    {"remembrance sunday", Rule::Nth, 11, 2, 0, 0},
    {"thanksgiving day", Rule::Nth, 11, 4, 4, 0},
    {"thanksgiving", Rule::Nth, 11, 4, 4, 0},
    {"black friday", Rule::BlackFriday, 11, 0, 0, 0},
    {"black monday", Rule::Once, 10, 19, 0, 1987},
    {"black tuesday", Rule::Once, 10, 29, 0, 1929},
    {"black wednesday", Rule::Once, 9, 16, 0, 1992},
    {"black thursday", Rule::Once, 10, 24, 0, 1929},
    {"d day", Rule::Once, 6, 6, 0, 1944},
    {"ve day", Rule::Once, 5, 8, 0, 1945},
    {"vj day", Rule::Once, 8, 15, 0, 1945},
    {"labour day", Rule::Fixed, 5, 1, 0, 0},
});

/// A holiday's name is a few words; `martin luther king day` and apostrophes are the longest.
constexpr std::size_t kMaxTokens = 8;

/// Whether `word` is the part of a name that `lower` is, in any case of ASCII letters.
bool same_word(std::string_view word, std::string_view lower) {
    if (word.size() != lower.size()) {
        return false;
    }
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (static_cast<char>(word[at] | 0x20) != lower[at]) {
            return false;
        }
    }
    return true;
}

/// The token behind `name` from `at` on; 0 if it is not there.
std::size_t match_name(const DateTokens& t, std::size_t at, std::string_view name) {
    const std::size_t last = at + kMaxTokens;
    std::string_view rest = name;
    while (!rest.empty() && at < last) {
        const std::string_view part = rest.substr(0, rest.find(' '));
        rest.remove_prefix(part.size() < rest.size() ? part.size() + 1 : part.size());
        if (!t.is_word(at)) {
            return 0;
        }
        const std::string_view stem = part.substr(0, part.size() - 1);
        const bool possessive = t.is_mark(at + 1, '\'') && t.is_attached(at + 1);
        const bool with_s = possessive && t.text(at + 2) == "s" && t.is_attached(at + 2);
        if (with_s && part.ends_with('s') && same_word(t.text(at), stem)) {
            at += 3;
        } else if (same_word(t.text(at), part)) {
            at += t.is_mark(at + 1, '-') && !rest.empty() ? 1U : 0U;
            // `Presidents' Day` and `St. Patrick`.
            const bool sign = (possessive && !with_s) || (part == "st" && t.is_mark(at + 1, '.'));
            at += sign && !rest.empty() ? 2 : 1;
        } else {
            return 0;
        }
    }
    return rest.empty() ? at : 0;
}

sys_days nth_weekday(int year, const Holiday& holiday) {
    const auto month = std::chrono::year(year) / std::chrono::month(holiday.month);
    const std::chrono::weekday weekday(holiday.weekday);
    if (holiday.day < 0) {
        return sys_days(month / weekday[std::chrono::last]);
    }
    return sys_days(month / weekday[static_cast<unsigned>(holiday.day)]);
}

}  // namespace

HolidayMatch find_holiday(const DateTokens& tokens, std::size_t at) {
    if (!tokens[at].capital) {
        return {};
    }
    for (unsigned holiday = 0; holiday < kHolidays.size(); ++holiday) {
        const std::size_t next = match_name(tokens, at, kHolidays.at(holiday).name);
        if (next == 0) {
            continue;
        }
        const std::string_view behind = tokens.text(next);
        const bool island = behind == "Island" || behind == "Islands" || behind == "Rising";
        return island ? HolidayMatch{} : HolidayMatch{holiday, next};
    }
    return {};
}

std::optional<std::chrono::sys_days> only_day_of_holiday(unsigned holiday) {
    const Holiday& found = kHolidays.at(holiday);
    if (found.rule != Rule::Once) {
        return std::nullopt;
    }
    return sys_days(std::chrono::year(found.year) / std::chrono::month(found.month) /
                    std::chrono::day(static_cast<unsigned>(found.day)));
}

std::chrono::sys_days day_of_holiday(unsigned holiday, int year) {
    const Holiday& found = kHolidays.at(holiday);
    switch (found.rule) {
        case Rule::Fixed:
        case Rule::Once:
            return sys_days(std::chrono::year(year) / std::chrono::month(found.month) /
                            std::chrono::day(static_cast<unsigned>(found.day)));
        case Rule::Easter:
            return easter_sunday(year) + days(found.day);
        case Rule::Nth:
            return nth_weekday(year, found);
        case Rule::BlackFriday:
            break;
    }
    return sys_days(std::chrono::year(year) / 11 / std::chrono::Thursday[4]) + days(1);
}

std::chrono::sys_days easter_sunday(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int of_century = year % 100;
    const int leap_centuries = century / 4;
    const int correction = (century + 8) / 25;
    const int moon = (century - correction + 1) / 3;
    const int epact = (19 * golden + century - leap_centuries - moon + 15) % 30;
    const int weekday =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    const int late = (golden + 11 * epact + 22 * weekday) / 451;
    const int number = epact + weekday - 7 * late + 114;
    return sys_days(std::chrono::year(year) /
                    std::chrono::month(static_cast<unsigned>(number / 31)) /
                    std::chrono::day(static_cast<unsigned>(number % 31 + 1)));
}

}  // namespace dateline::analysis
