// What each code point is to the tokenizer, from ICU's Unicode properties.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

namespace dateline::text {

/// The part that a code point plays in a word.
enum class CharacterClass : std::uint8_t {
    Other,      ///< ends a word: punctuation, symbols, U+200B
    Space,      ///< ends a word: White_Space and C0 controls
    Letter,     ///< a letter of a script with spaces
    Digit,      ///< a decimal digit
    Mark,       ///< a combining mark or format character: continues what it follows
    Character,  ///< a letter or sign of a script without spaces: a token of its own
    FullStop,   ///< `.` and its compatibility forms
    Comma,      ///< `,`, its compatibility forms, and the Arabic separators in numbers
    MiddleDot,  ///< U+00B7, part of a word in Catalan `l·l`
};

/// Answers from pages of 256 code points that are filled when first asked for. Not thread-safe.
class CharacterClasses {
public:
    /// The class of `code_point`; Other above U+10FFFF.
    [[nodiscard]] CharacterClass of(char32_t code_point);

    /// Whether `code_point` standing alone is its own NFKC case folding.
    [[nodiscard]] bool is_stable(char32_t code_point);

private:
    struct Entry {
        CharacterClass character_class = CharacterClass::Other;
        bool stable = false;
    };
    using Page = std::array<Entry, 256>;

    [[nodiscard]] const Entry& entry(char32_t code_point);

    std::array<std::unique_ptr<Page>, 0x1100> pages_;
};

}  // namespace dateline::text
