// Classes follow Word_Break (UAX #29), with the scripts that ICU cuts by dictionary set apart.
#include "common/text/character_class.hpp"

#include "common/base/utf8.hpp"
#include "common/text/folding.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string>

namespace dateline::text {
namespace {

/// Signs that belong to kana or Han but have the script Common.
bool is_common_cjk_sign(char32_t c) {
    return c == 0x3006 || c == 0x303C || c == 0x30FC || c == 0xFF70 || c == 0xFF9E || c == 0xFF9F ||
           (c >= 0x3031 && c <= 0x3035);
}

bool is_unspaced(UChar32 c) {
    if (is_common_cjk_sign(static_cast<char32_t>(c))) {
        return true;
    }
    const std::uint32_t type = U_GET_GC_MASK(c);
    // Radicals are symbols, but scanned and converted texts hold them in place of the ideographs.
    constexpr std::uint32_t han_types = U_GC_L_MASK | U_GC_NL_MASK | U_GC_SO_MASK;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
        case USCRIPT_HAN:
            return (type & han_types) != 0;
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
            return (type & U_GC_L_MASK) != 0;
        default:
            return u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT &&
                   (type & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
    }
}

CharacterClass by_word_break(UChar32 c) {
    switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
        case U_WB_ALETTER:
        case U_WB_HEBREW_LETTER:
            return CharacterClass::Letter;
        case U_WB_NUMERIC:
            return CharacterClass::Digit;
        case U_WB_EXTEND:
        case U_WB_FORMAT:
        case U_WB_ZWJ:
            return CharacterClass::Mark;
        default:
            return u_charType(c) == U_DECIMAL_DIGIT_NUMBER ? CharacterClass::Digit
                                                           : CharacterClass::Other;
    }
}

CharacterClass classify(UChar32 c) {
    switch (c) {
        case '.':
        case 0x2024:
        case 0xFE52:
        case 0xFF0E:
            return CharacterClass::FullStop;
        case ',':
        case 0x066B:
        case 0x066C:
        case 0xFE50:
        case 0xFF0C:
            return CharacterClass::Comma;
        case 0x00B7:
            return CharacterClass::MiddleDot;
        case 0x02BC:  // a letter by its properties, typed as an apostrophe
            return CharacterClass::Other;
        default:
            break;
    }
    if (c < 0x20 || u_isUWhiteSpace(c) != 0) {
        return CharacterClass::Space;
    }
    return is_unspaced(c) ? CharacterClass::Character : by_word_break(c);
}

bool folds_to_itself(char32_t c) {
    std::string alone;
    append_utf8(alone, c);
    std::string folded;
    append_case_folded(folded, alone);
    return folded == alone;
}

}  // namespace

const CharacterClasses::Entry& CharacterClasses::entry(char32_t code_point) {
    static constexpr Entry none{};
    if (code_point > 0x10FFFF) {
        return none;
    }
    std::unique_ptr<Page>& page = pages_[code_point >> 8U];
    if (!page) {
        page = std::make_unique<Page>();
        const char32_t first = code_point & ~char32_t{0xFF};
        for (char32_t i = 0; i < 256; ++i) {
            (*page)[i] = {classify(static_cast<UChar32>(first + i)), folds_to_itself(first + i)};
        }
    }
    return (*page)[code_point & 0xFFU];
}

CharacterClass CharacterClasses::of(char32_t code_point) {
    return entry(code_point).character_class;
}

bool CharacterClasses::is_stable(char32_t code_point) {
    return entry(code_point).stable;
}

}  // namespace dateline::text
