// Legal forms are cut from the end one by one: `Sdn Bhd`, `Co., Ltd`.
#include "common/names/organisation_name.hpp"

#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <array>

namespace dateline::names {

namespace {

// Never part of what a paper calls a company.
constexpr std::array kLegalForms = std::to_array<std::string_view>({
    "inc", "corp", "co",   "ltd",  "plc", "llc",  "llp",  "lp",  "gmbh", "ag",  "sa",  "nv",
    "bv",  "spa",  "srl",  "sarl", "se",  "ab",   "asa",  "oy",  "oyj",  "kk",  "pty", "pte",
    "bhd", "sdn",  "kgaa", "kg",   "cv",  "pjsc", "ojsc", "jsc", "ooo",  "oao", "pao", "a/s",
});

// Part of some names, and no difference between two. The first are not shown behind one word.
constexpr std::array kCompanyWords = std::to_array<std::string_view>(
    {"company", "corporation", "incorporated", "limited", "companies"});
constexpr std::array kGroupWords =
    std::to_array<std::string_view>({"group", "holding", "holdings"});

struct Word {
    std::string written;
    std::string folded;
};

template <std::size_t Size>
bool is_in(const std::array<std::string_view, Size>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string folded_word(std::string_view written) {
    std::string folded = text::fold(written);
    std::erase_if(folded, [](char byte) {
        return byte == '.' || byte == ',' || byte == '\'' || byte == '"' || byte == '(' ||
               byte == ')';
    });
    for (const std::string_view quote : {"’", "‘", "“", "”"}) {
        for (std::size_t at = folded.find(quote); at != std::string::npos;
             at = folded.find(quote)) {
            folded.erase(at, quote.size());
        }
    }
    return folded;
}

void add_word(std::vector<Word>& words, std::string_view written) {
    std::string folded = folded_word(written);
    if (!folded.empty()) {
        words.push_back({.written = std::string(written), .folded = std::move(folded)});
    }
}

std::vector<Word> words_of(std::string_view name) {
    std::vector<Word> words;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find_first_of(" \n\t\r"), name.size());
        add_word(words, name.substr(0, end));
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return words;
}

bool is_acronym(const std::vector<Word>& words) {
    constexpr std::size_t kLongest = 6;
    if (words.size() != 1) {
        return false;
    }
    const std::string& folded = words[0].folded;
    const bool capitals =
        std::all_of(words[0].written.begin(), words[0].written.end(), [](char byte) {
            return (byte >= 'A' && byte <= 'Z') || byte == '.' || byte == '&' || byte == '-';
        });
    return capitals && folded.size() >= 2 && folded.size() <= kLongest;
}

// Letters in front of words and behind hyphens.
std::string initials_of(const std::vector<Word>& words, bool capitals_only) {
    std::string initials;
    for (const Word& word : words) {
        bool begins = true;
        for (std::size_t i = 0; i < word.folded.size() && i < word.written.size(); ++i) {
            const bool letter = word.folded[i] >= 'a' && word.folded[i] <= 'z';
            const bool small = word.written[i] >= 'a' && word.written[i] <= 'z';
            if (begins && letter && !(capitals_only && small)) {
                initials += word.folded[i];
            }
            begins = word.folded[i] == '-';
        }
    }
    return initials;
}

std::string joined(const std::vector<Word>& words) {
    std::string result;
    for (const Word& word : words) {
        result += (result.empty() ? "" : " ") + word.written;
    }
    while (result.ends_with(',') || result.ends_with('.')) {
        const std::size_t last = result.find_last_of(' ') + 1;
        if (result.back() == '.' && result.find('.', last) + 1 != result.size()) {
            break;  // U.S.
        }
        result.pop_back();
    }
    return result;
}

}  // namespace

OrganisationName parse_organisation_name(std::string_view name) {
    std::vector<Word> words = words_of(name);
    if (words.size() > 1 && words[0].folded == "the") {
        words.erase(words.begin());
    }
    OrganisationName result;
    result.acronym = is_acronym(words);
    result.initials = initials_of(words, true);
    result.all_initials = initials_of(words, false);
    const std::size_t all_words = words.size();
    while (words.size() > 1 && (is_in(kLegalForms, words.back().folded) ||
                                words.back().folded == "&" || words.back().folded == "and")) {
        words.pop_back();
    }
    if (words.size() == 2 && is_in(kCompanyWords, words.back().folded)) {
        words.pop_back();
    }
    result.shown = joined(words);
    while (words.size() > 1 &&
           (is_in(kCompanyWords, words.back().folded) || is_in(kGroupWords, words.back().folded) ||
            words.back().folded == "&" || words.back().folded == "and")) {
        words.pop_back();
    }
    result.formal = words.size() < all_words;
    for (Word& word : words) {
        result.words.push_back(std::move(word.folded));
    }
    return result;
}

}  // namespace dateline::names
