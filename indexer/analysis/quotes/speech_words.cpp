// Tables of speech words by language, folded as the tokenizer does.
#include "indexer/analysis/quotes/speech_words.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dateline::analysis {
namespace {

using Words = std::unordered_map<std::string_view, SpeechWord>;

/// The words of one language, each list separated by blanks.
struct Language {
    std::string_view code;
    std::string_view says;
    std::string_view tells;
    std::string_view according;
    std::string_view he;
    std::string_view she;
    std::string_view links;
    std::string_view relations;
    std::string_view joins;   ///< `and` only in English: it joins titles
    std::string_view adverb;  ///< the ending of adverbs; empty if there is none
};

constexpr std::array<Language, 5> kLanguages = {{
    {"en",
     "said says say saying adds added adding stated states noted notes explained explains insisted "
     "insists argued argues claimed claims declared declares remarked replied replies responded "
     "commented continued concluded recalled recalls admitted admits announced acknowledged "
     "asserted stressed emphasised emphasized complained complains joked quipped shouted whispered "
     "wrote writes tweeted posted predicted warned warns asked asks suggested observed conceded "
     "confirmed testified lamented agreed pointed quoted read reads went cried yelled recounted "
     "boasted promised vowed pledged cautioned countered answered demanded maintained",
     "told tells called calls calling described describes urged dubbed denounced condemned praised "
     "hailed dismissed accused thanked informed reminded",
     "according",
     "he",
     "she",
     "has had have also later then once often still again only just simply repeatedly flatly "
     "recently earlier who as",
     "of for to with by from against in at on about after before between under over near like "
     "than without within via",
     "and but while",
     "ly"},
    {"de",
     "sagte sagt sagen erklarte erklart betonte betont meinte meint fugte teilte schrieb schreibt "
     "kommentierte antwortete rief fragte kritisierte versicherte warnte berichtete erganzte "
     "behauptete bestatigte gesagt forderte kundigte hiess heisst erzahlt erzahlte findet raumte",
     "nannte nennt bezeichnete",
     "laut zufolge",
     "er",
     "sie",
     "hat habe hatte auch noch spater dann wieder am",
     "von mit fur gegen bei nach in an auf uber zu aus",
     "aber wahrend",
     ""},
    {"fr",
     "dit declare declarait declara affirme affirmait explique expliquait ajoute ajoutait estime "
     "estimait souligne precise indique raconte lance lancait assure ecrit repond repondu confie "
     "rappelle rapporte note resume conclut martele deplore denonce commente temoigne insiste "
     "regrette averti prevenu",
     "qualifie",
     "selon",
     "il",
     "elle",
     "a avait ont aussi encore plus t",
     "de du des avec pour par contre chez a dans en sur sous",
     "mais tandis",
     "ment"},
    {"es",
     "dijo dice dicho declaro anadio agrego afirmo explico aseguro senalo sostuvo expreso indico "
     "manifesto advirtio comento reconocio insistio subrayo escribio respondio apunto recordo "
     "preciso conto cuenta considero destaco",
     "llamo califico",
     "segun",
     "el",
     "ella",
     "ha habia tambien despues luego",
     "de del con para por contra a al en sobre",
     "pero mientras",
     "mente"},
    {"ru",
     "сказал сказала заявил заявила отметил отметила добавил добавила подчеркнул подчеркнула "
     "сообщил сообщила говорит говорил говорила пояснил пояснила написал написала считает "
     "объяснил объяснила ответил ответила рассказал рассказала уточнил уточнила спросил "
     "спросила признал признала напомнил напомнила пишет утверждает",
     "назвал назвала",
     "словам мнению",
     "он",
     "она",
     "также тогда потом",
     "от для к с из у о об на в по",
     "но",
     ""},
}};

void add(Words& words, std::string_view list, SpeechWord kind) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        words.emplace(list.substr(0, end), kind);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

Words words_of(const Language& language) {
    Words words;
    add(words, language.says, SpeechWord::Says);
    add(words, language.tells, SpeechWord::Tells);
    add(words, language.according, SpeechWord::According);
    add(words, language.he, SpeechWord::Pronoun);
    add(words, language.she, SpeechWord::Pronoun);
    add(words, language.links, SpeechWord::Link);
    add(words, language.relations, SpeechWord::Relation);
    add(words, language.joins, SpeechWord::Joins);
    return words;
}

/// The row of `language` in kLanguages; kLanguages.size() if it has none.
std::size_t row_of(std::string_view language) {
    const auto* const found =
        std::find_if(kLanguages.begin(), kLanguages.end(), [&](const Language& each) {
            return each.code == language;
        });
    return static_cast<std::size_t>(found - kLanguages.begin());
}

const Words& words_of_row(std::size_t row) {
    static const std::array<Words, kLanguages.size()> tables = [] {
        std::array<Words, kLanguages.size()> all;
        std::transform(kLanguages.begin(), kLanguages.end(), all.begin(), words_of);
        return all;
    }();
    return tables[row];
}

}  // namespace

SpeechWord speech_word(std::string_view folded, std::string_view language) {
    const std::size_t row = row_of(language);
    if (row == kLanguages.size()) {
        return SpeechWord::None;
    }
    const Words& words = words_of_row(row);
    const auto found = words.find(folded);
    return found == words.end() ? SpeechWord::None : found->second;
}

bool is_adverb(std::string_view folded, std::string_view language) {
    const std::size_t row = row_of(language);
    return row < kLanguages.size() && !kLanguages[row].adverb.empty() &&
           folded.ends_with(kLanguages[row].adverb);
}

names::Gender gender_of_pronoun_word(std::string_view folded, std::string_view language) {
    const std::size_t row = row_of(language);
    if (row < kLanguages.size() && folded == kLanguages[row].he) {
        return names::Gender::Male;
    }
    return row < kLanguages.size() && folded == kLanguages[row].she ? names::Gender::Female
                                                                    : names::Gender::Unknown;
}

}  // namespace dateline::analysis
