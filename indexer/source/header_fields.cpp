// Cutting header blocks and structured values.
#include "indexer/source/header_fields.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>

namespace dateline::source {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

/// Longest name that a field is believed to have.
constexpr std::size_t kMaxNameBytes = 78;

std::string_view trim_blanks(std::string_view text) noexcept {
    const std::size_t start = text.find_first_not_of(kBlanks);
    if (start == std::string_view::npos) {
        return {};
    }
    return text.substr(start, text.find_last_not_of(kBlanks) + 1 - start);
}

/// Whether a parameter written as `written` is (a part of) `name`, as RFC 2231 splits them.
bool names(std::string_view written, std::string_view name) {
    const std::string lower = ascii_lower(written);
    if (!lower.starts_with(name)) {
        return false;
    }
    const std::string_view rest = std::string_view(lower).substr(name.size());
    return rest.empty() || (rest[0] == '*' && rest.find_first_not_of("*0123456789") == rest.npos);
}

/// A value without its quotes, which may hold any character after a backslash.
std::string unquoted(std::string_view value) {
    if (!value.starts_with('"')) {
        return std::string(trim_blanks(value));
    }
    std::string text;
    for (std::size_t i = 1; i < value.size() && value[i] != '"'; ++i) {
        if (value[i] == '\\' && i + 1 < value.size()) {
            ++i;
        }
        text += value[i];
    }
    return text;
}

/// The end of the parameter that begins `text`: its semicolon outside of quotes, or the end.
std::size_t parameter_end(std::string_view text) noexcept {
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && quoted) {
            ++i;
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (text[i] == ';' && !quoted) {
            return i;
        }
    }
    return text.size();
}

}  // namespace

std::size_t header_block_bytes(std::string_view bytes) noexcept {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t end = bytes.find('\n', at);
        if (end == std::string_view::npos) {
            break;
        }
        if (trim_blanks(bytes.substr(at, end - at)).empty()) {
            return end + 1;
        }
        at = end + 1;
    }
    return bytes.size();
}

HeaderFields parse_header_fields(std::string_view block) {
    HeaderFields fields;
    bool field_before = false;
    while (!block.empty()) {
        const std::size_t end = std::min(block.find('\n'), block.size());
        const std::string_view line = block.substr(0, end);
        block.remove_prefix(std::min(end + 1, block.size()));
        if (line.starts_with(' ') || line.starts_with('\t')) {
            const std::string_view more = trim_blanks(line);
            if (field_before && !more.empty()) {
                std::string& value = fields.back().value;
                value += (value.empty() ? "" : " ") + std::string(more);
            }
            continue;
        }
        const std::size_t colon = line.find(':');
        field_before = colon != std::string_view::npos;
        if (field_before) {
            fields.push_back({ascii_lower(trim_blanks(line.substr(0, colon))),
                              std::string(trim_blanks(line.substr(colon + 1)))});
        }
    }
    return fields;
}

std::string_view field_value(const HeaderFields& fields, std::string_view name) noexcept {
    const auto at = std::find_if(
        fields.begin(), fields.end(), [&](const HeaderField& field) { return field.name == name; });
    return at == fields.end() ? std::string_view() : std::string_view(at->value);
}

bool has_field(const HeaderFields& fields, std::string_view name) noexcept {
    return std::any_of(
        fields.begin(), fields.end(), [&](const HeaderField& field) { return field.name == name; });
}

std::string main_value(std::string_view value) {
    return ascii_lower(trim_blanks(value.substr(0, value.find(';'))));
}

std::string parameter(std::string_view value, std::string_view name) {
    std::string found;
    std::size_t at = parameter_end(value);
    while (at < value.size()) {
        value.remove_prefix(at + 1);
        at = parameter_end(value);
        const std::string_view part = value.substr(0, at);
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) {
            continue;
        }
        const std::string_view written = trim_blanks(part.substr(0, equals));
        if (!names(written, name)) {
            continue;
        }
        std::string text = unquoted(trim_blanks(part.substr(equals + 1)));
        if (written.size() == name.size()) {
            return text;
        }
        if (written.ends_with('*') && std::count(text.begin(), text.end(), '\'') >= 2) {
            text.erase(0, text.find('\'', text.find('\'') + 1) + 1);
        }
        found += text;
    }
    return found;
}

bool is_header_line(std::string_view line) noexcept {
    const std::size_t colon = line.substr(0, kMaxNameBytes + 1).find(':');
    if (colon == std::string_view::npos || colon == 0) {
        return false;
    }
    const std::string_view name = line.substr(0, colon);
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    });
}

}  // namespace dateline::source
