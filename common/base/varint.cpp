// Variable-length integers.
#include "common/base/varint.hpp"

namespace dateline {

void append_varint(std::string& out, std::uint64_t value) {
    while (value >= 0x80) {
        out.push_back(static_cast<char>((value & 0x7FU) | 0x80U));
        value >>= 7U;
    }
    out.push_back(static_cast<char>(value));
}

std::optional<std::uint64_t> take_varint(std::string_view& in) noexcept {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < in.size() && i < 10; ++i) {
        const auto byte = static_cast<unsigned char>(in[i]);
        if (i == 9 && byte > 1) {
            return std::nullopt;
        }
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << (7 * i);
        if ((byte & 0x80U) == 0) {
            in.remove_prefix(i + 1);
            return value;
        }
    }
    return std::nullopt;
}

std::string encode_ascending(std::span<const std::uint32_t> numbers) {
    std::string bytes;
    std::uint32_t previous = 0;
    for (const std::uint32_t number : numbers) {
        append_varint(bytes, number - previous);
        previous = number;
    }
    return bytes;
}

std::vector<std::uint32_t> decode_ascending(std::string_view bytes) {
    std::vector<std::uint32_t> numbers;
    std::uint32_t previous = 0;
    while (const auto delta = take_varint(bytes)) {
        previous += static_cast<std::uint32_t>(*delta);
        numbers.push_back(previous);
    }
    return numbers;
}

}  // namespace dateline
