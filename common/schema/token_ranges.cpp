// Token ranges as varints.
#include "common/schema/token_ranges.hpp"

#include "common/base/varint.hpp"

#include <limits>

namespace dateline::schema {
namespace {

constexpr std::uint64_t kMaxNumber = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::string encode_token_ranges(std::span<const TokenRange> ranges) {
    std::string bytes;
    std::uint32_t before = 0;
    for (const TokenRange& range : ranges) {
        append_varint(bytes, range.first - before);
        append_varint(bytes, range.size_tokens);
        append_varint(bytes, range.ordinal ? std::uint64_t{*range.ordinal} + 1 : 0);
        before = range.first;
    }
    return bytes;
}

std::optional<std::vector<TokenRange>> decode_token_ranges(std::string_view bytes) {
    std::vector<TokenRange> ranges;
    std::uint64_t first = 0;
    while (!bytes.empty()) {
        const auto difference = take_varint(bytes);
        const auto size = take_varint(bytes);
        const auto ordinal = take_varint(bytes);
        if (!difference || !size || !ordinal || *difference > kMaxNumber - first ||
            *size > kMaxNumber - first - *difference || *ordinal > kMaxNumber) {
            return std::nullopt;
        }
        first += *difference;
        TokenRange& range = ranges.emplace_back();
        range.first = static_cast<std::uint32_t>(first);
        range.size_tokens = static_cast<std::uint32_t>(*size);
        if (*ordinal != 0) {
            range.ordinal = static_cast<std::uint32_t>(*ordinal - 1);
        }
    }
    return ranges;
}

}  // namespace dateline::schema
