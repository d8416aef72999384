// The names of months in the languages of newspapers.
#include "common/time/month_names.hpp"

#include "common/base/utf8.hpp"
#include "common/text/folding.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace dateline::time {
namespace {

/// The months of one language as its row in month_names.inc states them.
struct Row {
    std::string_view lang;
    std::array<std::string_view, 12> months;
};

constexpr auto kRows = std::to_array<Row>({
#include "common/time/month_names.inc"
});

/// The calendar of Iran; Persian has names for the months of the other one as well.
constexpr std::string_view kSolarHijri = "fa-ir";

/// Shorter words are no abbreviation of a month.
constexpr std::size_t kMinPrefixLetters = 3;
constexpr std::size_t kMaxNameBytes = 60;

struct Name {
    std::string word;  ///< folded
    unsigned month = 0;
    std::string_view lang;
};

std::string fold(std::string_view word) {
    std::string cased;
    text::append_case_folded(cased, word);
    std::string folded;
    text::append_without_diacritics(folded, cased);
    return folded;
}

std::vector<Name> read_rows() {
    std::vector<Name> names;
    for (const Row& row : kRows) {
        for (unsigned month = 0; month < row.months.size(); ++month) {
            std::string_view rest = row.months[month];
            while (!rest.empty()) {
                const std::string_view word = rest.substr(0, rest.find(' '));
                rest.remove_prefix(std::min(word.size() + 1, rest.size()));
                if (word != "-") {
                    names.push_back({fold(word), month + 1, row.lang});
                }
            }
        }
    }
    return names;
}

/// All names in the order of the rows, which is that of their readers' number, roughly.
const std::vector<Name>& all_names() {
    static const std::vector<Name> names = read_rows();
    return names;
}

std::string_view primary(std::string_view lang) noexcept {
    return lang.substr(0, lang.find('-'));
}

/// Whether words of its script are shortened by leaving off their end.
bool may_be_shortened(std::string_view word) {
    const char32_t first = decode_utf8(word, 0).code_point;
    return first < 0x0590 && count_code_points(word) >= kMinPrefixLetters;
}

NamedMonth found(const Name& name) {
    return {name.month, name.lang == kSolarHijri};
}

std::string_view without_dots(std::string_view word) noexcept {
    while (word.ends_with('.')) {
        word.remove_suffix(1);
    }
    return word;
}

/// The first name equal to `word` in a language that `wanted` accepts.
template <typename Wanted>
NamedMonth find_whole(std::string_view word, const Wanted& wanted) {
    const auto name = std::find_if(all_names().begin(), all_names().end(), [&](const Name& each) {
        return each.word == word && wanted(each.lang);
    });
    return name == all_names().end() ? NamedMonth{} : found(*name);
}

/// The month whose name `word` begins, if it is the only one in a language that `wanted` accepts;
/// the first such language decides.
template <typename Wanted>
NamedMonth find_prefix(std::string_view word, const Wanted& wanted) {
    std::string_view lang;
    NamedMonth month;
    bool doubtful = false;
    for (const Name& name : all_names()) {
        if (name.lang != lang) {
            if (month.number != 0 && !doubtful) {
                return month;
            }
            lang = name.lang;
            month = {};
            doubtful = false;
        }
        if (name.word.starts_with(word) && wanted(name.lang)) {
            doubtful = doubtful || (month.number != 0 && month.number != name.month);
            month = found(name);
        }
    }
    return doubtful ? NamedMonth{} : month;
}

}  // namespace

NamedMonth named_month_of(std::string_view word, std::string_view lang) {
    word = without_dots(word);
    const std::string_view own = primary(lang);
    if (word.empty() || word.size() > kMaxNameBytes || own.empty()) {
        return {};
    }
    const auto in_own = [own](std::string_view other) { return primary(other) == own; };
    const NamedMonth month = find_whole(word, in_own);
    return month.number == 0 && may_be_shortened(word) ? find_prefix(word, in_own) : month;
}

NamedMonth named_month(std::string_view word, std::string_view lang) {
    word = without_dots(word);
    if (word.empty() || word.size() > kMaxNameBytes) {
        return {};
    }
    const auto in_any = [](std::string_view) { return true; };
    const bool shortened = may_be_shortened(word);
    NamedMonth month = named_month_of(word, lang);
    if (month.number == 0) {
        month = find_whole(word, in_any);
    }
    if (month.number == 0 && shortened) {
        month = find_prefix(word, in_any);
    }
    constexpr std::string_view in_hebrew = "ב";
    if (month.number == 0 && word.starts_with(in_hebrew)) {
        month = find_whole(word.substr(in_hebrew.size()), in_any);
    }
    return month;
}

}  // namespace dateline::time
