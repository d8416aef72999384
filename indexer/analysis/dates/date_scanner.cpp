// English text cut into the words, numbers and marks that the grammar of dates reads.
#include "indexer/analysis/dates/date_scanner.hpp"

#include <array>
#include <cstddef>

namespace dateline::analysis {
namespace {

constexpr std::size_t kMaxNumberDigits = 9;

constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
constexpr bool is_upper(char c) noexcept {
    return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_letter(char c) noexcept {
    return is_upper(c) || (c >= 'a' && c <= 'z');
}
constexpr bool is_ascii(char c) noexcept {
    return static_cast<unsigned char>(c) < 0x80U;
}
constexpr bool is_ascii_space(char c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// A character outside ASCII that is no letter here.
struct Special {
    char mark = '\0';  ///< as in ScanToken; blank for white space
    std::size_t size_bytes = 0;
};

/// The punctuation or white space outside ASCII at `at`; size 0 if a letter is there.
Special special_at(std::string_view text, std::size_t at) noexcept {
    const std::string_view rest = text.substr(at, 3);
    if (rest.starts_with("\xC2\xA0")) {
        return {' ', 2};
    }
    if (rest.starts_with("\xC2\xAB") || rest.starts_with("\xC2\xBB")) {
        return {'"', 2};
    }
    if (rest.starts_with("\xC2") && rest.size() > 1) {
        return {'\0', 2};  // signs of Latin-1: no letters but ª, µ and º
    }
    if (rest.size() < 3 || !rest.starts_with("\xE2\x80")) {
        return {};
    }
    const auto last = static_cast<unsigned char>(rest[2]);
    if (last >= 0x80 && last <= 0x8B) {
        return {' ', 3};
    }
    if (last >= 0x90 && last <= 0x95) {
        return {'-', 3};
    }
    if (last >= 0x98 && last <= 0x9B) {
        return {'\'', 3};
    }
    if (last >= 0x9C && last <= 0x9F) {
        return {'"', 3};
    }
    return {last == 0xAF ? ' ' : last == 0xA6 ? '.' : '\0', 3};
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : in_(text) { tokens_.reserve(text.size() / 5 + 8); }

    std::vector<ScanToken> run() {
        while (at_ < in_.size()) {
            const char c = in_[at_];
            if (is_ascii_space(c)) {
                space();
            } else if (is_ascii_letter(c)) {
                word();
            } else if (is_digit(c)) {
                number();
            } else if (is_ascii(c)) {
                add(ScanKind::Mark, at_ + 1).mark = c;
            } else {
                beyond_ascii();
            }
        }
        return std::move(tokens_);
    }

private:
    ScanToken& add(ScanKind kind, std::size_t end) {
        ScanToken& token = tokens_.emplace_back();
        token.start_bytes = static_cast<std::uint32_t>(at_);
        token.end_bytes = static_cast<std::uint32_t>(end);
        token.kind = kind;
        token.after_space = space_;
        at_ = end;
        space_ = false;
        return token;
    }

    void space() {
        std::size_t end = at_;
        std::size_t lines = 0;
        while (end < in_.size() && is_ascii_space(in_[end])) {
            lines += in_[end] == '\n' ? 1U : 0U;
            ++end;
        }
        if (lines > 1) {
            add(ScanKind::Mark, end).mark = kParagraphMark;
        }
        at_ = end;
        space_ = true;
    }

    void word() {
        std::array<char, kMaxDateWordBytes> lower{};
        std::size_t end = at_;
        std::size_t size = 0;
        while (end < in_.size() && is_ascii_letter(in_[end])) {
            if (size < lower.size()) {
                lower[size] = static_cast<char>(in_[end] | 0x20);
            }
            ++size;
            ++end;
        }
        const bool capital = is_upper(in_[at_]);
        if (end < in_.size() && !is_ascii(in_[end]) && special_at(in_, end).size_bytes == 0) {
            foreign_word(end, capital);
            return;
        }
        ScanToken& token = add(ScanKind::Word, end);
        token.capital = capital;
        if (size <= lower.size()) {
            const DateWord found = find_date_word(std::string_view(lower.data(), size));
            token.word_class = found.word_class;
            token.value = found.value;
        }
    }

    /// The rest of a word that has letters outside ASCII, from `end` on.
    void foreign_word(std::size_t end, bool capital) {
        while (end < in_.size() &&
               (is_ascii_letter(in_[end]) ||
                (!is_ascii(in_[end]) && special_at(in_, end).size_bytes == 0))) {
            ++end;
        }
        add(ScanKind::Word, end).capital = capital;
    }

    void number() {
        const std::size_t first = at_;
        std::size_t end = digits_from(first);
        bool grouped = false;
        while (end + 3 < in_.size() + 0U && in_[end] == ',' && digits_from(end + 1) == end + 4) {
            grouped = true;
            end += 4;
        }
        std::int32_t value = kNoNumber;
        if (!grouped && end - first <= kMaxNumberDigits) {
            value = 0;
            for (std::size_t at = first; at < end; ++at) {
                value = value * 10 + (in_[at] - '0');
            }
        }
        add(ScanKind::Number, end).value = value;
    }

    [[nodiscard]] std::size_t digits_from(std::size_t at) const {
        while (at < in_.size() && is_digit(in_[at])) {
            ++at;
        }
        return at;
    }

    void beyond_ascii() {
        const Special special = special_at(in_, at_);
        if (special.size_bytes == 0) {
            foreign_word(at_, false);
        } else if (special.mark == ' ') {
            at_ += special.size_bytes;
            space_ = true;
        } else {
            add(ScanKind::Mark, at_ + special.size_bytes).mark = special.mark;
        }
    }

    std::string_view in_;
    std::size_t at_ = 0;
    bool space_ = true;
    std::vector<ScanToken> tokens_;
};

}  // namespace

std::vector<ScanToken> scan_tokens(std::string_view text) {
    return Scanner(text).run();
}

}  // namespace dateline::analysis
