// Maps typographic punctuation to ASCII, and knows which characters make words.
#include "query/parse/source_text.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace dateline::parse {
namespace {

struct CodePointRange {
    char32_t first;
    char32_t last;
};

/// Punctuation, symbols and invisible characters by block (Unicode 15, Blocks.txt), in order.
constexpr std::array<CodePointRange, 37> kNoWord = {{
    {0x80, 0xA9},       {0xAB, 0xB1},        {0xB4, 0xB4},     {0xB6, 0xB8},     {0xBB, 0xBB},
    {0xBF, 0xBF},       {0xD7, 0xD7},        {0xF7, 0xF7},     {0x300, 0x36F},   {0x55A, 0x55F},
    {0x589, 0x58A},     {0x5BE, 0x5BE},      {0x5F3, 0x5F4},   {0x60C, 0x60D},   {0x61B, 0x61F},
    {0x66A, 0x66D},     {0x6D4, 0x6D4},      {0x964, 0x965},   {0xE4F, 0xE4F},   {0x1680, 0x1680},
    {0x2000, 0x206F},   {0x20A0, 0x20FF},    {0x2190, 0x245F}, {0x2500, 0x2BFF}, {0x2E00, 0x2E7F},
    {0x3000, 0x3004},   {0x3008, 0x3020},    {0x3030, 0x3030}, {0x303D, 0x303F}, {0x30FB, 0x30FB},
    {0xE000, 0xF8FF},   {0xFE00, 0xFE6F},    {0xFEFF, 0xFEFF}, {0xFF5F, 0xFF65}, {0xFFE0, 0xFFFF},
    {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF},
}};

bool is_space_or_control(char32_t c) noexcept {
    return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_double_quote(char32_t c) noexcept {
    return c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || (c >= 0x301D && c <= 0x301F);
}

}  // namespace

char32_t ascii_form(char32_t c) noexcept {
    if (is_space_or_control(c)) {
        return ' ';
    }
    if (is_double_quote(c)) {
        return '"';
    }
    if (c == 0x2018 || c == 0x2019 || c == 0x201B) {
        return '\'';
    }
    if ((c >= 0x2010 && c <= 0x2013) || c == 0x2212) {
        return '-';
    }
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

bool is_word_character(char32_t c) noexcept {
    if (c < 0x80) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    const auto* const range = std::lower_bound(
        kNoWord.begin(), kNoWord.end(), c, [](const CodePointRange& r, char32_t value) {
            return r.last < value;
        });
    return range == kNoWord.end() || c < range->first;
}

std::size_t count_word_characters(std::string_view text) noexcept {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, i);
        count += is_word_character(decoded.code_point) ? 1U : 0U;
        i += decoded.size_bytes;
    }
    return count;
}

SourceText::SourceText(std::string_view original) : original_(original) {
    text_.reserve(original.size());
    origin_.reserve(original.size() + 1);
    for (std::size_t i = 0; i < original.size();) {
        const DecodedCodePoint decoded = decode_utf8(original, i);
        append_utf8(text_, ascii_form(decoded.code_point));
        origin_.resize(text_.size(), i);
        i += decoded.size_bytes;
    }
    origin_.push_back(original.size());
}

Span SourceText::span(std::size_t begin, std::size_t end) const noexcept {
    return {origin_[begin], origin_[end] - origin_[begin]};
}

std::string_view SourceText::raw(std::size_t begin, std::size_t end) const noexcept {
    return original_.substr(origin_[begin], origin_[end] - origin_[begin]);
}

}  // namespace dateline::parse
