// Where the next page of an answer begins, as a word that a program hands back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::query {

/// A place in the hits of one query on one state of an index.
struct Cursor {
    std::uint64_t revision = 0;  ///< of the index
    std::uint64_t offset = 0;    ///< hits before the place
    std::uint64_t query = 0;     ///< hash of what was asked

    friend bool operator==(const Cursor&, const Cursor&) = default;
};

/// `cursor` as letters, digits, `-` and `_`: base64url (RFC 4648, section 5) without padding of
/// `{"r":1042,"o":20,"q":"00c0ffee00c0ffee"}`.
[[nodiscard]] std::string write_cursor(const Cursor& cursor);

/// What write_cursor() wrote; std::nullopt for anything else.
[[nodiscard]] std::optional<Cursor> read_cursor(std::string_view text);

}  // namespace dateline::query
