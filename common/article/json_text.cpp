// Commas, escapes and numbers.
#include "common/article/json_text.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace dateline {
namespace {

/// Whether `byte` must be escaped inside a string.
constexpr bool needs_escape(char byte) noexcept {
    return static_cast<unsigned char>(byte) < 0x20 || byte == '"' || byte == '\\';
}

void append_escape(std::string& out, char byte) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    constexpr std::string_view kNamed = "\b\f\n\r\t\"\\";
    constexpr std::string_view kLetters = "bfnrt\"\\";
    out += '\\';
    if (const std::size_t named = kNamed.find(byte); named != std::string_view::npos) {
        out += kLetters[named];
        return;
    }
    const auto value = static_cast<unsigned char>(byte);
    out += "u00";
    out += kDigits[value >> 4U];
    out += kDigits[value & 0xFU];
}

void append_escaped(std::string& out, std::string_view value) {
    while (true) {
        const auto* const special = std::find_if(value.begin(), value.end(), needs_escape);
        out.append(value.begin(), special);
        if (special == value.end()) {
            return;
        }
        append_escape(out, *special);
        value.remove_prefix(static_cast<std::size_t>(special - value.begin()) + 1);
    }
}

}  // namespace

void JsonText::separate() {
    if (needs_comma_) {
        text_ += ',';
    }
    needs_comma_ = true;
}

void JsonText::begin(char bracket) {
    separate();
    text_ += bracket;
    needs_comma_ = false;
}

void JsonText::end(char bracket) {
    text_ += bracket;
    needs_comma_ = true;
}

void JsonText::key(std::string_view name) {
    string(name);
    text_ += ':';
    needs_comma_ = false;
}

void JsonText::string(std::string_view value) {
    separate();
    text_ += '"';
    if (is_valid_utf8(value)) {
        append_escaped(text_, value);
    } else {
        append_escaped(text_, repair_utf8(value).text);
    }
    text_ += '"';
}

void JsonText::number(std::uint64_t value) {
    separate();
    text_ += std::to_string(value);
}

void JsonText::number(double value) {
    separate();
    text_ += nlohmann::json(value).dump();
}

void JsonText::null() {
    separate();
    text_ += "null";
}

std::string JsonText::take() {
    needs_comma_ = false;
    return std::exchange(text_, {});
}

}  // namespace dateline
