// Dates in languages other than English: by the names of months and weekdays, and in digits.
#include "indexer/analysis/dates/other_languages.hpp"

#include "common/time/date_tokens.hpp"
#include "common/time/day_names.hpp"
#include "common/time/month_names.hpp"
#include "common/time/written_date.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <unordered_map>

namespace dateline::analysis {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using time::DateToken;
using time::DateTokenKind;

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2100;
/// A number that a word such as `en` makes a year is in this range.
constexpr int kFirstLikelyYear = 1800;
constexpr int kLastLikelyYear = 2049;
constexpr int kDaysOfWeek = 7;
/// Words and marks between the parts of a date.
constexpr std::size_t kMaxBetween = 2;

bool is_one_of(const std::vector<DateToken>& tokens,
               std::size_t at,
               std::initializer_list<std::string_view> words) {
    return at < tokens.size() &&
           std::find(words.begin(), words.end(), tokens[at].text) != words.end();
}

/// Reads what is no whole date, one token after the other.
class PartFinder {
public:
    PartFinder(const std::vector<DateToken>& tokens,
               std::string_view lang,
               const PublicationDay& published)
        : tokens_(tokens), names_(time::day_names(lang)), lang_(lang), published_(published) {}

    [[nodiscard]] std::vector<ForeignDate> run() {
        std::vector<ForeignDate> found;
        std::size_t at = 0;
        while (at < tokens_.size()) {
            Found part = day_and_month(at);
            part = part.next > at ? part : east_asian(at);
            part = part.next > at ? part : month_and_year(at);
            part = part.next > at ? part : year(at);
            part = part.next > at ? part : named_day(at);
            if (part.next <= at) {
                ++at;
                continue;
            }
            const DateToken& last = tokens_[part.next - 1];
            part.date.start_bytes = static_cast<std::uint32_t>(tokens_[at].offset_bytes);
            part.date.end_bytes = static_cast<std::uint32_t>(last.offset_bytes + last.size_bytes);
            found.push_back(std::move(part.date));
            at = part.next;
        }
        return found;
    }

private:
    struct Found {
        ForeignDate date;
        std::size_t next = 0;  ///< the token behind it; 0 if there is none
    };

    [[nodiscard]] std::size_t digits(std::size_t at) const {
        const bool number = at < tokens_.size() && tokens_[at].kind == DateTokenKind::Number;
        return number && tokens_[at].value >= 0 ? tokens_[at].text.size() : 0;
    }
    [[nodiscard]] bool is_year(std::size_t at) const {
        return digits(at) == 4 && tokens_[at].value >= kFirstYear && tokens_[at].value <= kLastYear;
    }
    [[nodiscard]] bool is_day(std::size_t at) const {
        return digits(at) >= 1 && digits(at) <= 2 && tokens_[at].value >= 1 &&
               tokens_[at].value <= 31;
    }
    /// The month of this calendar that the word at `at` names in the language of the text; else 0.
    [[nodiscard]] unsigned month(std::size_t at) const {
        if (at >= tokens_.size() || tokens_[at].kind != DateTokenKind::Word) {
            return 0;
        }
        const auto known = months_.find(tokens_[at].text);
        if (known != months_.end()) {
            return known->second;
        }
        const time::NamedMonth named = time::named_month_of(tokens_[at].text, lang_);
        return months_.emplace(tokens_[at].text, named.solar_hijri ? 0 : named.number)
            .first->second;
    }
    /// The token behind the dots and small words at `at`.
    [[nodiscard]] std::size_t skip(std::size_t at) const {
        const std::size_t last = at + kMaxBetween;
        while (at < last &&
               is_one_of(tokens_, at, {".", "de", "del", "di", "do", "er", "a", "º"})) {
            ++at;
        }
        return at;
    }

