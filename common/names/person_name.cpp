// Cuts at white space and hyphens; what a word is follows from its form and place.
#include "common/names/person_name.hpp"

#include "common/base/utf8.hpp"
#include "common/names/spelling.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace dateline::names {

namespace {

// Sorted by bytes.
constexpr std::array kParticles = std::to_array<std::string_view>({
    "ad",   "af",    "al",  "an",    "ap",  "as",  "ash",   "at",  "av",  "az", "ben", "bin",
    "bint", "da",    "dal", "das",   "de",  "del", "della", "den", "der", "di", "do",  "dos",
    "du",   "e",     "ed",  "el",    "er",  "et",  "ibn",   "la",  "las", "le", "los", "lo",
    "ould", "oulad", "st",  "te",    "ten", "ter", "ud",    "uz",  "ul",  "ur", "van", "vande",
    "ver",  "vom",   "von", "walad", "y",   "zu",  "zum",   "zur",
});

constexpr std::array kGenerations = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"jr", "jr"},
    {"jnr", "jr"},
    {"junior", "jr"},
    {"sr", "sr"},
    {"snr", "sr"},
});

// A word as it stands in the text, and how.
struct RawWord {
    std::string bytes;
    bool hyphened = false;
    bool nickname = false;
};

struct Sign {
    std::string_view bytes;
    bool opens;  // what is inside is a nickname
};

// Signs around words that are no part of names.
constexpr std::array kSigns = std::to_array<Sign>({
    {"\"", true},
    {"“", true},
    {"”", false},
    {"„", true},
    {"«", true},
    {"»", false},
    {"(", true},
    {")", false},
    {"[", false},
    {"]", false},
    {",", false},
    {";", false},
    {":", false},
    {"!", false},
    {"?", false},
    {"*", false},
});

// Quotes that may be apostrophes too.
constexpr std::array<std::string_view, 4> kApostrophes{"'", "’", "‘", "`"};

constexpr std::array<std::string_view, 5> kHyphens{"-", "‐", "‑", "–", "\u00AD"};

constexpr std::array<std::string_view, 6> kSpaces{" ", "\n", "\t", "\r", "\u00A0", "\u202F"};

template <std::size_t Size>
std::string_view leading(std::string_view text, const std::array<std::string_view, Size>& signs) {
    const auto found = std::find_if(
        signs.begin(), signs.end(), [&](std::string_view sign) { return text.starts_with(sign); });
    return found == signs.end() ? std::string_view{} : *found;
}

const Sign* leading_sign(std::string_view text) {
    const auto found = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& sign) {
        return text.starts_with(sign.bytes);
    });
    return found == kSigns.end() ? nullptr : &*found;
}

// How many bytes at the beginning of `text` are plainly inside a word.
std::size_t plain_bytes(std::string_view text) {
    const auto end = std::find_if(text.begin(), text.end(), [](char byte) {
        return !((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '.');
    });
    return static_cast<std::size_t>(end - text.begin());
}

class WordCutter {
public:
    std::vector<RawWord> cut(std::string_view text) {
        while (!text.empty()) {
            text.remove_prefix(take(text));
        }
        end_word(false);
        return std::move(words_);
    }

private:
    // How many bytes were taken.
    std::size_t take(std::string_view text) {
        if (const std::size_t plain = plain_bytes(text); plain > 0) {
            word_ += text.substr(0, plain);
            return plain;
        }
        if (const std::string_view space = leading(text, kSpaces); !space.empty()) {
            end_word(false);
            return space.size();
        }
        if (const std::string_view hyphen = leading(text, kHyphens); !hyphen.empty()) {
            end_word(true);
            return hyphen.size();
        }
        if (const Sign* sign = leading_sign(text)) {
            // A straight quote opens only where a word may begin.
            const bool opens = sign->opens && (sign->bytes != "\"" || (word_.empty() && !inside_));
            end_word(false);
            inside_ = opens;
            return sign->bytes.size();
        }
        if (const std::string_view quote = leading(text, kApostrophes); !quote.empty()) {
            // In front of a word it opens a nickname; inside and behind it is an apostrophe.
            quoted_ = quoted_ || word_.empty();
            return quote.size();
        }
        word_ += text[0];
        return 1;
    }

    void end_word(bool hyphen) {
        if (!word_.empty()) {
            words_.push_back({.bytes = word_, .hyphened = hyphen_, .nickname = inside_ || quoted_});
            hyphen_ = hyphen;
            quoted_ = false;
        }
        word_.clear();
    }

    std::vector<RawWord> words_;
    std::string word_;
    bool hyphen_ = false;
    bool inside_ = false;  // of quotes or brackets
    bool quoted_ = false;  // behind a single quote
};

std::string folded_word(std::string_view bytes) {
    std::string folded = text::fold(bytes);
    std::erase_if(folded, [](char byte) { return byte == '.' || byte == '\''; });
    return folded;
}

// Initials have a full stop behind each letter, or are one capital alone.
bool is_initials(std::string_view bytes) {
    std::size_t since_stop = 0;
    bool any_stop = false;
    for (const char byte : bytes) {
        if (byte == '.') {
            any_stop = true;
            since_stop = 0;
        } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
            ++since_stop;
        }
        if (since_stop > 1) {
            return false;
        }
    }
    return any_stop ||
           (count_code_points(bytes) == 1 && bytes.size() <= 2 && text::fold(bytes) != bytes);
}

