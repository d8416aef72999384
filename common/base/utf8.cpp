// UTF-8 handling without ICU, so that it can be used everywhere.
#include "common/base/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace dateline {
namespace {

/// Code points with the property White_Space, and two invisible ones that pad real texts.
bool is_space(char32_t c) noexcept {
    return (c >= 9 && c <= 13) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_control(char32_t c) noexcept {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/// Size and allowed range of the second byte for each lead byte (Unicode 15, table 3-7).
struct LeadByte {
    std::size_t size_bytes;
    unsigned char second_low;
    unsigned char second_high;
};

LeadByte lead_byte(unsigned char byte) noexcept {
    if (byte < 0x80) {
        return {1, 0, 0};
    }
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {2, 0x80, 0xBF};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        return {3,
                static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return {4,
                static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
    }
    return {0, 0, 0};
}

/// Whether the eight bytes at `offset` are there, and ASCII.
bool is_eight_ascii(std::string_view bytes, std::size_t offset) noexcept {
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    std::uint64_t eight = 0;
    if (bytes.size() - offset < sizeof eight) {
        return false;
    }
    std::memcpy(&eight, bytes.data() + offset, sizeof eight);
    return (eight & kHighBits) == 0;
}

/// Whether `byte` is an ASCII character other than blanks and controls.
bool is_ascii_graphic(char byte) noexcept {
    return byte > ' ' && byte < 0x7F;
}

}  // namespace

DecodedCodePoint decode_utf8(std::string_view text, std::size_t offset_bytes) noexcept {
    const auto first = static_cast<unsigned char>(text[offset_bytes]);
    const LeadByte lead = lead_byte(first);
    if (lead.size_bytes == 1) {
        return {first, 1, true};
    }
    if (lead.size_bytes == 0) {
        return {0xFFFD, 1, false};
    }
    char32_t code_point = first & (0x7FU >> lead.size_bytes);
    for (std::size_t i = 1; i < lead.size_bytes; ++i) {
        if (offset_bytes + i >= text.size()) {
            return {0xFFFD, i, false};
        }
        const auto byte = static_cast<unsigned char>(text[offset_bytes + i]);
        const unsigned char low = i == 1 ? lead.second_low : 0x80;
        const unsigned char high = i == 1 ? lead.second_high : 0xBF;
        if (byte < low || byte > high) {
            return {0xFFFD, i, false};
        }
        code_point = (code_point << 6U) | (byte & 0x3FU);
    }
    return {code_point, lead.size_bytes, true};
}

bool is_valid_utf8(std::string_view bytes) noexcept {
    std::size_t i = 0;
    while (i < bytes.size()) {
        if (is_eight_ascii(bytes, i)) {
            i += 8;
            continue;
        }
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            ++i;
            continue;
        }
        const DecodedCodePoint decoded = decode_utf8(bytes, i);
        if (!decoded.valid) {
            return false;
        }
        i += decoded.size_bytes;
    }
    return true;
}

RepairedText repair_utf8(std::string_view bytes) {
    RepairedText repaired;
    if (is_valid_utf8(bytes)) {
        repaired.text = bytes;
        return repaired;
    }
    repaired.text.reserve(bytes.size() + 16);
    for (std::size_t i = 0; i < bytes.size();) {
        const DecodedCodePoint decoded = decode_utf8(bytes, i);
        if (decoded.valid) {
            repaired.text.append(bytes.substr(i, decoded.size_bytes));
        } else {
            append_utf8(repaired.text, 0xFFFD);
            ++repaired.replaced;
        }
        i += decoded.size_bytes;
    }
    return repaired;
}

std::size_t count_code_points(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;  // no continuation
    }));
}

void append_utf8(std::string& out, char32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
        code_point = 0xFFFD;
    }
    if (code_point < 0x80) {
        out.push_back(static_cast<char>(code_point));
    } else if (code_point < 0x800) {
        out.push_back(static_cast<char>(0xC0U | (code_point >> 6U)));
        out.push_back(static_cast<char>(0x80U | (code_point & 0x3FU)));
    } else if (code_point < 0x10000) {
        out.push_back(static_cast<char>(0xE0U | (code_point >> 12U)));
        out.push_back(static_cast<char>(0x80U | ((code_point >> 6U) & 0x3FU)));
        out.push_back(static_cast<char>(0x80U | (code_point & 0x3FU)));
    } else {
        out.push_back(static_cast<char>(0xF0U | (code_point >> 18U)));
        out.push_back(static_cast<char>(0x80U | ((code_point >> 12U) & 0x3FU)));
        out.push_back(static_cast<char>(0x80U | ((code_point >> 6U) & 0x3FU)));
        out.push_back(static_cast<char>(0x80U | (code_point & 0x3FU)));
    }
}

std::string_view truncate_utf8(std::string_view text, std::size_t limit_bytes) noexcept {
    if (text.size() <= limit_bytes) {
        return text;
    }
    std::size_t end = limit_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end);
}

std::string_view trim(std::string_view text) noexcept {
    std::size_t begin = 0;
    while (begin < text.size()) {
        const DecodedCodePoint decoded = decode_utf8(text, begin);
        if (!is_space(decoded.code_point)) {
            break;
        }
        begin += decoded.size_bytes;
    }
    std::size_t end = text.size();
    while (end > begin) {
        std::size_t start = end - 1;
        while (start > begin && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
            --start;
        }
        if (!is_space(decode_utf8(text, start).code_point)) {
            break;
        }
        end = start;
    }
    return text.substr(begin, end - begin);
}

std::string collapse_spaces(std::string_view text) {
    std::string collapsed;
    collapsed.reserve(text.size());
    bool pending = false;
    for (std::size_t i = 0; i < text.size();) {
        if (is_ascii_graphic(text[i])) {
            if (pending) {
                collapsed.push_back(' ');
                pending = false;
            }
            const std::size_t begin = i;
            while (i < text.size() && is_ascii_graphic(text[i])) {
                ++i;
            }
            collapsed.append(text.substr(begin, i - begin));
            continue;
        }
        const DecodedCodePoint decoded = decode_utf8(text, i);
        if (is_space(decoded.code_point) || is_control(decoded.code_point)) {
            pending = !collapsed.empty();
        } else {
            if (pending) {
                collapsed.push_back(' ');
                pending = false;
            }
            collapsed.append(text.substr(i, decoded.size_bytes));
        }
        i += decoded.size_bytes;
    }
    return collapsed;
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return lower;
}

}  // namespace dateline