    /// A day of a month whose year is not stated: in the year nearest to the publication.
    [[nodiscard]] ForeignDate nearest(unsigned month, unsigned day) const {
        ForeignDate date;
        if (published_.year == 0) {
            date.open_value = timex_value(month_day(1000, month, day));
            date.open_value.replace(0, 4, "XXXX");
            return date;
        }
        const unsigned from = published_.month == 0 ? month : published_.month;
        const int ahead = static_cast<int>(month) - static_cast<int>(from);
        const int year = published_.year + (ahead > 6 ? -1 : ahead < -6 ? 1 : 0);
        const CalendarValue value = month_day(year, month, day);
        if (range_of(value)) {
            date.value = value;
        }
        return date;
    }
    static CalendarValue month_day(int year, unsigned month, unsigned day) {
        CalendarValue value = value_of_month(year, month);
        if (day != 0) {
            value.granularity = DateGranularity::Day;
            value.day = day;
        }
        return value;
    }
    static bool is_known(const ForeignDate& date) {
        return date.value.has_value() || !date.open_value.empty();
    }

    /// `16 octobre`, `16. Oktober`, `16 de octubre`, and `octubre 16`.
    [[nodiscard]] Found day_and_month(std::size_t at) const {
        const bool first = is_day(at);
        const std::size_t second_at = first ? skip(at + 1) : at + 1;
        const unsigned name = first ? month(second_at) : is_day(second_at) ? month(at) : 0;
        const bool decimal = !first && is_one_of(tokens_, second_at + 1, {":", "%"});
        if (name == 0 || decimal) {
            return {};
        }
        const std::size_t day_at = first ? at : second_at;
        Found found{nearest(name, static_cast<unsigned>(tokens_[day_at].value)), second_at + 1};
        return is_known(found.date) ? found : Found{};
    }

    /// `10月16日`, `2025年10月`, `2025年`.
    [[nodiscard]] Found east_asian(std::size_t at) const {
        const bool year_first = is_year(at) && is_one_of(tokens_, at + 1, {"年", "년"});
        const std::size_t month_at = year_first ? at + 2 : at;
        const bool has_month = is_day(month_at) && tokens_[month_at].value <= 12 &&
                               is_one_of(tokens_, month_at + 1, {"月", "월"});
        if (!year_first && !has_month) {
            return {};
        }
        ForeignDate date;
        if (!has_month) {
            date.value = value_of_year(tokens_[at].value);
            return {date, at + 2};
        }
        const auto number = static_cast<unsigned>(tokens_[month_at].value);
        if (year_first) {
            date.value = value_of_month(tokens_[at].value, number);
            return {date, month_at + 2};
        }
        const bool has_day =
            is_day(month_at + 2) && is_one_of(tokens_, month_at + 3, {"日", "일", "号", "號"});
        if (!has_day) {
            return {};
        }
        date = nearest(number, static_cast<unsigned>(tokens_[month_at + 2].value));
        return is_known(date) ? Found{date, month_at + 4} : Found{};
    }

    /// `octobre 2025`, `octubre de 2025`, `октября 2025`.
    [[nodiscard]] Found month_and_year(std::size_t at) const {
        const bool word = at < tokens_.size() && tokens_[at].kind == DateTokenKind::Word;
        const std::size_t year_at = word ? skip(at + 1) : at;
        if (!word || !is_year(year_at)) {
            return {};
        }
        const unsigned name = month(at);
        if (name == 0) {
            return {};
        }
        ForeignDate date;
        date.value = value_of_month(tokens_[year_at].value, name);
        return {date, year_at + 1};
    }

    /// A year of which the words around say that it is one.
    [[nodiscard]] Found year(std::size_t at) const {
        if (!is_year(at) || tokens_[at].value < kFirstLikelyYear ||
            tokens_[at].value > kLastLikelyYear || is_one_of(tokens_, at + 1, {"%", "€", "$"})) {
            return {};
        }
        const bool before = at > 0 && is_one_of(tokens_,
                                                at - 1,
                                                {"en",
                                                 "em",
                                                 "nel",
                                                 "dal",
                                                 "del",
                                                 "desde",
                                                 "depuis",
                                                 "seit",
                                                 "jahr",
                                                 "jahre",
                                                 "ano",
                                                 "annee",
                                                 "anno",
                                                 "roku",
                                                 "rok",
                                                 "ar",
                                                 "vuonna"});
        const bool behind = is_one_of(
            tokens_, at + 1, {"г", "году", "год", "года", "р", "roku", "r", "yil", "yilinda"});
        if (!before && !behind) {
            return {};
        }
        ForeignDate date;
        date.value = value_of_year(tokens_[at].value);
        return {date, at + 1};
    }

