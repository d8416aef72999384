// Works on words between blanks and hyphens; case comes from text::fold's sister that keeps marks.
#include "common/names/name_case.hpp"

#include "common/names/person_name.hpp"
#include "common/text/folding.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <array>

namespace dateline::names {

namespace {

std::string small(std::string_view utf8) {
    std::string result;
    text::append_case_folded(result, utf8);
    return result;
}

std::size_t first_letter_bytes(std::string_view utf8) {
    std::size_t size = utf8.empty() ? 0 : 1;
    while (size < utf8.size() && (static_cast<unsigned char>(utf8[size]) & 0xC0U) == 0x80U) {
        ++size;
    }
    return size;
}

bool is_ascii(std::string_view character) {
    return static_cast<unsigned char>(character[0]) < 0x80U;
}

bool is_letter(std::string_view character) {
    const char byte = character[0];
    return is_ascii(character) ? (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
                               : text::slug(character)[0] != '~';
}

// Folding changes capitals only.
bool is_capital(std::string_view letter) {
    return is_ascii(letter) ? letter[0] < 'a' : small(letter) != letter;
}

std::string capitalised(std::string_view word) {
    const std::size_t first = first_letter_bytes(word);
    return std::string(word.substr(0, first)) + small(word.substr(first));
}

bool stays(std::string_view word) {
    constexpr std::array<std::string_view, 3> kGenerations{"II", "III", "IV"};
    const bool initials =
        word.find('.') != std::string_view::npos && word != "JR." && word != "SR.";
    return initials ||
           std::find(kGenerations.begin(), kGenerations.end(), word) != kGenerations.end();
}

// One word without hyphens, in capitals.
std::string word_case(std::string_view word) {
    constexpr std::size_t kLeastScottish = 5;
    if (stays(word)) {
        return std::string(word);
    }
    for (const std::string_view apostrophe : {"'", "’"}) {
        const std::size_t at = word.find(apostrophe);
        if (at == 1) {  // O'Brien, D'Angelo; not Sha'ban
            return std::string(word.substr(0, 1 + apostrophe.size())) +
                   capitalised(word.substr(1 + apostrophe.size()));
        }
    }
    if (word.size() >= kLeastScottish && word.starts_with("MC")) {
        return "Mc" + capitalised(word.substr(2));
    }
    return capitalised(word);
}

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char byte : name) {
        if (byte != ' ' && byte != '\n' && byte != '\t' && byte != '\r') {
            words.back() += byte;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

// A word between blanks: each part between hyphens by itself.
std::string blank_word_case(std::string_view word, bool may_be_particle) {
    std::string result;
    while (true) {
        const std::size_t hyphen = word.find('-');
        const std::string_view part = word.substr(0, hyphen);
        const bool particle = (may_be_particle || hyphen != std::string_view::npos) &&
                              is_name_particle(text::fold(part)) && part != "E";
        result += particle ? small(part) : word_case(part);
        if (hyphen == std::string_view::npos) {
            return result;
        }
        result += '-';
        word.remove_prefix(hyphen + 1);
        may_be_particle = false;
    }
}

}  // namespace

bool is_in_capitals(std::string_view name) {
    bool long_word = false;
    for (const std::string& word : words_of(name)) {
        std::size_t letters = 0;
        for (std::string_view rest = word; !rest.empty();) {
            const std::string_view character = rest.substr(0, first_letter_bytes(rest));
            if (is_letter(character)) {
                if (!is_capital(character)) {
                    return false;
                }
                ++letters;
            }
            rest.remove_prefix(character.size());
        }
        long_word = long_word || (letters > 1 && word.find('.') == std::string::npos);
    }
    return long_word;
}

std::string name_case(std::string_view name) {
    const bool capitals = is_in_capitals(name);
    const std::vector<std::string> words = words_of(name);
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool inside = i > 0 && i + 1 < words.size();
        result += i == 0 ? "" : " ";
        result += capitals ? blank_word_case(words[i], inside) : words[i];
    }
    return result;
}

std::string long_word_case(std::string_view name) {
    constexpr std::size_t kLongestAcronym = 3;
    constexpr std::array kJoints =
        std::to_array<std::string_view>({"OF", "AND", "THE", "FOR", "ON", "IN", "DE", "DU", "DES"});
    if (!is_in_capitals(name)) {
        return name_case(name);
    }
    std::string result;
    for (const std::string& word : words_of(name)) {
        const bool joint =
            !result.empty() && std::find(kJoints.begin(), kJoints.end(), word) != kJoints.end();
        result += result.empty() ? "" : " ";
        result += joint                           ? small(word)
                  : word.size() > kLongestAcronym ? blank_word_case(word, false)
                                                  : word;
    }
    return result;
}

}  // namespace dateline::names
