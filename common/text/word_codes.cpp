// Codes by rank, by character, by hash, and spelled.
#include "common/text/word_codes.hpp"

#include "common/base/hash.hpp"
#include "common/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>

namespace dateline::text {
namespace {

#include "common/text/word_table.inc"

constexpr std::uint32_t kWords = kWordOffsets.size() - 1;
constexpr std::uint32_t kShortRanks = 127;
constexpr std::size_t kHashBytes = 4;
constexpr unsigned kGroupBits = 7;
constexpr std::uint64_t kGroupMask = 0x7F;
constexpr unsigned char kStop = 0x80;

static_assert(kWords <= kShortRanks + 16384);
static_assert(kWords < kWordSlots.size());
static_assert(kWordOffsets[kFirstPartWords] == sizeof(kFirstWords) - 1);
static_assert(kWordOffsets[kWords] - kWordOffsets[kFirstPartWords] == sizeof(kOtherWords) - 1);

/// The slot that the script which made the table tries first: FNV-1a of 32 bits, folded.
std::size_t first_slot(std::string_view word) noexcept {
    std::uint32_t hash = 2166136261U;
    for (const char c : word) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return (hash ^ (hash >> 15U)) % kWordSlots.size();
}

/// Appends the low `groups` * 7 bits of `value`, high bits first; the last byte has the stop bit.
void append_groups(std::string& out, std::uint64_t value, unsigned groups) {
    for (unsigned group = groups; group-- > 0;) {
        const auto bits = static_cast<unsigned char>((value >> (group * kGroupBits)) & kGroupMask);
        out.push_back(static_cast<char>(group == 0 ? bits | kStop : bits));
    }
}

/// Whether only the last byte of `code` has the stop bit.
bool is_code(std::string_view code) noexcept {
    if (code.empty() || (static_cast<unsigned char>(code.back()) & kStop) == 0) {
        return false;
    }
    return std::all_of(code.begin(), code.end() - 1, [](char byte) {
        return (static_cast<unsigned char>(byte) & kStop) == 0;
    });
}

/// The number in the groups of a code of at most nine bytes.
std::uint64_t number_of(std::string_view code) noexcept {
    std::uint64_t number = 0;
    for (const char byte : code) {
        number = (number << kGroupBits) | (static_cast<unsigned char>(byte) & kGroupMask);
    }
    return number;
}

std::optional<std::string> decode_rank(std::uint64_t rank) {
    if (rank >= kWords) {
        return std::nullopt;
    }
    return std::string(ranked_word(static_cast<std::uint32_t>(rank)));
}

std::optional<std::string> decode_character(std::uint64_t code_point) {
    if (code_point == 0 || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) {
        return std::nullopt;
    }
    std::string character;
    append_utf8(character, static_cast<char32_t>(code_point));
    return character;
}

/// The word of a spelled code: its bits, right-aligned, without the zero bytes in front.
std::optional<std::string> decode_spelled(std::string_view code) {
    std::string word(code.size() * kGroupBits / 8, '\0');
    std::uint32_t pending = 0;
    unsigned pending_bits = 0;
    std::size_t filled = word.size();
    for (std::size_t i = code.size(); i-- > 0;) {
        pending |= (static_cast<unsigned char>(code[i]) & 0x7FU) << pending_bits;
        pending_bits += kGroupBits;
        if (pending_bits >= 8 && filled > 0) {
            word[--filled] = static_cast<char>(pending & 0xFFU);
            pending >>= 8U;
            pending_bits -= 8;
        }
    }
    const std::size_t begin = std::min(word.find_first_not_of('\0'), word.size());
    word.erase(0, begin);
    if (pending != 0 || !is_valid_utf8(word)) {
        return std::nullopt;
    }
    return word;
}

}  // namespace

std::optional<std::uint32_t> word_rank(std::string_view folded) noexcept {
    if (folded.empty() || folded.size() > kMaxWordBytes) {
        return std::nullopt;
    }
    std::size_t slot = first_slot(folded);
    while (kWordSlots[slot] != 0) {
        const std::uint32_t rank = kWordSlots[slot] - 1U;
        if (ranked_word(rank) == folded) {
            return rank;
        }
        slot = (slot + 1) % kWordSlots.size();
    }
    return std::nullopt;
}

std::string_view ranked_word(std::uint32_t rank) noexcept {
    assert(rank < kWords);
    const std::uint32_t begin = kWordOffsets[rank];
    const std::uint32_t size = kWordOffsets[rank + 1] - begin;
    if (rank < kFirstPartWords) {
        return {&kFirstWords[begin], size};
    }
    return {&kOtherWords[begin - kWordOffsets[kFirstPartWords]], size};
}

std::uint32_t word_table_size() noexcept {
    return kWords;
}

void append_code(std::string& out, std::string_view folded, bool is_character) {
    if (const std::optional<std::uint32_t> rank = word_rank(folded)) {
        if (*rank < kShortRanks) {
            append_groups(out, *rank, 1);
        } else {
            append_groups(out, *rank - kShortRanks, 2);
        }
        return;
    }
    if (is_character && !folded.empty()) {
        const DecodedCodePoint decoded = decode_utf8(folded, 0);
        if (decoded.valid && decoded.size_bytes == folded.size()) {
            append_groups(out, decoded.code_point, 3);
            return;
        }
    }
    append_groups(out, hash64(folded), kHashBytes);
}

void append_spelled_code(std::string& out, std::string_view folded) {
    const std::size_t groups =
        std::max((folded.size() * 8 + kGroupBits - 1) / kGroupBits, kHashBytes + 1);
    const std::size_t begin = out.size();
    out.resize(begin + groups);
    std::uint32_t pending = 0;
    unsigned pending_bits = 0;
    std::size_t left = folded.size();
    for (std::size_t i = begin + groups; i-- > begin;) {
        if (pending_bits < kGroupBits && left > 0) {
            pending |= static_cast<std::uint32_t>(static_cast<unsigned char>(folded[--left]))
                       << pending_bits;
            pending_bits += 8;
        }
        out[i] = static_cast<char>(pending & kGroupMask);
        pending >>= kGroupBits;
        pending_bits -= std::min(pending_bits, kGroupBits);
    }
    out.back() = static_cast<char>(static_cast<unsigned char>(out.back()) | kStop);
}

std::optional<std::string> decode_code(std::string_view code) {
    if (!is_code(code)) {
        return std::nullopt;
    }
    switch (code.size()) {
        case 1:
            return code.front() == kBorder ? std::nullopt : decode_rank(number_of(code));
        case 2:
            return decode_rank(number_of(code) + kShortRanks);
        case 3:
            return decode_character(number_of(code));
        case kHashBytes:
            return std::nullopt;
        default:
            return decode_spelled(code);
    }
}

}  // namespace dateline::text
