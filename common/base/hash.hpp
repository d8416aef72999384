// Fast, well-mixed hashes of bytes (XXH3 of xxHash 0.8, whose output is frozen). Not for security.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// A 128-bit hash value.
struct Hash128 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    friend bool operator==(const Hash128&, const Hash128&) = default;
    friend auto operator<=>(const Hash128&, const Hash128&) = default;
};

/// XXH3 64-bit hash of `bytes` with seed 0; the same on every machine.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes) noexcept;

/// XXH3 128-bit hash of `bytes` with seed 0; the same on every machine.
[[nodiscard]] Hash128 hash128(std::string_view bytes) noexcept;

/// `value` as 16 lower-case hexadecimal digits.
[[nodiscard]] std::string hex16(std::uint64_t value);

/// Whether `text` is exactly 16 lower-case hexadecimal digits.
[[nodiscard]] bool is_hex16(std::string_view text) noexcept;

}  // namespace dateline
