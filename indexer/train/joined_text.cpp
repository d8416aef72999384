// The rules are those of English print; where corpora differ, JoinRules says so.
#include "indexer/train/joined_text.hpp"

#include <algorithm>
#include <array>

namespace dateline::train {

namespace {

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           static_cast<unsigned char>(byte) >= 0x80;
}

bool is_capital(std::string_view token) {
    return token.size() == 1 && token[0] >= 'A' && token[0] <= 'Z';
}

bool is_apostrophe(std::string_view token) {
    return token == "'" || token == "\xE2\x80\x99";
}

// Tokens that stick to the word before them.
bool is_closing(std::string_view token) {
    constexpr std::array<std::string_view, 28> closing{",",
                                                       ".",
                                                       ";",
                                                       ":",
                                                       "!",
                                                       "?",
                                                       ")",
                                                       "]",
                                                       "}",
                                                       "%",
                                                       "'s",
                                                       "'S",
                                                       "'m",
                                                       "'re",
                                                       "'ve",
                                                       "'ll",
                                                       "'d",
                                                       "n't",
                                                       "\xE2\x80\x9D",
                                                       "...",
                                                       "\xE2\x80\xA6",
                                                       "\xE2\x80\x99s",
                                                       "\xE2\x80\x99m",
                                                       "\xE2\x80\x99re",
                                                       "\xE2\x80\x99ve",
                                                       "\xE2\x80\x99ll",
                                                       "\xE2\x80\x99"
                                                       "d",
                                                       "n\xE2\x80\x99t"};
    return std::find(closing.begin(), closing.end(), token) != closing.end();
}

// Tokens that the next word sticks to.
bool is_opening(std::string_view token) {
    constexpr std::array<std::string_view, 9> opening{
        "(", "[", "{", "$", "\xC2\xA3", "\xE2\x82\xAC", "#", "\xE2\x80\x9C", "\xE2\x80\x98"};
    return std::find(opening.begin(), opening.end(), token) != opening.end();
}

}  // namespace

bool JoinedText::sticks_to_sign(std::string_view token) const {
    const std::string& last = paragraph_.back();
    const std::string_view before =
        paragraph_.size() >= 2 ? std::string_view(paragraph_[paragraph_.size() - 2]) : "";
    if (is_apostrophe(last) && (token == "s" || token == "t" || token == "re" || token == "ll")) {
        return true;
    }
    if (last == "." && is_capital(token) && is_capital(before)) {
        return true;  // U . S
    }
    if (last == "\"" || last == "``") {
        return quote_open_;
    }
    if (last == "-" && rules_.hyphens_are_tokens && !before.empty()) {
        return is_letter(token[0]) && is_letter(before.back());
    }
    // O' Leary
    return last.size() == 2 && last[1] == '\'' && is_letter(last[0]) && is_letter(token[0]);
}

bool JoinedText::sticks(std::string_view token) const {
    if (paragraph_.empty()) {
        return true;
    }
    const std::string& last = paragraph_.back();
    if (is_opening(last) || is_closing(token) || sticks_to_sign(token)) {
        return true;
    }
    if (token == "\"" || token == "''") {
        return quote_open_;
    }
    if (is_apostrophe(token)) {
        return is_letter(last.back());
    }
    return token == "-" && rules_.hyphens_are_tokens && is_letter(last.back());
}

std::size_t JoinedText::add(std::string_view token) {
    if (pending_break_ && !text_.empty()) {
        text_ += "\n\n";
    }
    pending_break_ = false;
    if (!sticks(token)) {
        text_ += ' ';
    }
    const std::size_t start = text_.size();
    const bool quote = token == "``" || token == "''";
    text_ += quote ? std::string_view("\"") : token;
    if (token == "\"" || quote) {
        quote_open_ = !quote_open_;
    }
    paragraph_.emplace_back(token);
    return start;
}

void JoinedText::end_paragraph() {
    pending_break_ = true;
    quote_open_ = false;
    paragraph_.clear();
}

}  // namespace dateline::train
