// A scanner over code points; most of them are ASCII and take the way without decoding.
#include "indexer/analysis/name_tokens.hpp"

#include "common/base/utf8.hpp"
#include "indexer/analysis/letters.hpp"

#include <algorithm>
#include <array>

namespace dateline::analysis {

namespace {

// Abbreviations that keep their full stop, in order. Those that often close a sentence are parts
// of names nearly always.
constexpr std::array<std::string_view, 45> kAbbreviations{
    "Adm",  "Ala", "Ariz", "Ark",  "Bros", "Calif", "Capt", "Co",  "Col", "Colo", "Conn", "Corp",
    "Dr",   "Fla", "Ft",   "Ga",   "Gen",  "Gov",   "Hon",  "Ill", "Inc", "Jr",   "Ky",   "Lt",
    "Ltd",  "Maj", "Mass", "Md",   "Mich", "Minn",  "Mr",   "Mrs", "Ms",  "Mt",   "Ont",  "Pa",
    "Prof", "Rep", "Rev",  "Sask", "Sen",  "Sgt",   "Sr",   "St",  "Va"};

struct Scanned {
    LetterKind kind = LetterKind::Space;
    char32_t code_point = 0;
    std::size_t end = 0;
};

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5 + 1); }

    std::vector<NameToken> run() {
        std::size_t offset = 0;
        while (offset < text_.size()) {
            const Scanned first = at(offset);
            if (first.kind == LetterKind::Space) {
                space_ = true;
                offset = first.end;
            } else if (first.kind == LetterKind::Punctuation) {
                offset = add_punctuation(offset, first);
            } else {
                offset = add_word(offset, first);
            }
        }
        return std::move(tokens_);
    }