bool begins_small(std::string_view bytes) {
    return text::fold(bytes.substr(0, 1)) == bytes.substr(0, 1);
}

void add_initials(std::vector<NameWord>& words, const RawWord& raw) {
    std::string letter;
    bool hyphened = raw.hyphened;
    for (const char byte : raw.bytes + ".") {
        if (byte != '.') {
            letter += byte;
            continue;
        }
        if (!letter.empty()) {
            const std::string folded = folded_word(letter);
            words.push_back({folded, folded, NamePart::Initial, hyphened});
            hyphened = false;
        }
        letter.clear();
    }
}

// `Jr` and the like, and Roman numbers of two letters or more: X alone is an initial.
std::string generation_of(const std::string& folded, std::string_view bytes) {
    const auto* const found = std::find_if(kGenerations.begin(),
                                           kGenerations.end(),
                                           [&](const auto& row) { return row.first == folded; });
    if (found != kGenerations.end()) {
        return std::string(found->second);
    }
    const bool number =
        bytes.size() > 1 && bytes.find_first_not_of("IVX") == std::string_view::npos;
    return number ? folded : std::string{};
}

NameWord plain_word(std::string folded, bool hyphened) {
    std::string spelling = spelling_key(folded);
    return {std::move(folded), std::move(spelling), NamePart::Plain, hyphened};
}

}  // namespace

bool is_name_particle(std::string_view folded) noexcept {
    return std::find(kParticles.begin(), kParticles.end(), folded) != kParticles.end();
}

std::size_t PersonName::size() const noexcept {
    std::size_t count = 0;
    bool behind_name = false;
    for (const NameWord& word : words) {
        if (word.part != NamePart::Particle && !(word.hyphened && behind_name)) {
            ++count;
        }
        behind_name = word.part != NamePart::Particle;
    }
    return count;
}

PersonName parse_person_name(std::string_view name) {
    const std::vector<RawWord> raw = WordCutter().cut(name);
    const bool all_nickname =
        std::all_of(raw.begin(), raw.end(), [](const RawWord& word) { return word.nickname; });
    PersonName result;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const RawWord& word = raw[i];
        std::string folded = folded_word(word.bytes);
        const bool last = i + 1 == raw.size();
        if (folded.empty()) {
            continue;
        }
        const std::string generation = generation_of(folded, word.bytes);
        const bool long_form = folded == "junior" && result.words.size() < 2;  // Des Junior
        if (!generation.empty() && last && !result.words.empty() && !long_form) {
            result.generation = generation;
        } else if (word.nickname && !all_nickname) {
            result.nicknames.push_back(plain_word(std::move(folded), false));
        } else if (is_initials(word.bytes)) {
            add_initials(result.words, word);
        } else if (!last && is_name_particle(folded) &&
                   (i > 0 || raw[i + 1].hyphened || begins_small(word.bytes))) {
            result.words.push_back({folded, folded, NamePart::Particle, word.hyphened});
        } else {
            result.words.push_back(plain_word(std::move(folded), word.hyphened));
        }
    }
    return result;
}

std::vector<NameWord> without_particles(std::span<const NameWord> words) {
    std::vector<NameWord> result;
    std::copy_if(words.begin(), words.end(), std::back_inserter(result), [](const NameWord& word) {
        return word.part != NamePart::Particle;
    });
    return result;
}

}  // namespace dateline::names
