// Sentence borders from the signs between two tokens. Only the gaps are read, never the words'
// insides, so that a border always lies between tokens.
#include "common/text/borders.hpp"

#include "common/base/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline::text {
namespace {

/// Titles and the like: the full stop behind them ends no sentence. Sorted.
constexpr std::array<std::string_view, 40> kTitles{
    "adm", "brig", "capt", "cdr", "cmdr", "col",  "comm", "cpl",    "dr",   "drs",
    "fig", "fr",   "gen",  "gov", "hon",  "lt",   "maj",  "messrs", "mlle", "mme",
    "mr",  "mrs",  "ms",   "mt",  "pfc",  "pres", "prof", "pvt",    "rep",  "reps",
    "rev", "sen",  "sens", "sgt", "sr",   "st",   "ste",  "supt",   "viz",  "vs",
};
static_assert(std::is_sorted(kTitles.begin(), kTitles.end()));

/// Abbreviations that may well end a sentence: it ends if a word that opens sentences follows.
/// Sorted.
constexpr std::array<std::string_view, 38> kShortened{
    "assn", "aug", "ave", "bancorp", "bhd", "bros", "cia", "co",   "corp", "dec",
    "dept", "etc", "feb", "ft",      "inc", "jan",  "jr",  "jul",  "jun",  "llc",
    "ltd",  "mar", "mfg", "mgr",     "nov", "oct",  "ph",  "plc",  "pp",   "pty",
    "rd",   "sa",  "sep", "sept",    "spa", "srl",  "tel", "univ",
};
static_assert(std::is_sorted(kShortened.begin(), kShortened.end()));

/// Abbreviations only before a number: `No. 5`, `Art. 12`. Sorted.
constexpr std::array<std::string_view, 11> kBeforeNumbers{
    "app",
    "art",
    "ca",
    "ch",
    "no",
    "nos",
    "nr",
    "num",
    "op",
    "para",
    "vol",
};
static_assert(std::is_sorted(kBeforeNumbers.begin(), kBeforeNumbers.end()));

/// English words that, with a capital behind a full stop, open a sentence far more often than they
/// belong to a name. Sorted.
constexpr std::array<std::string_view, 42> kOpeners{
    "a",     "after", "all",     "also", "although",  "an",    "and",   "as",      "at",
    "but",   "by",    "earlier", "for",  "he",        "her",   "his",   "however", "if",
    "in",    "it",    "its",     "last", "meanwhile", "no",    "on",    "one",     "she",
    "since", "some",  "that",    "the",  "their",     "there", "these", "they",    "this",
    "those", "we",    "what",    "when", "while",     "you",
};
static_assert(std::is_sorted(kOpeners.begin(), kOpeners.end()));

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::binary_search(words.begin(), words.end(), word);
}

/// What a sign between tokens does.
enum class Sign : std::uint8_t {
    Other,
    Space,
    FullStop,        ///< `.`, which also shortens words
    Terminator,      ///< ends a sentence if white space follows
    WideTerminator,  ///< ends a sentence of a script that needs no white space behind it
    Ellipsis,        ///< ends a sentence if a capital follows
    Continuer,       ///< directly behind another sign, says that the sentence goes on
    Closer,          ///< a quote or bracket
};

Sign sign_of(char32_t c) {
    switch (c) {
        case '.':
            return Sign::FullStop;
        case '!':
        case '?':
        case 0x0589:  // Armenian full stop
        case 0x061F:  // Arabic question mark
        case 0x06D4:  // Arabic full stop
        case 0x0964:  // danda
        case 0x0965:
        case 0x1362:  // Ethiopic full stop
        case 0x1367:
        case 0x203C:
        case 0x203D:
        case 0x2047:
        case 0x2048:
        case 0x2049:
            return Sign::Terminator;
        case 0x104A:  // Myanmar little section
        case 0x104B:
        case 0x17D4:  // Khmer khan
        case 0x17D5:
        case 0x3002:
        case 0xFE52:
        case 0xFF01:
        case 0xFF0E:
        case 0xFF1F:
        case 0xFF61:
            return Sign::WideTerminator;
        case 0x2026:
            return Sign::Ellipsis;
        case ',':
        case ';':
        case ':':
            return Sign::Continuer;
        case '"':
        case '\'':
            return Sign::Closer;
        default:
            break;
    }
    const auto code_point = static_cast<UChar32>(c);
    if (u_isUWhiteSpace(code_point) != 0 || c < 0x20) {
        return Sign::Space;
    }
    constexpr std::uint32_t closers = U_GC_PE_MASK | U_GC_PF_MASK | U_GC_PI_MASK | U_GC_PS_MASK;
    return (U_GET_GC_MASK(code_point) & closers) != 0 ? Sign::Closer : Sign::Other;
}

