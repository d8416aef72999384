// Cuts text into tokens. The one tokenizer of the project: indexing, queries and snippets use it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

/// Part of every content hash and of the manifest: raised whenever the same text gives other
/// tokens.
inline constexpr std::uint32_t kTokenizerVersion = 1;

/// Longest form of a token in code points; a longer one is cut there and flagged. The token's byte
/// range still covers the whole word.
inline constexpr std::size_t kMaxTokenCodePoints = 64;

/// What a token is.
enum class TokenKind : std::uint8_t {
    Word,       ///< letters, digits or both, from a script that puts spaces between words
    Character,  ///< one code point of a script without spaces (Han, Kana, Thai, Lao, Khmer,
                ///< Myanmar)
};

/// One token. Offsets are UTF-8 bytes into the text that was tokenized; forms live in the
/// TokenList.
struct Token {
    std::uint32_t start_bytes = 0;
    std::uint32_t end_bytes = 0;  ///< exclusive; the possessive `'s` is left out
    std::uint32_t folded_offset = 0;
    std::uint32_t exact_offset = 0;  ///< equal to folded_offset where both forms are the same
    std::uint16_t folded_size = 0;
    std::uint16_t exact_size = 0;
    TokenKind kind = TokenKind::Word;
    char mark = '\0';        ///< `#` or `@` directly before it, as in #tag, but not in a@b
    bool truncated = false;  ///< its forms were cut at kMaxTokenCodePoints
    bool joined = false;     ///< no white space between this token and the one before
};

/// A dictionary word of three or more characters inside a run of Character tokens.
struct RunWord {
    std::uint32_t first_token = 0;  ///< index into the tokens
    std::uint32_t size_tokens = 0;
};

/// The tokens of one text and the bytes of their forms. Reused between calls to save allocations.
class TokenList {
public:
    [[nodiscard]] const std::vector<Token>& tokens() const noexcept { return tokens_; }
    [[nodiscard]] const std::vector<RunWord>& run_words() const noexcept { return run_words_; }

    /// NFKC, case folded, diacritics removed: what terms are made of. Valid until the list changes.
    [[nodiscard]] std::string_view folded(const Token& token) const noexcept {
        return std::string_view(forms_).substr(token.folded_offset, token.folded_size);
    }

    /// NFKC and case folded, diacritics kept. Valid until the list changes.
    [[nodiscard]] std::string_view exact(const Token& token) const noexcept {
        return std::string_view(forms_).substr(token.exact_offset, token.exact_size);
    }

    void clear() noexcept;

private:
    friend class Tokenizer;
    std::vector<Token> tokens_;
    std::vector<RunWord> run_words_;
    std::string forms_;
};

/// Cuts UTF-8 text into tokens by the word borders of UAX #29 and these rules of ours:
///
///  - a full stop inside a word stays only between digits (`3.5`) and between single letters
///    (`U.S.`, which gives `u.s`, never `us`); a comma stays only between digits (`1,000`); a
///    middle dot only in Catalan `l·l`; colon, underscore, hyphens and apostrophe end a word
///    (`O'Brien` gives `o`, `brien`; `l'eau` gives `l`, `eau`), but a final possessive `'s` (or
///    `’s`) is dropped (`Putin's` gives `putin`, `U.N.'s` gives `u.n`);
///  - U+200B ends a word; other format characters (general category Cf) inside words are removed;
///  - in scripts without spaces each code point is a token of kind Character, combining signs of
///    Thai and the like too, and the dictionary words of ICU with three or more characters are
///    listed as run words. A kana and the voiced sound mark behind it are one token. Of a character
///    that NFKC decomposes (Thai sara am) the first token has the bytes and the next an empty
///    range;
///  - folding is NFKC case folding; then combining marks on Latin, Greek, Arabic and Hebrew letters
///    and on ASCII digits are removed, ё becomes е, stress accents on other Cyrillic letters and
///    the Arabic tatweel are removed, and ł, ø, đ, ħ, ı, æ, œ, ð, þ … become plain letters.
///
/// The forms of a word do not depend on what stands around it. Not thread-safe: one object a
/// thread. Construction is cheap; tables are loaded when the first text needs them, so reuse it.
class Tokenizer {
public:
    /// @throws Error (Internal) if ICU's data cannot be loaded.
    Tokenizer();
    ~Tokenizer();
    Tokenizer(const Tokenizer&) = delete;
    Tokenizer& operator=(const Tokenizer&) = delete;
    Tokenizer(Tokenizer&&) = delete;
    Tokenizer& operator=(Tokenizer&&) = delete;

    /// Replaces the content of `out` by the tokens of `utf8`, which must be valid UTF-8 of less
    /// than 2 GiB. Plain ASCII takes a fast path that gives the same tokens as ICU.
    void tokenize(std::string_view utf8, TokenList& out);

    /// As tokenize(), with the word borders of ICU's BreakIterator and without short cuts for
    /// ASCII: the reference that tokenize() is tested against.
    ///
    /// @throws Error (Internal) if ICU's data cannot be loaded.
    void tokenize_with_icu(std::string_view utf8, TokenList& out);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// `utf8` folded as a whole, as token forms are: for ids and comparisons of names. Characters that
/// are no letters or digits stay.
[[nodiscard]] std::string fold(std::string_view utf8);

/// The id part of a name: folded, each run of other than letters, digits and marks as one `-`, none
/// at the ends, at most 180 bytes (then closed by a hash). A name without letters or digits gives
/// `~` and the hash of its bytes. Pure: the same name gives the same slug everywhere, and a slug
/// gives itself.
[[nodiscard]] std::string slug(std::string_view name);

}  // namespace dateline::text
