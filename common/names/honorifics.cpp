// The list holds words that stand before names in English news, titles of other languages among
// them; words that are as often names (Dean, Major, Duke alone) are left out or stay in the name.
#include "common/names/honorifics.hpp"

#include <algorithm>
#include <array>

namespace dateline::names {

namespace {

// Sorted by bytes.
constexpr std::array kTitles = std::to_array<std::string_view>({
    "Adm",          "Adm.",
    "Admiral",      "Alderman",
    "Ambassador",   "Archbishop",
    "Archduke",     "Attorney",
    "Ayatollah",    "Baron",
    "Baroness",     "Begum",
    "Bishop",       "Brig",
    "Brig.",        "Brigadier",
    "Brother",      "Capt",
    "Capt.",        "Captain",
    "Cardinal",     "Chairman",
    "Chairwoman",   "Chancellor",
    "Chief",        "Cmdr",
    "Cmdr.",        "Coach",
    "Col",          "Col.",
    "Colonel",      "Commander",
    "Commissioner", "Commodore",
    "Congressman",  "Congresswoman",
    "Constable",    "Corporal",
    "Councillor",   "Councilman",
    "Councilwoman", "Count",
    "Countess",     "Cpl",
    "Cpl.",         "Crown",
    "Dame",         "Deputy",
    "Detective",    "Director",
    "Doctor",       "Dr",
    "Dr.",          "Duchess",
    "Emir",         "Emperor",
    "Empress",      "Father",
    "Fr",           "Fr.",
    "Gen",          "Gen.",
    "General",      "Gov",
    "Gov.",         "Governor",
    "Herr",         "Hon",
    "Hon.",         "Imam",
    "Inspector",    "Judge",
    "Justice",      "Khedive",
    "King",         "Lady",
    "Lieutenant",   "Lord",
    "Lt",           "Lt.",
    "Maj",          "Maj.",
    "Marshal",      "Mayor",
    "Minister",     "Miss",
    "Mme",          "Monsieur",
    "Monsignor",    "Mr",
    "Mr.",          "Mrs",
    "Mrs.",         "Ms",
    "Ms.",          "Mullah",
    "Officer",      "Ombudsman",
    "Pastor",       "Patriarch",
    "Pope",         "Premier",
    "President",    "President-elect",
    "Prime",        "Prince",
    "Princess",     "Prof",
    "Prof.",        "Professor",
    "Prosecutor",   "Provost",
    "Queen",        "Rabbi",
    "Rear",         "Rep",
    "Rep.",         "Representative",
    "Rev",          "Rev.",
    "Reverend",     "Secretary",
    "Sen",          "Sen.",
    "Senator",      "Sergeant",
    "Sgt",          "Sgt.",
    "Sheik",        "Sheikh",
    "Sheriff",      "Shri",
    "Sir",          "Sister",
    "Smt",          "Speaker",
    "Spokesman",    "Spokeswoman",
    "Sra",          "Srta",
    "Sultan",       "Superintendent",
    "Tsar",         "Vice",
    "Vicar",        "Viscount",
});

// Words before the words of a title, or between them.
constexpr std::array kParts = std::to_array<std::string_view>(
    {"Acting",      "Affairs",     "Agriculture",   "Assistant",   "Attorney",  "Budget",
     "Chief",       "Commerce",    "Corporate",     "Culture",     "Defence",   "Defense",
     "Deputy",      "Economic",    "Economics",     "Economy",     "Education", "Energy",
     "Environment", "Executive",   "External",      "Finance",     "Financial", "First",
     "Foreign",     "Former",      "General",       "Health",      "Home",      "Honourable",
     "House",       "Immigration", "Industry",      "Information", "Interior",  "Justice",
     "Labor",       "Labour",      "Lance",         "Loan",        "Major",     "Managing",
     "Mines",       "Mining",      "Most",          "Oil",         "Petroleum", "Planning",
     "Police",      "Power",       "Press",         "Right",       "Security",  "Senior",
     "State",       "Steel",       "Tourism",       "Trade",       "Transport", "Transportation",
     "Treasury",    "Under",       "Vice-Chairman", "Welfare",     "acting",    "former"});

// Small words inside a title, never at its beginning.
constexpr std::array kInside = std::to_array<std::string_view>({"The", "and", "of", "the"});

template <std::size_t Size>
bool is_in(const std::array<std::string_view, Size>& sorted, std::string_view word) {
    return std::find(sorted.begin(), sorted.end(), word) != sorted.end();
}

}  // namespace

bool is_title_word(std::string_view word) noexcept {
    return word.size() > 1 && word[0] >= 'A' && word[0] <= 'V' && is_in(kTitles, word);
}

std::size_t title_length(std::span<const std::string_view> words) noexcept {
    std::size_t length = 0;
    if (words.empty() || is_in(kInside, words[0])) {
        return 0;
    }
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (is_title_word(words[i])) {
            length = i + 1;
        } else if (!is_in(kParts, words[i]) && !is_in(kInside, words[i])) {
            break;
        }
    }
    return length;
}

}  // namespace dateline::names
