// Neutralises terminal escapes and bidirectional overrides.
#include "common/base/printable.hpp"

#include "common/base/utf8.hpp"

namespace dateline {
namespace {

bool is_format(char32_t c) noexcept {
    return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0x2028 || c == 0x2029;
}

void append_hex(std::string& out, char32_t value, int digits) {
    constexpr std::string_view hex_digits = "0123456789abcdef";
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
        out.push_back(hex_digits[(value >> static_cast<unsigned>(shift)) & 15U]);
    }
}

std::string escape(std::string_view text, bool one_line) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, i);
        const char32_t c = decoded.code_point;
        if (c == '\n' || c == '\t') {
            out.push_back(one_line ? ' ' : static_cast<char>(c));
        } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
            out += "\\x";
            append_hex(out, c, 2);
        } else if (is_format(c)) {
            out += "\\u{";
            append_hex(out, c, 4);
            out += '}';
        } else if (decoded.valid) {
            out.append(text.substr(i, decoded.size_bytes));
        } else {
            append_utf8(out, 0xFFFD);
        }
        i += decoded.size_bytes;
    }
    return out;
}

}  // namespace

std::string printable(std::string_view text) {
    return escape(text, false);
}

std::string printable_line(std::string_view text) {
    return escape(text, true);
}

}  // namespace dateline
