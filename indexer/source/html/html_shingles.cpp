// Whether one text says what another says: the share of four-word sequences that both have.
#include "indexer/source/html/html_shingles.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/html_survey.hpp"

#include <array>
#include <cstddef>

namespace dateline::source {
namespace {

constexpr std::size_t kWords = 4;

bool is_word_character(char32_t c) noexcept {
    const char32_t lower = c | 0x20U;
    return (c >= U'0' && c <= U'9') || (lower >= U'a' && lower <= U'z') ||
           (c > 0xBF && !(c >= 0x2000 && c < 0x2070) && !(c >= 0x3000 && c < 0x3040) &&
            !(c >= 0xFF00 && c < 0xFF10));
}

/// Calls `visit` with the hash of each sequence of words.
template <typename Visit>
void each_shingle(std::string_view text, const Visit& visit) {
    // FNV-1a, 64 bits, over the characters of a word and then over the words.
    constexpr std::uint64_t basis = 0xCBF29CE484222325;
    constexpr std::uint64_t prime = 0x100000001B3;
    std::array<std::uint64_t, kWords> last = {};
    std::size_t words = 0;
    std::uint64_t word = basis;
    const auto end_word = [&] {
        if (word == basis) {
            return;
        }
        last[words % kWords] = word;
        word = basis;
        if (++words < kWords) {
            return;
        }
        std::uint64_t hash = basis;
        for (std::size_t i = 0; i < kWords; ++i) {
            hash = (hash ^ last[(words + i) % kWords]) * prime;
        }
        visit(hash);
    };
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint c = decode_utf8(text, i);
        i += c.size_bytes;
        const bool wide = is_wide(c.code_point);
        if (wide || !is_word_character(c.code_point)) {
            end_word();
        }
        if (wide || is_word_character(c.code_point)) {
            const bool upper = c.code_point >= U'A' && c.code_point <= U'Z';
            word = (word ^ (upper ? c.code_point + 32 : c.code_point)) * prime;
        }
    }
    end_word();
}

}  // namespace

void ShingleSet::add(std::string_view text) {
    each_shingle(text, [this](std::uint64_t hash) { hashes_.insert(hash); });
}

double ShingleSet::share_of(std::string_view text) const {
    double all = 0;
    double known = 0;
    each_shingle(text, [&](std::uint64_t hash) {
        all += 1;
        known += hashes_.contains(hash) ? 1 : 0;
    });
    return all == 0 ? 0 : known / all;
}

}  // namespace dateline::source
