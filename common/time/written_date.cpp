// Dates as newspapers print them, found token by token.
#include "common/time/written_date.hpp"

#include "common/base/utf8.hpp"
#include "common/time/date_tokens.hpp"
#include "common/time/month_names.hpp"
#include "common/time/numeric_date.hpp"
#include "common/time/other_calendars.hpp"
#include "common/time/written_clock.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::time {
namespace {

using std::chrono::year_month_day;

constexpr std::size_t kMaxTokens = 300;
/// Marks and small words between two parts of a date.
constexpr std::size_t kMaxBetween = 3;

/// A day, and the token behind it.
struct FoundDay {
    year_month_day day{};
    std::size_t next = 0;
};

std::string_view primary(std::string_view lang) noexcept {
    return lang.substr(0, lang.find('-'));
}

std::optional<FoundDay> checked(int year, int month, int day, std::size_t next) {
    const year_month_day date{std::chrono::year(year),
                              std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    if (year < kMinYear || year > kMaxYear || month < 1 || day < 1 || !date.ok()) {
        return std::nullopt;
    }
    return FoundDay{date, next};
}

class Finder {
public:
    /// `tokens` must outlive the finder.
    Finder(std::span<const DateToken> tokens, const DateReading& reading, std::string_view lang)
        : tokens_(tokens), reading_(reading), lang_(lang) {
        if (reading_.order == DateOrder::Unstated) {
            reading_.order = date_order_of(lang);
        }
    }

    [[nodiscard]] std::optional<Published> run() const {
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            if (const auto found = day_at(at)) {
                return with_clock(at, *found);
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::vector<WrittenDay> all() const {
        std::vector<WrittenDay> days;
        std::size_t at = 0;
        while (at < tokens_.size()) {
            const auto found = day_at(at);
            if (!found) {
                ++at;
                continue;
            }
            // `16日` and `16일`
            const std::size_t next = found->next + (is(found->next, "日") || is(found->next, "일"));
            const DateToken& last = tokens_[next - 1];
            days.push_back(
                {tokens_[at].offset_bytes, last.offset_bytes + last.size_bytes, found->day});
            at = next;
        }
        return days;
    }

private:
    [[nodiscard]] bool is_number(std::size_t at) const {
        return at < tokens_.size() && tokens_[at].kind == DateTokenKind::Number;
    }
    [[nodiscard]] bool is(std::size_t at, std::string_view text) const {
        return at < tokens_.size() && tokens_[at].text == text;
    }
    [[nodiscard]] std::size_t digits(std::size_t at) const {
        return is_number(at) ? tokens_[at].text.size() : 0;
    }
    [[nodiscard]] int value(std::size_t at) const { return is_number(at) ? tokens_[at].value : -1; }
    /// The day or month of one or two digits there; else -1.
    [[nodiscard]] int small(std::size_t at) const {
        return digits(at) >= 1 && digits(at) <= 2 ? value(at) : -1;
    }
    [[nodiscard]] NamedMonth month(std::size_t at) const {
        const bool word = at < tokens_.size() && tokens_[at].kind == DateTokenKind::Word;
        if (!word) {
            return {};
        }
        // The same words stand beside numbers again and again, and looking one up takes a while.
        const auto known = months_.find(tokens_[at].text);
        return known != months_.end()
                   ? known->second
                   : months_.emplace(tokens_[at].text, named_month(tokens_[at].text, lang_))
                         .first->second;
    }

    /// The Levantine months of two words, such as تشرين الأول; they take two tokens.
    [[nodiscard]] NamedMonth two_word_month(std::size_t at) const {
        const bool tishrin = is(at, "تشرين");
        if (!tishrin && !is(at, "كانون")) {
            return {};
        }
        // Folded: the hamza of الأول is gone.
        const bool first = is(at + 1, "الاول");
        const bool second = is(at + 1, "الثاني");
        if (first) {
            return {tishrin ? 10U : 12U, false};
        }
        return {second ? (tishrin ? 11U : 1U) : 0U, false};
    }

    /// The first token from `at` on that is none of the marks and small words inside dates.
    [[nodiscard]] std::size_t skip(std::size_t at) const {
        constexpr auto between = std::to_array<std::string_view>(
            {".",  ",",  "-",  "/",   "'",  "’",   "،",  "st", "nd",  "rd",
             "th", "er", "de", "del", "of", "the", "di", "do", "d",   "da",
             "ta", "ng", "o",  "a",   "η",  "г",   "من", "של", "eko", "ko"});
        const std::size_t last = std::min(at + kMaxBetween, tokens_.size());
        while (at < last &&
               std::find(between.begin(), between.end(), tokens_[at].text) != between.end()) {
            ++at;
        }
        return at;
    }

    /// The year there in full, or as two digits if `shortened` allows it; else -1. A number that
    /// starts a time of day is none.
    [[nodiscard]] int year_at(std::size_t at, bool shortened, bool thai) const {
        if (is(at + 1, ":") || is(at + 1, "h")) {
            return -1;
        }
        if (digits(at) == 4) {
            const int year = value(at);
            const bool buddhist = year >= 2400 && year <= 2700 && (thai || primary(lang_) == "th");
            return buddhist ? year - kBuddhistYears : year;
        }
        if (digits(at) != 2 || !shortened) {
            return -1;
        }
        if (thai) {
            return 2500 + value(at) - kBuddhistYears;
        }
        return full_year(value(at));
    }

    [[nodiscard]] std::optional<FoundDay> named(NamedMonth month,
                                                int year,
                                                int day,
                                                std::size_t next) const {
        const bool iranian =
            year >= 1200 && year <= 1600 && (month.solar_hijri || primary(lang_) == "fa");
        if (!iranian) {
            // The names are also used for other years, as آذر is for March in Syria.
            return month.solar_hijri ? std::nullopt
                                     : checked(year, static_cast<int>(month.number), day, next);
        }
        const auto date = solar_hijri_day(year, month.number, static_cast<unsigned>(day));
        return date ? std::optional(FoundDay{*date, next}) : std::nullopt;
    }

    /// `16 de octubre de 2025`, `16 Oct 25`.
    [[nodiscard]] std::optional<FoundDay> day_month_year(std::size_t at) const {
        const int day = small(at);
        if (day < 1 || day > 31) {
            return std::nullopt;
        }
        const std::size_t month_at = skip(at + 1);
        const NamedMonth two_words = two_word_month(month_at);
        const NamedMonth name = two_words.number > 0 ? two_words : month(month_at);
        if (name.number == 0) {
            return vietnamese(day, month_at);
        }
        const std::size_t after_month = month_at + (two_words.number > 0 ? 2 : 1);
        const std::size_t year_at_token = thai_era(skip(after_month));
        const bool thai = is_thai(month_at);
        const int year = year_at(year_at_token, true, thai);
        return year < 0 ? std::nullopt : named(name, year, day, year_at_token + 1);
    }

    [[nodiscard]] bool is_thai(std::size_t at) const {
        const char32_t first = decode_utf8(tokens_[at].text, 0).code_point;
        return first >= 0x0E01 && first <= 0x0E4E;
    }
    /// The token behind พ.ศ. ("Buddhist era"), if it is at `at`.
    [[nodiscard]] std::size_t thai_era(std::size_t at) const {
        return is(at, "พ.ศ") ? skip(at + 1) : at;
    }

    /// `tháng 10 năm 2025` from `at` on.
    [[nodiscard]] std::optional<FoundDay> vietnamese(int day, std::size_t at) const {
        if (!is(at, "thang") || small(at + 1) < 1) {
            return std::nullopt;
        }
        std::size_t year = skip(at + 2);
        year += is(year, "nam") ? 1U : 0U;
        return digits(year) == 4 ? checked(value(year), small(at + 1), day, year + 1)
                                 : std::nullopt;
    }

    /// `October 16th, 2025`, `Oct 16 18:02:00 PDT 2025`.
    [[nodiscard]] std::optional<FoundDay> month_day_year(std::size_t at) const {
        const std::size_t day = is(at + 1, ".") ? at + 2 : at + 1;
        if (small(day) < 1 || small(day) > 31 || is(day + 1, ":")) {
            return std::nullopt;
        }
        const std::size_t year = behind_clock(skip(day + 1));
        if (digits(year) != 4 || year_at(year, false, false) < 0) {
            return std::nullopt;
        }
        const NamedMonth name = month(at);
        const std::size_t next = year == skip(day + 1) ? year + 1 : day + 1;
        return name.number == 0 ? std::nullopt : named(name, value(year), small(day), next);
    }

    /// The token behind `18:02:00 PDT` at `at`; `at` if that is not there. Unix programs print the
    /// year last.
    [[nodiscard]] std::size_t behind_clock(std::size_t at) const {
        if (small(at) < 0 || !is(at + 1, ":") || small(at + 2) < 0 || !is(at + 3, ":") ||
            small(at + 4) < 0) {
            return at;
        }
        const bool zone = at + 5 < tokens_.size() && tokens_[at + 5].kind == DateTokenKind::Word;
        return at + (zone ? 6 : 5);
    }

    /// `2025/10/16`, `2025年10月16日`, `2025. október 16.`, `2025 m. spalio 16 d.`
    [[nodiscard]] std::optional<FoundDay> year_month_day_at(std::size_t at) const {
        if (digits(at) != 4) {
            return std::nullopt;
        }
        return after_year(year_at(at, false, false), at + 1);
    }

    /// The month and day behind the sign at `at`, which stands behind a year.
    [[nodiscard]] std::optional<FoundDay> after_year(int year, std::size_t at) const {
        constexpr auto signs = std::to_array<std::string_view>(
            {"-", "/", ".", "年", "년", "m", "\u2010", "\u2011", "\u2013", "・", "оны"});
        const bool sign = at < tokens_.size() &&
                          std::find(signs.begin(), signs.end(), tokens_[at].text) != signs.end();
        std::size_t month_at = sign ? at + 1 : skip(at);
        month_at += is(month_at, ".") ? 1U : 0U;
        if (const NamedMonth name = month(month_at); name.number > 0) {
            const std::size_t day = skip(month_at + 1);
            return small(day) < 1 ? std::nullopt : named(name, year, small(day), day + 1);
        }
        if (is(month_at, "gada")) {
            return latvian(year, month_at + 1);
        }
        const bool second_sign = (sign && is(month_at + 1, tokens_[at].text)) ||
                                 is(month_at + 1, "月") || is(month_at + 1, "월") ||
                                 is(month_at + 1, "сарын");
        if (!sign || !second_sign || small(month_at) < 1 || small(month_at + 2) < 1) {
            return std::nullopt;
        }
        return named({static_cast<unsigned>(small(month_at)), false},
                     year,
                     small(month_at + 2),
                     month_at + 3);
    }

    /// `16. oktobris` from `at` on, behind a year.
    [[nodiscard]] std::optional<FoundDay> latvian(int year, std::size_t at) const {
        const std::size_t month_at = skip(at + 1);
        const NamedMonth name = month(month_at);
        return small(at) < 1 || name.number == 0 ? std::nullopt
                                                 : named(name, year, small(at), month_at + 1);
    }

    /// `令和7年10月16日`, `民國114年10月16日`, at the first character of the era.
    [[nodiscard]] std::optional<FoundDay> era_at(std::size_t at) const {
        struct Era {
            std::string_view first;
            std::string_view second;
            int before;  ///< the year before its first
        };
        constexpr std::array<Era, 5> eras{{{"令", "和", 2018},
                                           {"平", "成", 1988},
                                           {"昭", "和", 1925},
                                           {"民", "國", kMinguoYears},
                                           {"民", "国", kMinguoYears}}};
        const auto* const era = std::find_if(eras.begin(), eras.end(), [&](const Era& each) {
            return is(at, each.first) && is(at + 1, each.second);
        });
        if (era == eras.end() || !is(at + 3, "年")) {
            return std::nullopt;
        }
        const int year = is(at + 2, "元") ? 1 : value(at + 2);
        return year < 1 || year > 200 ? std::nullopt : after_year(era->before + year, at + 3);
    }

    /// `16.10.2025`, `16/10/25`, `16. 10. 2025`.
    [[nodiscard]] std::optional<FoundDay> digits_at(std::size_t at) const {
        const bool marked = is(at + 1, ".") || is(at + 1, "/") || is(at + 1, "-");
        if (!marked || small(at) < 1 || small(at + 2) < 1 || !is(at + 3, tokens_[at + 1].text) ||
            in_longer_number(at)) {
            return std::nullopt;
        }
        const int year = year_at(at + 4, !is(at + 1, "-"), false);
        int day = small(at);
        int month = small(at + 2);
        if (year < 0 || reading_.order == DateOrder::YearMonthDay) {
            return std::nullopt;
        }
        const bool swapped = month > 12 || (reading_.order == DateOrder::MonthDayYear && day <= 12);
        const bool open = reading_.order == DateOrder::Unstated && day <= 12 && month <= 12;
        if (open && day != month) {
            return std::nullopt;
        }
        if (swapped) {
            std::swap(day, month);
        }
        return named({static_cast<unsigned>(month), false}, year, day, at + 5);
    }

    /// Whether the five tokens at `at` are part of an address or a number of a version.
    [[nodiscard]] bool in_longer_number(std::size_t at) const {
        const bool before = at >= 2 && is(at - 1, tokens_[at + 1].text) && is_number(at - 2) &&
                            !tokens_[at].after_space;
        const bool after =
            is(at + 5, tokens_[at + 1].text) && is_number(at + 6) && !tokens_[at + 6].after_space;
        return before || after;
    }

    [[nodiscard]] std::optional<FoundDay> day_at(std::size_t at) const {
        const DateToken& token = tokens_[at];
        if (token.kind == DateTokenKind::Word) {
            const auto found = era_at(at);
            return found ? found : month_day_year(at);
        }
        if (token.kind == DateTokenKind::Mark) {
            return std::nullopt;
        }
        auto found = year_month_day_at(at);
        found = found ? found : day_month_year(at);
        return found ? found : digits_at(at);
    }

    [[nodiscard]] Published with_clock(std::size_t at, const FoundDay& found) const {
        Published published{std::chrono::sys_days(found.day), Precision::Day, std::nullopt};
        const std::size_t next = std::min(found.next, tokens_.size());
        const auto clock = find_written_clock(tokens_.first(at), tokens_.subspan(next));
        if (clock) {
            published.precision = Precision::Time;
            published.zone = clock->zone.value_or(reading_.zone);
            published.instant += clock->clock - *published.zone;
        }
        return published;
    }

    std::span<const DateToken> tokens_;
    mutable std::unordered_map<std::string_view, NamedMonth> months_;  ///< of words in tokens_
    DateReading reading_;
    std::string_view lang_;
};

}  // namespace

std::optional<Published> find_written_date(std::string_view text,
                                           const DateReading& reading,
                                           std::string_view lang) {
    const std::string_view head = truncate_utf8(text, kMaxWrittenDateBytes);
    const std::vector<DateToken> tokens = date_tokens(head, kMaxTokens);
    return Finder(tokens, reading, lang).run();
}

std::vector<WrittenDay> find_written_days(std::span<const DateToken> tokens,
                                          const DateReading& reading,
                                          std::string_view lang) {
    return Finder(tokens, reading, lang).all();
}

DateOrder date_order_of(std::string_view lang) {
    if (lang.empty()) {
        return DateOrder::Unstated;
    }
    const bool month_first = lang == "en" || lang.starts_with("en-us") ||
                             lang.starts_with("en-ph") || primary(lang) == "fil" ||
                             primary(lang) == "tl";
    return month_first ? DateOrder::MonthDayYear : DateOrder::DayMonthYear;
}

}  // namespace dateline::time
