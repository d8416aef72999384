// Decoders that take what mailers really write.
#include "indexer/source/web/mail_text.hpp"

#include "common/base/utf8.hpp"
#include "common/text/charset.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace dateline::source {
namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The value of each byte in base64; 64 for those that have none.
constexpr std::array<std::uint8_t, 256> make_values() {
    std::array<std::uint8_t, 256> values{};
    values.fill(64);
    for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
        values.at(static_cast<unsigned char>(kAlphabet[i])) = static_cast<std::uint8_t>(i);
    }
    return values;
}

constexpr std::array<std::uint8_t, 256> kValues = make_values();

std::optional<unsigned> hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9') {
        return static_cast<unsigned>(c - '0');
    }
    if (c >= 'A' && c <= 'F') {
        return static_cast<unsigned>(c - 'A' + 10);
    }
    return c >= 'a' && c <= 'f' ? std::optional(static_cast<unsigned>(c - 'a' + 10)) : std::nullopt;
}

/// The byte that two hexadecimal digits at the front of `text` stand for.
std::optional<char> hex_byte(std::string_view text) noexcept {
    if (text.size() < 2) {
        return std::nullopt;
    }
    const auto high = hex_digit(text[0]);
    const auto low = hex_digit(text[1]);
    return high && low ? std::optional(static_cast<char>(*high * 16 + *low)) : std::nullopt;
}

/// `=?charset?encoding?text?=` at the front of a text.
struct EncodedWord {
    std::string charset;
    std::string bytes;
    std::size_t size = 0;  ///< of the word as written
};

std::optional<EncodedWord> encoded_word(std::string_view text) {
    if (!text.starts_with("=?")) {
        return std::nullopt;
    }
    const std::size_t first = text.find('?', 2);
    const std::size_t second = first == std::string_view::npos ? first : text.find('?', first + 1);
    if (second == std::string_view::npos || second != first + 2) {
        return std::nullopt;
    }
    const std::size_t end = text.find("?=", second + 1);
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    EncodedWord word;
    word.charset = text.substr(2, first - 2);
    word.charset.resize(
        std::min(word.charset.find('*'), word.charset.size()));  // RFC 2231: language
    word.size = end + 2;
    std::string coded(text.substr(second + 1, end - second - 1));
    const char encoding = text[first + 1];
    if (encoding == 'B' || encoding == 'b') {
        word.bytes = decode_base64(coded);
    } else if (encoding == 'Q' || encoding == 'q') {
        std::replace(coded.begin(), coded.end(), '_', ' ');
        word.bytes = decode_quoted_printable(coded);
    } else {
        return std::nullopt;
    }
    return word;
}

/// Collects decoded text; bytes of one charset wait until another begins.
class HeaderText {
public:
    void add(std::string_view bytes, std::string_view charset) {
        if (charset != charset_) {
            flush();
            charset_ = charset;
        }
        waiting_ += bytes;
    }

    [[nodiscard]] std::string take() {
        flush();
        return collapse_spaces(text_);
    }

private:
    void flush() {
        text_ += text::decode_text(waiting_, charset_).utf8;
        waiting_.clear();
    }

    std::string text_;
    std::string waiting_;
    std::string charset_;
};

}  // namespace

std::string decode_base64(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : text) {
        const std::uint8_t value = kValues.at(static_cast<unsigned char>(c));
        if (value == 64) {
            continue;
        }
        bits = (bits << 6U) | value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>((bits >> count) & 0xFFU);
        }
    }
    return bytes;
}

std::string decode_quoted_printable(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            bytes += text[i];
            continue;
        }
        if (const auto byte = hex_byte(text.substr(i + 1))) {
            bytes += *byte;
            i += 2;
            continue;
        }
        // A soft line break, which blanks may have been added to on the way.
        const std::size_t next = text.find_first_not_of(" \t\r", i + 1);
        if (next != std::string_view::npos && text[next] == '\n') {
            i = next;
        } else {
            bytes += '=';
        }
    }
    return bytes;
}

std::string decode_header_text(std::string_view value, std::string_view charset) {
    HeaderText text;
    while (!value.empty()) {
        if (const auto word = encoded_word(value)) {
            text.add(word->bytes, word->charset);
            value.remove_prefix(word->size);
            // Blanks between two encoded words are not part of the text (RFC 2047, section 6.2).
            const std::size_t next = value.find_first_not_of(" \t\r\n");
            if (next != std::string_view::npos && encoded_word(value.substr(next))) {
                value.remove_prefix(next);
            }
            continue;
        }
        const std::size_t end = std::min(value.find("=?", 1), value.size());
        text.add(value.substr(0, end), charset);
        value.remove_prefix(end);
    }
    return text.take();
}

}  // namespace dateline::source
