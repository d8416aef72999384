// The words of head lines: tables, and how words are cut and told.
#include "indexer/source/text/head_words.hpp"

#include "common/base/utf8.hpp"
#include "common/text/folding.hpp"
#include "common/time/day_names.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>

namespace dateline::source {
namespace {

constexpr std::string_view kBorders = " \t,.;:|()[]<>*\"'-/_";

/// Words that say what a date is, and those beside them; folded.
enum class DateWord { Published, Updated, Beside };

struct KnownWord {
    std::string_view word;
    DateWord what;
};

constexpr auto kDateWords = std::to_array<KnownWord>({
    {"published", DateWord::Published},
    {"posted", DateWord::Published},
    {"date", DateWord::Published},
    {"dated", DateWord::Published},
    {"publication", DateWord::Published},
    {"released", DateWord::Published},
    {"issued", DateWord::Published},
    {"created", DateWord::Published},
    {"filed", DateWord::Published},
    {"publie", DateWord::Published},
    {"veroffentlicht", DateWord::Published},
    {"erschienen", DateWord::Published},
    {"publicado", DateWord::Published},
    {"publicada", DateWord::Published},
    {"pubblicato", DateWord::Published},
    {"gepubliceerd", DateWord::Published},
    {"fecha", DateWord::Published},
    {"datum", DateWord::Published},
    {"data", DateWord::Published},
    {"updated", DateWord::Updated},
    {"modified", DateWord::Updated},
    {"revised", DateWord::Updated},
    {"corrected", DateWord::Updated},
    {"aktualisiert", DateWord::Updated},
    {"stand", DateWord::Updated},
    {"actualizado", DateWord::Updated},
    {"actualizada", DateWord::Updated},
    {"aggiornato", DateWord::Updated},
    {"atualizado", DateWord::Updated},
    {"bijgewerkt", DateWord::Updated},
    {"jour", DateWord::Updated},
    {"mis", DateWord::Beside},
    {"last", DateWord::Beside},
    {"first", DateWord::Beside},
    {"on", DateWord::Beside},
    {"at", DateWord::Beside},
    {"am", DateWord::Beside},
    {"pm", DateWord::Beside},
    {"a.m", DateWord::Beside},
    {"p.m", DateWord::Beside},
    {"time", DateWord::Beside},
    {"local", DateWord::Beside},
    {"hours", DateWord::Beside},
    {"hour", DateWord::Beside},
    {"hrs", DateWord::Beside},
    {"minutes", DateWord::Beside},
    {"days", DateWord::Beside},
    {"ago", DateWord::Beside},
    {"min", DateWord::Beside},
    {"minute", DateWord::Beside},
    {"read", DateWord::Beside},
    {"edition", DateWord::Beside},
    {"print", DateWord::Beside},
    {"online", DateWord::Beside},
    {"uhr", DateWord::Beside},
    {"um", DateWord::Beside},
    {"vom", DateWord::Beside},
    {"den", DateWord::Beside},
    {"le", DateWord::Beside},
    {"el", DateWord::Beside},
    {"il", DateWord::Beside},
    {"em", DateWord::Beside},
    {"op", DateWord::Beside},
    {"a", DateWord::Beside},
    {"las", DateWord::Beside},
    {"alle", DateWord::Beside},
    {"ore", DateWord::Beside},
    {"the", DateWord::Beside},
    {"of", DateWord::Beside},
    {"late", DateWord::Beside},
    {"final", DateWord::Beside},
    {"release", DateWord::Beside},
    {"article", DateWord::Beside},
});

constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"});
constexpr auto kWeekdayLanguages = std::to_array<std::string_view>({"en",
                                                                    "de",
                                                                    "fr",
                                                                    "es",
                                                                    "it",
                                                                    "pt",
                                                                    "nl",
                                                                    "hu",
                                                                    "pl",
                                                                    "cs",
                                                                    "sv",
                                                                    "da",
                                                                    "fi",
                                                                    "ro",
                                                                    "ru",
                                                                    "uk",
                                                                    "tr",
                                                                    "el"});

std::string fold(std::string_view text) {
    std::string cased;
    text::append_case_folded(cased, text);
    std::string folded;
    text::append_without_diacritics(folded, cased);
    return folded;
}

/// The names of weekdays in one word, of all languages; folded.
std::set<std::string, std::less<>> weekday_words() {
    std::set<std::string, std::less<>> words(kWeekdays.begin(), kWeekdays.end());
    for (const std::string_view lang : kWeekdayLanguages) {
        for (const time::DayName& name : time::day_names(lang)) {
            if (name.weekday >= 0 && name.words.size() == 1) {
                words.emplace(name.words.front());
            }
        }
    }
    return words;
}

/// `GMT`, `HKT`, `GMT+2`.
bool is_zone(std::string_view word) {
    const std::string_view name = word.substr(0, word.find_first_of("+-"));
    return name.size() >= 2 && name.size() <= 5 &&
           std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// `10:15`, `1014`, `10.15`, `3:14pm`, `18h02`, `10時15分`.
bool is_clock(std::string_view word) {
    constexpr std::size_t max_bytes = 20;
    const std::string lower = ascii_lower(word);
    return word.size() <= max_bytes && has_digit(word.substr(0, 1)) &&
           std::all_of(lower.begin(), lower.end(), [](char c) {
               return static_cast<unsigned char>(c) >= 0x80 ||
                      std::string_view("0123456789:.hapm").find(c) != std::string_view::npos;
           });
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
        if (end > 0) {
            words.push_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string_view bare_word(std::string_view word) {
    const std::size_t first = word.find_first_not_of(kBorders);
    if (first == std::string_view::npos) {
        return {};
    }
    return word.substr(first, word.find_last_not_of(kBorders) + 1 - first);
}

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

bool begins_upper(std::string_view word) {
    if (word.empty()) {
        return false;
    }
    const std::string_view first = word.substr(0, decode_utf8(word, 0).size_bytes);
    std::string folded;
    text::append_case_folded(folded, first);
    return folded != first;
}

bool is_weekday(std::string_view word) {
    static const std::set<std::string, std::less<>> words = weekday_words();
    return words.contains(fold(bare_word(word)));
}

Residue residue_of(std::string_view text) {
    Residue residue;
    bool behind_clock = true;
    for (const std::string_view each : words_of(text)) {
        const std::string_view word = bare_word(each);
        const std::string folded = fold(word);
        const auto* const known =
            std::find_if(kDateWords.begin(), kDateWords.end(), [&](const KnownWord& w) {
                return w.word == folded;
            });
        if (known != kDateWords.end()) {
            residue.published = residue.published || known->what == DateWord::Published;
            residue.updated = residue.updated || known->what == DateWord::Updated;
        } else if (!word.empty() && !is_weekday(word) && !is_clock(word) &&
                   !(behind_clock && is_zone(word))) {
            residue.only_date_words = false;
        }
        behind_clock = is_clock(word) || folded == "am" || folded == "pm" || folded == "a.m" ||
                       folded == "p.m";
    }
    return residue;
}

std::string_view without_label(std::string_view text) {
    for (;;) {
        const std::size_t start = text.find_first_not_of(": \t");
        text.remove_prefix(std::min(start, text.size()));
        const std::size_t end = std::min(text.find_first_of(" :\t"), text.size());
        const std::string folded = fold(bare_word(text.substr(0, end)));
        const bool known = std::any_of(
            kDateWords.begin(), kDateWords.end(), [&](const auto& w) { return w.word == folded; });
        if (!known || end == text.size()) {
            return trim(text);
        }
        text.remove_prefix(end);
    }
}

}  // namespace dateline::source
