// Cursors as base64url.
#include "query/cursor.hpp"

#include "common/base/hash.hpp"

#include <charconv>

namespace dateline::query {
namespace {

constexpr std::string_view kLetters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string encoded(std::string_view bytes) {
    std::string out;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : bytes) {
        bits = (bits << 8U) | static_cast<unsigned char>(c);
        for (count += 8; count >= 6; count -= 6) {
            out += kLetters[(bits >> (count - 6U)) & 63U];
        }
    }
    if (count > 0) {
        out += kLetters[(bits << (6U - count)) & 63U];
    }
    return out;
}

std::optional<std::string> decoded(std::string_view text) {
    std::string out;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : text) {
        const std::size_t value = kLetters.find(c);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>((bits >> count) & 255U);
        }
    }
    return out;
}

/// Removes `expected` from the front of `text`. @return whether it stood there.
bool take(std::string_view& text, std::string_view expected) {
    if (!text.starts_with(expected)) {
        return false;
    }
    text.remove_prefix(expected.size());
    return true;
}

std::optional<std::uint64_t> take_number(std::string_view& text, int base) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (error != std::errc()) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

}  // namespace

std::string write_cursor(const Cursor& cursor) {
    return encoded(R"({"r":)" + std::to_string(cursor.revision) + R"(,"o":)" +
                   std::to_string(cursor.offset) + R"(,"q":")" + hex16(cursor.query) + "\"}");
}

std::optional<Cursor> read_cursor(std::string_view text) {
    const std::optional<std::string> json = decoded(text);
    if (!json) {
        return std::nullopt;
    }
    std::string_view rest = *json;
    Cursor cursor;
    const bool has_revision = take(rest, R"({"r":)");
    const auto revision = take_number(rest, 10);
    const bool has_offset = take(rest, R"(,"o":)");
    const auto offset = take_number(rest, 10);
    const bool has_query = take(rest, R"(,"q":")");
    const auto query = take_number(rest, 16);
    if (!has_revision || !revision || !has_offset || !offset || !has_query || !query ||
        rest != "\"}") {
        return std::nullopt;
    }
    cursor = {*revision, *offset, *query};
    // One cursor has one spelling.
    return write_cursor(cursor) == text ? std::optional(cursor) : std::nullopt;
}

}  // namespace dateline::query
