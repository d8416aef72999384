// Unsigned integers in as few bytes as they need (LEB128: seven bits a byte, low bits first).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Appends `value` to `out` in 1 to 10 bytes.
void append_varint(std::string& out, std::uint64_t value);

/// Removes a varint from the front of `in` and returns it; std::nullopt, with `in` unchanged, if
/// `in` does not begin with a whole varint of at most 64 bits.
[[nodiscard]] std::optional<std::uint64_t> take_varint(std::string_view& in) noexcept;

/// Ascending numbers as varints of their differences; the first is stored as it is.
[[nodiscard]] std::string encode_ascending(std::span<const std::uint32_t> numbers);

/// What encode_ascending wrote; stops at the first byte that cannot be read.
[[nodiscard]] std::vector<std::uint32_t> decode_ascending(std::string_view bytes);

}  // namespace dateline
