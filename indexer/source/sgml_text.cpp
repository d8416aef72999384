// Entities and stray bytes.
#include "indexer/source/sgml_text.hpp"

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

constexpr std::array<NamedEntity, 5> kEntities{
    {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};

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
