// Text put together from literals and constants while compiling, so that a document that names a
// limit cannot say another one than the program has.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>

namespace dateline {

/// A piece of text, or a whole number that is not negative in decimal digits, as an argument of
/// kText.
struct TextPart {
    static constexpr std::size_t kMaxBytes = 400;

    std::array<char, kMaxBytes> bytes{};
    std::size_t size = 0;

    template <std::size_t kSize>
    // NOLINTNEXTLINE(google-explicit-constructor): literals are written as they are
    consteval TextPart(const char (&literal)[kSize]) : size(kSize - 1) {
        static_assert(kSize - 1 <= kMaxBytes, "write it as two parts");
        std::copy(literal, literal + size, bytes.begin());
    }

    // NOLINTNEXTLINE(google-explicit-constructor): the same of numbers
    consteval TextPart(std::integral auto number) {
        do {
            bytes[size++] = static_cast<char>('0' + number % 10);
            number /= 10;
        } while (number > 0);
        std::reverse(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
    }
};

/// The bytes behind kText.
template <TextPart... kParts>
struct ConstantText {
    static constexpr std::size_t kSize = (std::size_t{0} + ... + kParts.size);
    static constexpr std::array<char, kSize> kBytes = [] {
        std::array<char, kSize> bytes{};
        char* end = bytes.data();
        ((end = std::copy_n(kParts.bytes.data(), kParts.size, end)), ...);
        return bytes;
    }();
};

/// All parts in a row, for the whole program: `kText<"at most ", kMaxLimit, " hits">`.
template <TextPart... kParts>
inline constexpr std::string_view kText = {ConstantText<kParts...>::kBytes.data(),
                                           ConstantText<kParts...>::kSize};

}  // namespace dateline