private:
    [[nodiscard]] Scanned at(std::size_t offset) const {
        if (offset >= text_.size()) {
            return {};
        }
        const auto byte = static_cast<unsigned char>(text_[offset]);
        if (byte < 0x80) {
            return {.kind = letter_of(byte).kind, .code_point = byte, .end = offset + 1};
        }
        const DecodedCodePoint decoded = decode_utf8(text_, offset);
        return {.kind = letter_of(decoded.code_point).kind,
                .code_point = decoded.code_point,
                .end = offset + decoded.size_bytes};
    }

    static bool continues(LetterKind kind) {
        return kind != LetterKind::Space && kind != LetterKind::Punctuation;
    }

    static bool is_apostrophe(char32_t code_point) {
        return code_point == U'\'' || code_point == 0x2019;
    }

    void add(std::size_t start, std::size_t end, NameTokenKind kind, bool ascii) {
        tokens_.push_back({.start_bytes = static_cast<std::uint32_t>(start),
                           .end_bytes = static_cast<std::uint32_t>(end),
                           .kind = kind,
                           .space_before = space_,
                           .ascii = ascii});
        space_ = false;
    }

    std::size_t add_punctuation(std::size_t start, const Scanned& first) {
        // Text that was cut into tokens before has a blank there: `Putin 's`.
        const bool cut_off =
            space_ && at(first.end).code_point == U's' && !continues(at(first.end + 1).kind);
        if (is_apostrophe(first.code_point) && (!space_ || cut_off) && !tokens_.empty() &&
            tokens_.back().kind == NameTokenKind::Word) {
            if (const std::size_t end = possessive_end(start, first.end); end != 0) {
                add(start, end, NameTokenKind::Possessive, first.code_point < 0x80);
                return end;
            }
        }
        std::size_t end = first.end;
        for (Scanned next = at(end); next.kind == LetterKind::Punctuation &&
                                     next.code_point == first.code_point && end < text_.size();
             next = at(end)) {
            end = next.end;
        }
        add(start, end, NameTokenKind::Punctuation, first.code_point < 0x80);
        return end;
    }

    // The end of the possessive whose apostrophe is text_[start, after), or 0.
    [[nodiscard]] std::size_t possessive_end(std::size_t start, std::size_t after) const {
        if (after < text_.size() && (text_[after] == 's' || text_[after] == 'S') &&
            !continues(at(after + 1).kind)) {
            return after + 1;
        }
        const char last = text_[start - 1];
        return (last == 's' || last == 'S') && !continues(at(after).kind) ? after : 0;
    }

    // A word as far as it was read.
    struct Word {
        std::size_t end = 0;
        std::size_t part = 0;  ///< where the stretch behind the last joint begins
        LetterKind last = LetterKind::Uncased;
        bool ascii = true;
        bool only_digits = true;

        void take(const Scanned& next) {
            only_digits = only_digits && next.kind == LetterKind::Digit;
            end = next.end;
            last = next.kind;
            ascii = ascii && next.code_point < 0x80;
        }
    };

    std::size_t add_word(std::size_t start, const Scanned& first) {
        Word word{.end = start, .part = start};
        word.take(first);
        while (word.end < text_.size()) {
            const Scanned next = at(word.end);
            if (continues(next.kind)) {
                word.take(next);
            } else if (is_joint(word, next)) {
                word.take(next);
                word.part = word.end;
                word.take(at(word.end));
            } else {
                break;
            }
        }
        const std::size_t end = with_full_stop(start, word.end);
        const bool number = first.kind == LetterKind::Digit;
        add(start, end, number ? NameTokenKind::Number : NameTokenKind::Word, word.ascii);
        return end;
    }

    // Whether the sign `joint` behind `word` belongs to it.
    [[nodiscard]] bool is_joint(const Word& word, const Scanned& joint) const {
        const Scanned behind = at(joint.end);
        if (!continues(behind.kind) || behind.kind == LetterKind::Mark) {
            return false;
        }
        const bool digits = word.last == LetterKind::Digit && behind.kind == LetterKind::Digit;
        switch (joint.code_point) {
            case U'-':
            case 0x2010:
            case 0x2011:
                // `18-Nery Pumpido` is a number and a name, `14-year-old` is a word.
                return !(word.only_digits && behind.kind == LetterKind::Upper);
            case U'.':
                return digits ||
                       (word.end - word.part == 1 && word.last != LetterKind::Digit &&
                        behind.kind != LetterKind::Digit && !continues(at(behind.end).kind));
            case U',':
            case U':':
                return digits;
            case U'&':
                return word.last == LetterKind::Upper && behind.kind == LetterKind::Upper;
            case U'\'':
            case 0x2019:
                return possessive_end(word.end, joint.end) == 0;
            default:
                return false;
        }
    }

    // `end`, or the end of the full stop there if it belongs to the word.
    [[nodiscard]] std::size_t with_full_stop(std::size_t start, std::size_t end) const {
        if (end >= text_.size() || text_[end] != '.' || at(end + 1).code_point == U'.') {
            return end;
        }
        const std::string_view word = text_.substr(start, end - start);
        const bool initials = is_initials(word);
        const bool known = std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), word);
        return initials || known ? end + 1 : end;
    }

    // Whether `word` is one capital, or letters with a full stop between each two of them.
    static bool is_initials(std::string_view word) {
        if (word.size() == 1) {
            return word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I';
        }
        if (word.size() % 2 == 0) {
            return false;
        }
        for (std::size_t i = 0; i < word.size(); ++i) {
            const bool is_letter = letter_of(static_cast<unsigned char>(word[i])).lower >= U'a' &&
                                   letter_of(static_cast<unsigned char>(word[i])).lower <= U'z';
            if (i % 2 == 0 ? !is_letter : word[i] != '.') {
                return false;
            }
        }
        return true;
    }

    std::string_view text_;
    std::vector<NameToken> tokens_;
    bool space_ = true;
};

}  // namespace

std::vector<NameToken> cut_name_tokens(std::string_view text) {
    return Scanner(text).run();
}

}  // namespace dateline::analysis
