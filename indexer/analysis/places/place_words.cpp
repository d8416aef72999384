// The words are folded as the tokenizer folds them.
#include "indexer/analysis/places/place_words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::analysis {

namespace {

using gazetteer::PlaceKind;
using gazetteer::TokenHash;

struct Row {
    PlaceWord word;
    std::string_view forms;  // with blanks between them
};

constexpr Row kRows[] = {
    {PlaceWord::Article, "the el la le los las al"},
    {PlaceWord::Of, "of de du di do da"},
    {PlaceWord::Direction,
     "north south east west northern southern eastern western central mid inner outer upper lower "
     "greater northeast northwest southeast southwest northeastern northwestern southeastern "
     "southwestern mainland continental rural downtown coastal metropolitan suburban midtown "
     "uptown modern ancient nord sud ost west est sur norte"},
    {PlaceWord::Division,
     "state province county district region governorate prefecture oblast department canton "
     "territory emirate municipality voivodeship krai raion shire parish regency "
     "commonwealth division provincia departamento estado provinz kreis "
     "landkreis bundesland departement comarca wilaya vilayet"},
    {PlaceWord::City,
     "city town village township borough municipality suburb hamlet port stadt gemeinde "
     "ciudad ville settlement"},
    {PlaceWord::Water,
     "river lake sea gulf bay strait straits canal ocean channel reservoir creek rio "
     "lago fluss basin estuary"},
    {PlaceWord::Land,
     "mountain mountains peninsula desert valley hills cape plateau volcano highlands glacier "
     "monte "
     "massif"},
    {PlaceWord::Island, "island islands isle isles archipelago atoll insel isla ile"},
    {PlaceWord::Saint, "saint st sankt"},
    {PlaceWord::Mount, "mount mt"},
    {PlaceWord::Fort, "fort ft"},
    {PlaceWord::Structure,
     "airport street road avenue square bridge stadium prison hospital park palace tower cathedral "
     "church mosque temple museum station boulevard lane highway hotel plaza gate hall house "
     "university school college building centre center court dam mine base camp theatre theater "
     "arena ground garden gardens market harbour harbor pier beach castle abbey monastery cemetery "
     "crossing checkpoint terminal tunnel racecourse raceway speedway zoo library barracks "
     "embassy villa"},
};

std::vector<std::pair<TokenHash, PlaceWord>> sorted_words() {
    std::vector<std::pair<TokenHash, PlaceWord>> words;
    for (const Row& row : kRows) {
        std::string_view rest = row.forms;
        while (!rest.empty()) {
            const std::string_view form = rest.substr(0, rest.find(' '));
            words.emplace_back(gazetteer::token_hash(form), row.word);
            rest.remove_prefix(std::min(rest.size(), form.size() + 1));
        }
    }
    std::stable_sort(words.begin(), words.end(), [](const auto& left, const auto& right) {
        return left.first < right.first;
    });
    return words;
}

}  // namespace

PlaceWord place_word(TokenHash word) noexcept {
    static const std::vector<std::pair<TokenHash, PlaceWord>> words = sorted_words();
    const auto found =
        std::lower_bound(words.begin(), words.end(), word, [](const auto& entry, TokenHash wanted) {
            return entry.first < wanted;
        });
    return found == words.end() || found->first != word ? PlaceWord::None : found->second;
}

bool fits(PlaceWord word, PlaceKind kind) noexcept {
    switch (word) {
        case PlaceWord::Division:
            return kind == PlaceKind::Division || kind == PlaceKind::SubDivision;
        case PlaceWord::City:
            return kind == PlaceKind::City || kind == PlaceKind::Section;
        case PlaceWord::Water:
            return kind == PlaceKind::Water;
        case PlaceWord::Land:
        case PlaceWord::Mount:
            return kind == PlaceKind::Land || kind == PlaceKind::Region;
        case PlaceWord::Island:
            return kind == PlaceKind::Land || kind == PlaceKind::Region ||
                   kind == PlaceKind::Country || kind == PlaceKind::Division;
        case PlaceWord::Structure:
            return kind == PlaceKind::Site;
        case PlaceWord::None:
        case PlaceWord::Article:
        case PlaceWord::Of:
        case PlaceWord::Direction:
        case PlaceWord::Saint:
        case PlaceWord::Fort:
            break;
    }
    return true;
}

}  // namespace dateline::analysis