    /// Whether the token at `at` is `word`; the last letter of a long word may be that of a case,
    /// as in пятница and пятницу.
    [[nodiscard]] bool is_name(std::size_t at, const std::string& word) const {
        if (at >= tokens_.size() || tokens_[at].text == word) {
            return at < tokens_.size();
        }
        constexpr std::size_t long_bytes = 5;
        const std::string& text = tokens_[at].text;
        const bool cased = lang_.starts_with("ru") || lang_.starts_with("uk") ||
                           lang_.starts_with("pl") || lang_.starts_with("bg");
        const std::size_t letter = static_cast<unsigned char>(word.back()) < 0x80U ? 1 : 2;
        return cased && text.size() == word.size() && word.size() >= long_bytes &&
               text.compare(0, text.size() - letter, word, 0, word.size() - letter) == 0;
    }

    /// A weekday, or yesterday, today or tomorrow.
    [[nodiscard]] Found named_day(std::size_t at) const {
        for (const time::DayName& name : names_) {
            std::size_t next = at;
            while (next - at < name.words.size() && is_name(next, name.words[next - at])) {
                ++next;
            }
            if (!name.words.empty() && next - at == name.words.size()) {
                return {day_of(name), next};
            }
        }
        return {};
    }

    [[nodiscard]] ForeignDate day_of(const time::DayName& name) const {
        ForeignDate date;
        if (published_.day == 0) {
            date.open_value =
                name.weekday < 0 ? "XXXX-XX-XX" : "XXXX-WXX-" + std::to_string(name.weekday + 1);
            return date;
        }
        const sys_days today(std::chrono::year(published_.year) /
                             std::chrono::month(published_.month) /
                             std::chrono::day(published_.day));
        const int weekday = static_cast<int>(std::chrono::weekday(today).iso_encoding()) - 1;
        const int back = (weekday - name.weekday + kDaysOfWeek) % kDaysOfWeek;
        date.value = value_of_day(today + days(name.weekday < 0 ? name.from_today : -back));
        return date;
    }

    const std::vector<DateToken>& tokens_;
    /// Of words in tokens_: they are the same again and again, and looking one up takes a while.
    mutable std::unordered_map<std::string_view, unsigned> months_;
    const std::vector<time::DayName>& names_;
    std::string_view lang_;
    PublicationDay published_;
};

}  // namespace

std::vector<ForeignDate> find_foreign_dates(std::string_view text,
                                            std::string_view lang,
                                            time::DateOrder order,
                                            const PublicationDay& published) {
    const std::vector<DateToken> tokens = time::date_tokens(text, text.size());
    std::vector<ForeignDate> found;
    for (const time::WrittenDay& day :
         time::find_written_days(tokens, {.zone = {}, .order = order}, lang)) {
        found.push_back({static_cast<std::uint32_t>(day.start_bytes),
                         static_cast<std::uint32_t>(day.end_bytes),
                         value_of_day(sys_days(day.day)),
                         {}});
    }
    const std::size_t whole = found.size();
    std::size_t next = 0;
    for (ForeignDate& part : PartFinder(tokens, lang, published).run()) {
        while (next < whole && found[next].end_bytes <= part.start_bytes) {
            ++next;
        }
        if (next == whole || part.end_bytes <= found[next].start_bytes) {
            found.push_back(std::move(part));
        }
    }
    std::sort(found.begin(), found.end(), [](const ForeignDate& one, const ForeignDate& two) {
        return one.start_bytes < two.start_bytes;
    });
    return found;
}

}  // namespace dateline::analysis
