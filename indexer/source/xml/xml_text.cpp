// Character data, names and attributes of XML as they are out there, made well-formed.
#include "indexer/source/xml/xml_text.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

namespace dateline::source {
namespace {

/// libxml2 compares each attribute with all before it.
constexpr std::size_t kMaxAttributes = 256;
constexpr std::size_t kMaxReferenceBytes = 32;

/// WHATWG Encoding Standard, index windows-1252, bytes 0x80 to 0x9F; 0 stands for no character.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_space(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool begins_name(char c) noexcept {
    return is_letter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

bool continues_name(char c) noexcept {
    return begins_name(c) || is_digit(c) || c == '-' || c == '.';
}

/// What XML 1.0 (section 2.2, production 2) does not allow among the ASCII characters.
bool is_forbidden(char c) noexcept {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
           c == '\x7F';
}

/// U+FFFE and U+FFFF, the only characters beyond ASCII that XML forbids.
bool is_noncharacter(std::string_view text) noexcept {
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

/// Appends `c` to `xml`, escaped if it means something in text or attributes.
void append_escaped(std::string& xml, char c) {
    switch (c) {
        case '&':
            xml += "&amp;";
            break;
        case '<':
            xml += "&lt;";
            break;
        case '>':
            xml += "&gt;";
            break;
        case '"':
            xml += "&quot;";
            break;
        default:
            xml += c;
            break;
    }
}

/// Copies `text` in escaped form; where `resolve`, references are resolved before.
MendedXml escape(std::string_view text, bool resolve) {
    MendedXml mended;
    mended.xml.reserve(text.size() + text.size() / 8);
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '&' && resolve) {
            const std::optional<XmlReference> reference = read_reference(text.substr(i));
            if (reference) {
                for (const char part : reference->utf8) {
                    append_escaped(mended.xml, part);
                }
                mended.repairs += reference->utf8.empty() ? 1 : 0;
                i += reference->size_bytes;
                continue;
            }
            ++mended.repairs;
        }
        if (is_forbidden(c)) {
            ++mended.repairs;
        } else if (c == '\xEF' && is_noncharacter(text.substr(i))) {
            append_utf8(mended.xml, 0xFFFD);
            ++mended.repairs;
            i += 2;
        } else {
            append_escaped(mended.xml, c);
        }
        ++i;
    }
    return mended;
}

std::optional<std::string> character_of_number(std::string_view digits) {
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    digits.remove_prefix(hex ? 1 : 0);
    std::uint32_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value, hex ? 16 : 10);
    const bool too_large = error == std::errc::result_out_of_range;
    if (digits.empty() || stop != end || (error != std::errc{} && !too_large)) {
        return std::nullopt;
    }
    if (!too_large && value >= 0x80 && value <= 0x9F) {
        value = kWindows1252[value - 0x80];
    }
    if (value < 0x20 && value != '\t' && value != '\n' && value != '\r' && !too_large) {
        return std::string();
    }
    const bool forbidden = too_large || value == 0xFFFE || value == 0xFFFF || value == 0x7F;
    std::string utf8;
    append_utf8(utf8, forbidden ? 0xFFFD : value);
    return utf8;
}

std::optional<std::string> character_of_name(std::string_view name) {
    if (!std::all_of(
            name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c); })) {
        return std::nullopt;
    }
    const std::string terminated(name);
    const htmlEntityDesc* entity =
        htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
    if (entity == nullptr) {
        return std::nullopt;
    }
    std::string utf8;
    append_utf8(utf8, entity->value);
    return utf8;
}

/// An attribute as it stands in a tag.
struct RawAttribute {
    std::string_view name;
    std::string_view value;
    bool quoted = false;
};

std::size_t find_if_from(std::string_view text, std::size_t from, bool (*test)(char)) {
    return static_cast<std::size_t>(
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), test) -
        text.begin());
}

/// Takes the next attribute from the front of `text`; std::nullopt at the end.
std::optional<RawAttribute> take_attribute(std::string_view& text) {
    const auto skip_blank = [&text] {
        text.remove_prefix(find_if_from(text, 0, [](char c) { return !is_space(c); }));
    };
    text.remove_prefix(find_if_from(text, 0, [](char c) { return !is_space(c) && c != '/'; }));
    if (text.empty()) {
        return std::nullopt;
    }
    RawAttribute attribute;
    const std::size_t name_end = std::max<std::size_t>(
        1, find_if_from(text, 0, [](char c) { return is_space(c) || c == '=' || c == '/'; }));
    attribute.name = text.substr(0, name_end);
    text.remove_prefix(name_end);
    skip_blank();
    if (!text.starts_with('=')) {
        return attribute;
    }
    text.remove_prefix(1);
    skip_blank();
    std::size_t end = 0;
    if (text.starts_with('"') || text.starts_with('\'')) {
        attribute.quoted = true;
        const char quote = text.front();
        text.remove_prefix(1);
        end = std::min(text.find(quote), text.size());
        attribute.value = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    } else {
        end = find_if_from(text, 0, is_space);
        attribute.value = text.substr(0, end);
        text.remove_prefix(end);
    }
    return attribute;
}

}  // namespace

std::optional<XmlReference> read_reference(std::string_view text) {
    const std::size_t end = text.substr(0, kMaxReferenceBytes).find(';');
    if (end == std::string_view::npos || end < 2) {
        return std::nullopt;
    }
    const std::string_view inside = text.substr(1, end - 1);
    std::optional<std::string> utf8 =
        inside[0] == '#' ? character_of_number(inside.substr(1)) : character_of_name(inside);
    if (!utf8) {
        return std::nullopt;
    }
    return XmlReference{*std::move(utf8), end + 1};
}

MendedXml mend_text(std::string_view text) {
    return escape(text, true);
}

MendedXml escape_cdata(std::string_view text) {
    return escape(text, false);
}

std::size_t name_size(std::string_view text) noexcept {
    if (text.empty() || !begins_name(text.front())) {
        return 0;
    }
    return find_if_from(text, 0, [](char c) { return !continues_name(c); });
}

std::string mend_name(std::string_view name) {
    std::string mended(name);
    const auto is_valid = [&mended] {
        return xmlValidateQName(reinterpret_cast<const xmlChar*>(mended.c_str()), 0) == 0;
    };
    if (!is_valid()) {
        std::replace(mended.begin(), mended.end(), ':', '_');
        if (!is_valid()) {
            mended.clear();
        }
    }
    return mended;
}

MendedXml mend_tag(std::string_view name, std::string_view text, bool is_empty) {
    MendedXml mended;
    mended.xml = "<" + std::string(name);
    std::size_t count = 0;
    while (const std::optional<RawAttribute> attribute = take_attribute(text)) {
        const std::string attribute_name =
            name_size(attribute->name) == attribute->name.size() ? mend_name(attribute->name) : "";
        mended.repairs += attribute->quoted && attribute_name == attribute->name ? 0 : 1;
        if (attribute_name.empty() || ++count > kMaxAttributes) {
            continue;
        }
        const MendedXml value = mend_text(attribute->value);
        mended.xml += " " + attribute_name + "=\"" + value.xml + "\"";
        mended.repairs += value.repairs;
    }
    mended.xml += is_empty ? "/>" : ">";
    return mended;
}

}  // namespace dateline::source
