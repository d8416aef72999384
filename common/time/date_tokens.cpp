// Text cut into the numbers, words and marks that dates are written with.
#include "common/time/date_tokens.hpp"

#include "common/base/utf8.hpp"
#include "common/text/folding.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace dateline::time {
namespace {

/// Longer numbers are no part of a date.
constexpr std::size_t kMaxDigits = 8;

bool is_letter(char32_t c) {
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    return (mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

/// Characters that are words by themselves: Kana, Han, Hangul.
bool stands_alone(char32_t c) noexcept {
    return (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

bool is_thai(char32_t c) noexcept {
    return c >= 0x0E01 && c <= 0x0E4E;
}

std::string folded(std::string_view text) {
    const bool ascii = std::all_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
    if (ascii) {
        return ascii_lower(text);
    }
    std::string cased;
    text::append_case_folded(cased, text);
    std::string plain;
    text::append_without_diacritics(plain, cased);
    return plain;
}

class Cutter {
public:
    Cutter(std::string_view text, std::size_t limit) : in_(text), limit_(limit) {}

    std::vector<DateToken> run() {
        while (at_ < in_.size() && tokens_.size() < limit_) {
            const DecodedCodePoint c = decode_utf8(in_, at_);
            const int digit = u_charDigitValue(static_cast<UChar32>(c.code_point));
            if (u_isUWhiteSpace(static_cast<UChar32>(c.code_point)) != 0) {
                space_ = true;
                at_ += c.size_bytes;
            } else if (digit >= 0) {
                number();
            } else if (is_letter(c.code_point)) {
                word();
            } else {
                add(DateTokenKind::Mark, folded(in_.substr(at_, c.size_bytes)), c.size_bytes);
            }
        }
        return std::move(tokens_);
    }

private:
    void add(DateTokenKind kind, std::string text, std::size_t size_bytes) {
        tokens_.push_back({kind, std::move(text), -1, space_, at_, size_bytes});
        at_ += size_bytes;
        space_ = false;
    }

    void number() {
        std::string digits;
        std::size_t end = at_;
        while (end < in_.size()) {
            const DecodedCodePoint c = decode_utf8(in_, end);
            const int digit = u_charDigitValue(static_cast<UChar32>(c.code_point));
            if (digit < 0) {
                break;
            }
            digits += static_cast<char>('0' + digit);
            end += c.size_bytes;
        }
        add(DateTokenKind::Number, digits, end - at_);
        if (digits.size() <= kMaxDigits) {
            std::from_chars(digits.data(), digits.data() + digits.size(), tokens_.back().value);
        }
    }

    void word() {
        std::size_t end = at_;
        while (end < in_.size()) {
            const DecodedCodePoint c = decode_utf8(in_, end);
            const bool alone = stands_alone(c.code_point);
            if (alone && end > at_) {
                break;
            }
            if (!is_letter(c.code_point) && !joins_thai(end)) {
                break;
            }
            end += c.size_bytes;
            if (alone) {
                break;
            }
        }
        add(DateTokenKind::Word, folded(in_.substr(at_, end - at_)), end - at_);
    }

    /// Whether the dot at `dot` is inside a Thai abbreviation.
    [[nodiscard]] bool joins_thai(std::size_t dot) const {
        return in_[dot] == '.' && dot + 1 < in_.size() &&
               is_thai(decode_utf8(in_, dot + 1).code_point) &&
               is_thai(decode_utf8(in_, at_).code_point);
    }

    std::string_view in_;
    std::size_t limit_;
    std::size_t at_ = 0;
    bool space_ = true;
    std::vector<DateToken> tokens_;
};

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text, std::size_t limit) {
    return Cutter(text, limit).run();
}

}  // namespace dateline::time
