// Entities and stray bytes.
#include "indexer/source/text/sgml_text.hpp"

#include "common/base/utf8.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <optional>

namespace dateline::source {
namespace {

struct NamedEntity {
    std::string_view name;
    char32_t character;
};

/// The five of XML, and those of ISO 8879, annex D, that newspapers of the time use.
constexpr std::array<NamedEntity, 91> kEntities{{
    {"lt", '<'},        {"gt", '>'},        {"amp", '&'},      {"quot", '"'},     {"apos", '\''},
    {"nbsp", 0xA0},     {"blank", 0x20},    {"hyph", 0x2D},    {"dash", 0x2010},  {"ndash", 0x2013},
    {"mdash", 0x2014},  {"lsquo", 0x2018},  {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D},
    {"hellip", 0x2026}, {"bull", 0x2022},   {"middot", 0xB7},  {"sect", 0xA7},    {"para", 0xB6},
    {"cent", 0xA2},     {"pound", 0xA3},    {"yen", 0xA5},     {"deg", 0xB0},     {"plusmn", 0xB1},
    {"times", 0xD7},    {"divide", 0xF7},   {"frac12", 0xBD},  {"frac14", 0xBC},  {"frac34", 0xBE},
    {"micro", 0xB5},    {"mu", 0x3BC},      {"copy", 0xA9},    {"reg", 0xAE},     {"trade", 0x2122},
    {"dagger", 0x2020}, {"Dagger", 0x2021}, {"le", 0x2264},    {"ge", 0x2265},    {"ne", 0x2260},
    {"half", 0xBD},     {"lsqb", 0x5B},     {"rsqb", 0x5D},    {"lpar", 0x28},    {"rpar", 0x29},
    {"num", 0x23},      {"ast", 0x2A},      {"dollar", 0x24},  {"percnt", 0x25},  {"agrave", 0xE0},
    {"aacute", 0xE1},   {"acirc", 0xE2},    {"atilde", 0xE3},  {"auml", 0xE4},    {"aring", 0xE5},
    {"aelig", 0xE6},    {"ccedil", 0xE7},   {"egrave", 0xE8},  {"eacute", 0xE9},  {"ecirc", 0xEA},
    {"euml", 0xEB},     {"igrave", 0xEC},   {"iacute", 0xED},  {"icirc", 0xEE},   {"iuml", 0xEF},
    {"ntilde", 0xF1},   {"ograve", 0xF2},   {"oacute", 0xF3},  {"ocirc", 0xF4},   {"otilde", 0xF5},
    {"ouml", 0xF6},     {"oslash", 0xF8},   {"ugrave", 0xF9},  {"uacute", 0xFA},  {"ucirc", 0xFB},
    {"uuml", 0xFC},     {"szlig", 0xDF},    {"Agrave", 0xC0},  {"Aacute", 0xC1},  {"Auml", 0xC4},
    {"Aring", 0xC5},    {"AElig", 0xC6},    {"Ccedil", 0xC7},  {"Egrave", 0xC8},  {"Eacute", 0xC9},
    {"Ntilde", 0xD1},   {"Oacute", 0xD3},   {"Ouml", 0xD6},    {"Oslash", 0xD8},  {"Uacute", 0xDA},
    {"Uuml", 0xDC},
}};

struct Entity {
    char32_t character;
    std::size_t size_bytes;  ///< with `&` and `;`
};

/// The entity at the front of `data`, which begins with `&`.
std::optional<Entity> parse_entity(std::string_view data) {
    constexpr std::size_t kMaxEntityBytes = 12;
    const std::size_t end = data.substr(0, kMaxEntityBytes).find(';');
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view name = data.substr(1, end - 1);
    if (!name.starts_with('#')) {
        for (const NamedEntity& entity : kEntities) {
            if (entity.name == name) {
                return Entity{entity.character, end + 1};
            }
        }
        return std::nullopt;
    }
    name.remove_prefix(1);
    const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
    name.remove_prefix(hexadecimal ? 1 : 0);
    std::uint32_t value = 0;
    const auto [stop, error] =
        std::from_chars(name.data(), name.data() + name.size(), value, hexadecimal ? 16 : 10);
    if (name.empty() || error != std::errc{} || stop != name.data() + name.size()) {
        return std::nullopt;
    }
    return Entity{value, end + 1};
}

bool is_dropped(char32_t c) noexcept {
    const bool layout = c == '\t' || c == '\n' || c == '\r';
    return (c < 0x20 && !layout) || (c >= 0x7F && c < 0xA0);
}

}  // namespace

SgmlText decode_sgml(std::string_view data) {
    SgmlText decoded;
    decoded.text.reserve(data.size());
    for (std::size_t i = 0; i < data.size();) {
        const char c = data[i];
        if (static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F &&
            c != '&') {
            decoded.text += c;
            ++i;
            continue;
        }
        DecodedCodePoint next = decode_utf8(data, i);
        if (!next.valid) {
            next = {static_cast<unsigned char>(c), 1, false};
            ++decoded.latin1_bytes;
        } else if (c == '&') {
            if (const auto entity = parse_entity(data.substr(i))) {
                next = {entity->character, entity->size_bytes, true};
            }
        }
        if (!is_dropped(next.code_point)) {
            append_utf8(decoded.text, next.code_point);
        }
        i += next.size_bytes;
    }
    return decoded;
}

}  // namespace dateline::source
