// Cuts text into the tokens that names are made of. Not the tokens that are searched: these keep
// full stops, hyphens and apostrophes where names have them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// What a token is.
enum class NameTokenKind : std::uint8_t {
    Word,         ///< begins with a letter
    Number,       ///< begins with a digit
    Punctuation,  ///< one sign, or a row of equal ones
    Possessive,   ///< `'s`, or the apostrophe alone behind a word's final s
};

/// One token of the tagger. Offsets are UTF-8 bytes into the text.
struct NameToken {
    std::uint32_t start_bytes = 0;
    std::uint32_t end_bytes = 0;  ///< exclusive
    NameTokenKind kind = NameTokenKind::Word;
    bool space_before = false;  ///< white space, or the text's start, before it
    bool ascii = true;          ///< all its bytes are below 0x80

    friend bool operator==(const NameToken&, const NameToken&) = default;
};

/// Cuts valid UTF-8 `text` of less than 4 GiB into tokens, in order:
///
///  - a word is letters, digits and marks; hyphens, full stops and apostrophes stay in it between
///    letters or digits (`al-Assad`, `O'Brien`, `3.5`), so does `&` between capitals (`AT&T`);
///  - the full stop behind initials (`J.`, `U.S.`) and behind abbreviations that are parts of names
///    (`Jr.`, `St.`, `Corp.`) or titles (`Dr.`) belongs to the word;
///  - `'s` (or `’s`) at a word's end is a token of its own, and so is the apostrophe behind a final
///    s that white space or punctuation follows (`Workers'`);
///  - everything else but white space is punctuation.
[[nodiscard]] std::vector<NameToken> cut_name_tokens(std::string_view text);

}  // namespace dateline::analysis
