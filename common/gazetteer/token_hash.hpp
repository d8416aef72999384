// Hashes of token sequences: how names are found.
#pragma once

#include "common/base/hash.hpp"

#include <cstdint>
#include <string_view>

namespace dateline::gazetteer {

/// The hash of one token; computed once for each token of a text.
using TokenHash = std::uint64_t;

/// The hash of a token's folded form.
[[nodiscard]] inline TokenHash token_hash(std::string_view folded) noexcept {
    return hash64(folded);
}

/// The hash of a sequence of one token more: `sequence` is the hash of the tokens before `token`, 0
/// where there are none. Order counts. The finalizer is that of SplitMix64 (Steele, Lea and Flood,
/// OOPSLA 2014, figure 17), so that every bit can serve as a slot number.
[[nodiscard]] constexpr std::uint64_t extend(std::uint64_t sequence, TokenHash token) noexcept {
    std::uint64_t mixed = sequence * 0x9E3779B97F4A7C15U + token;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
}

}  // namespace dateline::gazetteer
