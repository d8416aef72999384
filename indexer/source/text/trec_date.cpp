// Dates and sources as TREC collections state them, in fields and in the document's number.
#include "common/base/utf8.hpp"
#include "common/time/numeric_date.hpp"
#include "common/time/written_date.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/text/trec_record.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace dateline::source {
namespace {

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// The number in `digits`, of which there are few.
int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::optional<time::Published> make_day(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok() || year < time::kMinYear) {
        return std::nullopt;
    }
    return time::Published{std::chrono::sys_days(date), time::Precision::Day, std::nullopt};
}

/// `yymmdd`, or `mmddyy` if `month_first`.
std::optional<time::Published> six_digits(std::string_view text, bool month_first) {
    const int first = number(text.substr(0, 2));
    const int second = number(text.substr(2, 2));
    const int third = number(text.substr(4, 2));
    return month_first ? make_day(time::full_year(third), first, second)
                       : make_day(time::full_year(first), second, third);
}

std::optional<time::Published> digits_only(std::string_view text) {
    if (text.size() == 8) {
        return make_day(
            number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)));
    }
    return text.size() == 6 ? six_digits(text, false) : std::nullopt;
}

/// `03/24/87` and `3/24/1987`: month, day, year.
std::optional<time::Published> with_slashes(std::string_view text) {
    const std::size_t first = text.find('/');
    const std::size_t second = text.find('/', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view month = text.substr(0, first);
    const std::string_view day = text.substr(first + 1, second - first - 1);
    const std::string_view year = text.substr(second + 1);
    for (const std::string_view part : {month, day, year}) {
        if (part.empty() || part.size() > 4 || !std::all_of(part.begin(), part.end(), is_digit)) {
            return std::nullopt;
        }
    }
    return make_day(year.size() == 2 ? time::full_year(number(year)) : number(year),
                    number(month),
                    number(day));
}

struct NamedSource {
    std::string_view letters;
    std::string_view name;
};

/// The read-me files of the collections.
constexpr std::array<NamedSource, 16> kSources{{{"AP", "Associated Press"},
                                                {"WSJ", "The Wall Street Journal"},
                                                {"FT", "Financial Times"},
                                                {"LA", "Los Angeles Times"},
                                                {"FBIS", "Foreign Broadcast Information Service"},
                                                {"FR", "Federal Register"},
                                                {"SJMN", "San Jose Mercury News"},
                                                {"ZF", "Ziff-Davis"},
                                                {"XIE", "Xinhua News Agency"},
                                                {"XIN", "Xinhua News Agency"},
                                                {"NYT", "The New York Times"},
                                                {"APW", "Associated Press Worldstream"},
                                                {"AFP", "Agence France-Presse"},
                                                {"LTW", "Los Angeles Times/Washington Post"},
                                                {"CNA", "Central News Agency, Taiwan"},
                                                {"WPB", "Washington Post/Bloomberg"}}};

}  // namespace

std::optional<time::Published> parse_trec_date(std::string_view text,
                                               const time::DateReading& dates) {
    text = trim(text);
    const std::string_view word = text.substr(0, text.find_first_of(" \n\t"));
    const bool is_day = word.size() == 6 || word.size() == 8;
    if (is_day && std::all_of(word.begin(), word.end(), is_digit)) {
        // Anything but a day would be seconds since 1970, which no collection has.
        return digits_only(word);
    }
    if (const auto day = with_slashes(word)) {
        return day;
    }
    if (const auto stated = parse_stated_date(text, dates)) {
        return stated;
    }
    return time::find_written_date(text, dates);
}

std::optional<time::Published> date_of_docno(std::string_view docno) {
    const std::size_t start = docno.find_first_of("0123456789");
    if (start == std::string_view::npos || start == 0) {
        return std::nullopt;
    }
    const std::string_view rest = docno.substr(start);
    const std::size_t end = std::min(rest.find_first_not_of("0123456789"), rest.size());
    const std::string_view digits = rest.substr(0, end);
    const bool numbered = end < rest.size() && (rest[end] == '-' || rest[end] == '.');
    if (!numbered) {
        return std::nullopt;
    }
    return docno.starts_with("LA") && digits.size() == 6 ? six_digits(digits, true)
                                                         : digits_only(digits);
}

std::string_view source_of_docno(std::string_view docno) noexcept {
    const std::size_t end = std::min(docno.find_first_of("0123456789_"), docno.size());
    const std::string_view letters = docno.substr(0, end);
    const auto* const found =
        std::find_if(kSources.begin(), kSources.end(), [letters](const NamedSource& row) {
            return row.letters == letters;
        });
    return found == kSources.end() || end == docno.size() ? std::string_view() : found->name;
}

}  // namespace dateline::source
