// Letter kinds by the blocks of Unicode 15; see the declaration.
#include "indexer/analysis/letters.hpp"

#include <algorithm>
#include <array>

namespace dateline::analysis {

namespace {

struct Range {
    char32_t first = 0;
    char32_t last = 0;
};

constexpr bool inside(char32_t code_point, Range range) {
    return code_point >= range.first && code_point <= range.last;
}

constexpr Letter upper(char32_t lower) {
    return {.kind = LetterKind::Upper, .lower = lower};
}

constexpr Letter lower(char32_t code_point) {
    return {.kind = LetterKind::Lower, .lower = code_point};
}

constexpr Letter plain(LetterKind kind, char32_t code_point) {
    return {.kind = kind, .lower = code_point};
}

Letter ascii_letter(char32_t code_point) {
    if (inside(code_point, {U'a', U'z'})) {
        return lower(code_point);
    }
    if (inside(code_point, {U'A', U'Z'})) {
        return upper(code_point + 0x20);
    }
    if (inside(code_point, {U'0', U'9'})) {
        return plain(LetterKind::Digit, code_point);
    }
    const bool space = code_point <= U' ';
    return plain(space ? LetterKind::Space : LetterKind::Punctuation, code_point);
}

// Latin-1 Supplement and Latin Extended-A and -B, where most capitals stand one before their lower
// case.
Letter latin_letter(char32_t code_point) {
    if (code_point == 0xA0 || code_point == 0x85) {
        return plain(LetterKind::Space, code_point);
    }
    if (code_point == 0xAD) {
        return plain(LetterKind::Mark, code_point);
    }
    if (code_point < 0xC0 || code_point == 0xD7 || code_point == 0xF7) {
        const bool letter = code_point == 0xAA || code_point == 0xB5 || code_point == 0xBA;
        return plain(letter ? LetterKind::Lower : LetterKind::Punctuation, code_point);
    }
    if (code_point < 0x100) {
        return code_point < 0xDF ? upper(code_point + 0x20) : lower(code_point);
    }
    if (code_point == 0x130) {
        return upper(U'i');
    }
    if (code_point == 0x178) {
        return upper(0xFF);
    }
    const bool odd_capitals = inside(code_point, {0x139, 0x148}) ||
                              inside(code_point, {0x179, 0x17E}) ||
                              inside(code_point, {0x1CD, 0x1DC});
    if (code_point == 0x138 || code_point == 0x149 || code_point == 0x17F ||
        inside(code_point, {0x180, 0x1CC}) || inside(code_point, {0x250, 0x2AF})) {
        return code_point == 0x18F ? upper(0x259) : lower(code_point);
    }
    const bool is_upper = ((code_point & 1U) != 0) == odd_capitals;
    return is_upper ? upper(code_point + 1) : lower(code_point);
}

Letter greek_letter(char32_t code_point) {
    if (inside(code_point, {0x391, 0x3AB})) {
        return upper(code_point + 0x20);
    }
    if (inside(code_point, {0x388, 0x38A})) {
        return upper(code_point + 0x25);
    }
    switch (code_point) {
        case 0x386:
            return upper(0x3AC);
        case 0x38C:
            return upper(0x3CC);
        case 0x38E:
        case 0x38F:
            return upper(code_point + 0x3F);
        case 0x37E:
        case 0x387:
            return plain(LetterKind::Punctuation, code_point);
        default:
            return lower(code_point);
    }
}

Letter cyrillic_letter(char32_t code_point) {
    if (inside(code_point, {0x400, 0x40F})) {
        return upper(code_point + 0x50);
    }
    if (inside(code_point, {0x410, 0x42F})) {
        return upper(code_point + 0x20);
    }
    if (inside(code_point, {0x430, 0x45F})) {
        return lower(code_point);
    }
    if (inside(code_point, {0x482, 0x489})) {
        return plain(LetterKind::Mark, code_point);
    }
    if (inside(code_point, {0x4C0, 0x4CF})) {
        if (code_point == 0x4C0) {
            return upper(0x4CF);
        }
        return (code_point & 1U) != 0 && code_point != 0x4CF ? upper(code_point + 1)
                                                             : lower(code_point);
    }
    return (code_point & 1U) == 0 ? upper(code_point + 1) : lower(code_point);
}

constexpr std::array<Range, 7> kSpaces{{
    {0x1680, 0x1680},
    {0x2000, 0x200B},
    {0x2028, 0x2029},
    {0x202F, 0x202F},
    {0x205F, 0x205F},
    {0x3000, 0x3000},
    {0xFEFF, 0xFEFF},
}};
constexpr std::array<Range, 5> kMarks{{
    {0x300, 0x36F},
    {0x591, 0x5BD},
    {0x64B, 0x65F},
    {0x200C, 0x200D},
    {0xFE00, 0xFE0F},
}};
constexpr std::array<Range, 15> kPunctuation{{
    {0x2B9, 0x2BA},
    {0x2C2, 0x2DF},
    {0x55A, 0x55F},
    {0x589, 0x58A},
    {0x5BE, 0x5C0},
    {0x60C, 0x60D},
    {0x61B, 0x61F},
    {0x6D4, 0x6D4},
    {0x964, 0x965},
    {0x2010, 0x206F},
    {0x20A0, 0x2BFF},
    {0x2E00, 0x2E7F},
    {0x3001, 0x3004},
    {0x3008, 0x3020},
    {0x1F000, 0x1FAFF},
}};
constexpr std::array<Range, 3> kFullWidthPunctuation{{
    {0xFF01, 0xFF0F},
    {0xFF1A, 0xFF20},
    {0xFF3B, 0xFF40},
}};

template <std::size_t Size>
bool is_in(const std::array<Range, Size>& ranges, char32_t code_point) {
    return std::any_of(ranges.begin(), ranges.end(), [code_point](Range range) {
        return inside(code_point, range);
    });
}

}  // namespace

Letter letter_of(char32_t code_point) noexcept {
    if (code_point < 0x80) {
        return ascii_letter(code_point);
    }
    if (code_point < 0x2B0) {
        return latin_letter(code_point);
    }
    if (is_in(kMarks, code_point)) {
        return plain(LetterKind::Mark, code_point);
    }
    if (inside(code_point, {0x370, 0x3FF})) {
        return greek_letter(code_point);
    }
    if (inside(code_point, {0x400, 0x52F})) {
        return cyrillic_letter(code_point);
    }
    if (inside(code_point, {0x531, 0x556})) {
        return upper(code_point + 0x30);
    }
    if (inside(code_point, {0x1E00, 0x1EFF})) {
        const bool is_upper = (code_point & 1U) == 0 && !inside(code_point, {0x1E96, 0x1E9F});
        return is_upper ? upper(code_point + 1) : lower(code_point);
    }
    if (is_in(kSpaces, code_point)) {
        return plain(LetterKind::Space, code_point);
    }
    const bool punctuation =
        is_in(kPunctuation, code_point) || is_in(kFullWidthPunctuation, code_point);
    return plain(punctuation ? LetterKind::Punctuation : LetterKind::Uncased, code_point);
}

}  // namespace dateline::analysis
