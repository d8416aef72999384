// English words only: the tagger finds names in English text.
#include "indexer/analysis/people/gender_cues.hpp"

#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <string>

namespace dateline::analysis {

namespace {

using names::Gender;

// Words with a blank around each.
struct GenderWords {
    std::string_view female;
    std::string_view male;
};

constexpr GenderWords kTitles{
    " mrs ms miss mme madame mademoiselle lady dame queen princess duchess countess baroness "
    "empress "
    "sister congresswoman councilwoman chairwoman spokeswoman senora senorita sra srta begum smt "
    "frau "
    "signora ",
    " mr sir lord king prince duke count baron emperor tsar sultan emir pope cardinal archbishop "
    "bishop "
    "father fr brother ayatollah imam mullah sheikh sheik monsieur herr monsignor congressman "
    "councilman "
    "chairman spokesman khedive archduke viscount senor shri signor "};

constexpr GenderWords kRelations{
    " wife daughter mother sister widow niece aunt grandmother granddaughter girlfriend fiancee "
    "stepdaughter stepmother actress businesswoman heiress ms mrs ",
    " husband son father brother widower nephew uncle grandfather grandson boyfriend fiance "
    "stepson "
    "stepfather actor businessman mr "};

constexpr GenderWords kPronouns{" she her hers herself ", " he him his himself "};

Gender gender_in(const GenderWords& words, std::string_view word) {
    const std::string framed = " " + std::string(word) + " ";
    if (words.female.find(framed) != std::string_view::npos) {
        return Gender::Female;
    }
    return words.male.find(framed) != std::string_view::npos ? Gender::Male : Gender::Unknown;
}

constexpr std::size_t kLongestPronoun = 7;

// Bytes of other letters stay: the range searched may end inside a character.
std::string ascii_lower(std::string_view word) {
    std::string lower(word);
    for (char& byte : lower) {
        byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
    return lower;
}

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           static_cast<unsigned char>(byte) >= 0x80U;
}

// The letters that `text` ends in.
std::string_view last_word(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && is_letter(text[begin - 1])) {
        --begin;
    }
    return text.substr(begin);
}

}  // namespace

Gender gender_of_title(std::string_view honorific) {
    if (honorific.empty()) {
        return Gender::Unknown;  // as most names are: without a title
    }
    const std::string folded = text::slug(honorific);
    std::size_t begin = 0;
    while (begin < folded.size()) {
        const std::size_t end = std::min(folded.find('-', begin), folded.size());
        const Gender gender =
            gender_in(kTitles, std::string_view(folded).substr(begin, end - begin));
        if (gender != Gender::Unknown) {
            return gender;
        }
        begin = end + 1;
    }
    return Gender::Unknown;
}

Gender gender_beside(std::string_view text, std::size_t front, std::size_t end) {
    std::string_view before = text.substr(0, front);
    if (!before.ends_with(' ')) {
        return Gender::Unknown;
    }
    before.remove_suffix(1);
    if (before.ends_with(',')) {
        // Not `His own mother, Smith said`.
        const std::string_view behind = text.substr(end, 1);
        if (behind.empty() || std::string_view(",.;)").find(behind[0]) == std::string_view::npos) {
            return Gender::Unknown;
        }
        before.remove_suffix(1);
    }
    const std::string_view word = last_word(before);
    return word.empty() ? Gender::Unknown : gender_in(kRelations, text::fold(word));
}

Gender gender_of_pronoun(std::string_view text, std::size_t from, std::size_t to) {
    std::size_t begin = from;
    while (begin < to) {
        std::size_t end = begin;
        while (end < to && is_letter(text[end])) {
            ++end;
        }
        if (end > begin && end - begin <= kLongestPronoun) {
            const Gender gender =
                gender_in(kPronouns, ascii_lower(text.substr(begin, end - begin)));
            if (gender != Gender::Unknown) {
                return gender;
            }
        }
        begin = end + 1;
    }
    return Gender::Unknown;
}

}  // namespace dateline::analysis
