// A row of replacements from left to right, then equal neighbours become one.
#include "common/names/spelling.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::names {

namespace {

// The first row that fits is taken; y and j are i by then.
constexpr std::array kReplacements = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"tch", "ch"}, {"tsch", "ch"}, {"kh", "h"}, {"gh", "g"},  {"dh", "d"},
    {"ph", "f"},   {"ck", "k"},    {"q", "k"},  {"ou", "u"},  {"oo", "u"},
    {"ee", "i"},   {"ue", "u"},    {"oe", "o"}, {"ae", "a"},  {"ai", "ei"},
    {"w", "v"},    {"y", "i"},     {"j", "i"},  {"dzh", "i"}, {"aw", "au"},
});

// The letters that rows begin with.
constexpr std::string_view kFirstLetters = "tkgdpcqouewajy";

bool is_latin(std::string_view word) {
    return std::all_of(
        word.begin(), word.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

}  // namespace

std::string spelling_key(std::string_view folded) {
    if (!is_latin(folded)) {
        return std::string(folded);
    }
    std::string word(folded);
    for (const std::string_view ending : {"off", "eff"}) {
        if (word.size() > 5 && word.ends_with(ending)) {
            word.replace(word.size() - 2, 2, "v");
        }
    }
    if (word.size() > 4 && word.ends_with("ah")) {
        word.pop_back();
    }
    std::string key;
    for (std::size_t at = 0; at < word.size();) {
        const std::string_view rest = std::string_view(word).substr(at);
        const bool may_change = kFirstLetters.find(rest[0]) != std::string_view::npos;
        const auto* const row =
            !may_change
                ? kReplacements.end()
                : std::find_if(
                      kReplacements.begin(), kReplacements.end(), [&](const auto& replacement) {
                          return rest.starts_with(replacement.first);
                      });
        const bool replaced = row != kReplacements.end();
        for (const char byte : replaced ? row->second : rest.substr(0, 1)) {
            if (key.empty() || key.back() != byte) {
                key += byte;
            }
        }
        at += replaced ? row->first.size() : 1;
    }
    return key;
}

bool is_same_spelling(std::string_view left_key, std::string_view right_key) noexcept {
    return left_key.size() >= kLeastSpellingBytes && left_key == right_key;
}

}  // namespace dateline::names