/// What the signs between two tokens say about a sentence's end.
struct Gap {
    Sign end = Sign::Other;    ///< the strongest sign that may end a sentence
    bool space_after = false;  ///< white space stands behind that sign
    bool plain_stop = false;   ///< `end` is one full stop directly behind the word
};

Gap read_gap(std::string_view signs) {
    Gap gap;
    std::size_t stops = 0;
    bool first = true;
    for (std::size_t i = 0; i < signs.size();) {
        const DecodedCodePoint decoded = decode_utf8(signs, i);
        const Sign sign = sign_of(decoded.code_point);
        i += decoded.size_bytes;
        switch (sign) {
            case Sign::FullStop:
                ++stops;
                gap.plain_stop = first;
                if (gap.end == Sign::Other || gap.end == Sign::FullStop) {
                    gap.end = stops >= 3 ? Sign::Ellipsis : Sign::FullStop;
                }
                gap.space_after = false;
                break;
            case Sign::Terminator:
            case Sign::WideTerminator:
            case Sign::Ellipsis:
                if (gap.end != Sign::Terminator && gap.end != Sign::WideTerminator) {
                    gap.end = sign;
                }
                gap.space_after = false;
                break;
            case Sign::Space:
                gap.space_after = gap.end != Sign::Other;
                break;
            case Sign::Continuer:
                if (!gap.space_after && gap.end != Sign::WideTerminator) {
                    gap.end = Sign::Other;
                }
                break;
            case Sign::Closer:
            case Sign::Other:
                break;
        }
        first = false;
    }
    gap.plain_stop = gap.plain_stop && stops == 1;
    return gap;
}

char32_t first_of(std::string_view paragraph, const Token& token) {
    return token.start_bytes < token.end_bytes
               ? decode_utf8(paragraph, token.start_bytes).code_point
               : U' ';
}

bool is_lower_case(char32_t c) {
    return u_islower(static_cast<UChar32>(c)) != 0;
}

/// Whether `word` is one capital letter, as before a surname.
bool is_initial(std::string_view paragraph, const Token& word) {
    const DecodedCodePoint letter = decode_utf8(paragraph, word.start_bytes);
    return word.start_bytes + letter.size_bytes == word.end_bytes &&
           u_isupper(static_cast<UChar32>(letter.code_point)) != 0;
}

bool has_inner_stop(std::string_view form) {
    return form.find('.') != std::string_view::npos && (form[0] < '0' || form[0] > '9');
}

/// Whether the full stop directly behind `before` only shortens that word.
bool is_shortening(std::string_view paragraph,
                   const TokenList& tokens,
                   const Token& before,
                   const Token& after) {
    const std::string_view word = tokens.folded(before);
    const std::string_view next = tokens.folded(after);
    const bool digit_next = !next.empty() && next.front() >= '0' && next.front() <= '9';
    if (is_initial(paragraph, before) || contains(kTitles, word)) {
        return true;
    }
    if (contains(kBeforeNumbers, word) && digit_next) {
        return true;
    }
    if (has_inner_stop(word) || contains(kShortened, word)) {
        return !contains(kOpeners, next);
    }
    return false;
}

bool starts_sentence(std::string_view paragraph,
                     const TokenList& tokens,
                     const Token& before,
                     const Token& after) {
    if (after.start_bytes <= before.end_bytes) {
        return false;
    }
    const std::string_view signs =
        paragraph.substr(before.end_bytes, after.start_bytes - before.end_bytes);
    const Gap gap = read_gap(signs);
    const bool needs_space = before.kind == TokenKind::Word && gap.end != Sign::WideTerminator;
    switch (gap.end) {
        case Sign::Other:
        case Sign::Space:
        case Sign::Continuer:
        case Sign::Closer:
            return false;
        case Sign::WideTerminator:
            return true;
        case Sign::Terminator:
        case Sign::Ellipsis:
        case Sign::FullStop:
            break;
    }
    if ((needs_space && !gap.space_after) || is_lower_case(first_of(paragraph, after))) {
        return false;
    }
    if (gap.end == Sign::FullStop && gap.plain_stop && before.kind == TokenKind::Word) {
        return !is_shortening(paragraph, tokens, before, after);
    }
    return true;
}

}  // namespace

std::vector<std::uint32_t> sentence_starts(std::string_view paragraph, const TokenList& tokens) {
    std::vector<std::uint32_t> starts;
    const std::vector<Token>& list = tokens.tokens();
    for (std::size_t i = 1; i < list.size(); ++i) {
        if (starts_sentence(paragraph, tokens, list[i - 1], list[i])) {
            starts.push_back(static_cast<std::uint32_t>(i));
        }
    }
    return starts;
}

}  // namespace dateline::text
