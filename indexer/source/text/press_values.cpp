// Bylines, languages and lists of names as newspapers and their archives print them.
#include "indexer/source/text/press_values.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/metadata_values.hpp"

#include <algorithm>
#include <array>

namespace dateline::source {
namespace {

/// Words that stand in the names of offices and papers, not of people.
constexpr std::array<std::string_view, 28> kOffices{
    "writer", "writers", "correspondent", "correspondents", "reporter", "reporters", "editor",
    "staff",  "press",   "times",         "news",           "service",  "agency",    "bureau",
    "wire",   "special", "columnist",     "reuters",        "reuter",   "post",      "journal",
    "afp",    "ap",      "upi",           "xinhua",         "cnn",      "bbc",       "dpa"};

/// `name` without where it was written and for whom: `Jane Roe in Budapest`, `Jane Roe (AP)`.
std::string_view without_place(std::string_view name) {
    for (const std::string_view word :
         {" in ", " at ", " (", " à ", " en ", " contributed ", " reported "}) {
        name = name.substr(0, name.find(word));
    }
    return trim(name);
}

struct LanguageName {
    std::string_view name;
    std::string_view lang;
};

constexpr std::array<LanguageName, 37> kLanguages{{
    {"english", "en"},     {"anglais", "en"},     {"englisch", "en"},   {"inglés", "en"},
    {"ingles", "en"},      {"french", "fr"},      {"français", "fr"},   {"francais", "fr"},
    {"französisch", "fr"}, {"francés", "fr"},     {"german", "de"},     {"deutsch", "de"},
    {"allemand", "de"},    {"alemán", "de"},      {"spanish", "es"},    {"español", "es"},
    {"espagnol", "es"},    {"spanisch", "es"},    {"italian", "it"},    {"italien", "it"},
    {"italienisch", "it"}, {"italiano", "it"},    {"portuguese", "pt"}, {"portugais", "pt"},
    {"dutch", "nl"},       {"néerlandais", "nl"}, {"russian", "ru"},    {"russe", "ru"},
    {"chinese", "zh"},     {"japanese", "ja"},    {"arabic", "ar"},     {"polish", "pl"},
    {"swedish", "sv"},     {"danish", "da"},      {"norwegian", "no"},  {"finnish", "fi"},
    {"turkish", "tr"},
}};

/// `name` without a percentage at its end, and without a code before ` : `.
std::string_view without_code_and_percent(std::string_view name) {
    const std::size_t colon = name.find(" : ");
    name = colon == std::string_view::npos ? name : name.substr(colon + 3);
    const std::size_t open = name.rfind('(');
    const bool percent = open != std::string_view::npos && trim(name).ends_with("%)");
    return trim(percent ? name.substr(0, open) : name);
}

}  // namespace

bool names_office(std::string_view name) {
    const std::string lower = ascii_lower(name);
    std::string_view rest = lower;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(" -/"), rest.size());
        if (std::find(kOffices.begin(), kOffices.end(), rest.substr(0, end)) != kOffices.end()) {
            return true;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

std::string lang_called(std::string_view name) {
    const std::string lower = ascii_lower(trim(name.substr(0, name.find_first_of(";,/("))));
    const auto* const found =
        std::find_if(kLanguages.begin(), kLanguages.end(), [&lower](const LanguageName& row) {
            return row.name == lower;
        });
    return found == kLanguages.end() ? normalise_lang(lower) : std::string(found->lang);
}

void add_press_names(std::vector<std::string>& names, std::string_view list) {
    const char separator = list.find('|') == std::string_view::npos ? ';' : '|';
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size());
        add_topic(names, without_code_and_percent(list.substr(0, end)));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

bool is_copyright_line(std::string_view line) {
    const std::string lower = ascii_lower(trim(line));
    for (const std::string_view start : {"copyright ", "(c) ", "(c)", "©", "all rights reserved"}) {
        if (lower.starts_with(start)) {
            return true;
        }
    }
    return lower.ends_with("all rights reserved") || lower.ends_with("all rights reserved.");
}

void add_press_byline(std::vector<std::string>& authors, std::string_view byline) {
    std::vector<std::string> names;
    add_authors(names, byline);
    const bool only_offices =
        authors.empty() && std::all_of(names.begin(), names.end(), names_office);
    for (const std::string& name : names) {
        if (only_offices || !names_office(name)) {
            const std::string_view person = without_place(name);
            if (!person.empty() &&
                std::find(authors.begin(), authors.end(), person) == authors.end()) {
                authors.emplace_back(person);
            }
        }
    }
}

}  // namespace dateline::source
