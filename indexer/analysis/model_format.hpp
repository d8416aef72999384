// The bytes of a tagger's model file. Written by indexer/train, read by TaggerModel.
//
//   offset  bytes  what
//        0      8  kModelMagic
//        8      4  kModelVersion
//       12      4  kFeatureVersion of the features that the weights belong to
//       16      8  XXH3-64 of all bytes from offset 24 on
//       24      4  number of buckets, a power of two or not
//       28      4  weight of one step, in millionths
//       32    196  transitions of the first and the second pass: 2 x 7 x 7 16-bit numbers, in steps
//      256     64  each bucket
//
// A bucket holds kBucketRows rows: first the 16-bit tags of all rows, then an 8-bit tag of each,
// then 7 weights (signed bytes, in steps) of each, then a byte that is 1 if rows that belong here
// are in the next bucket, then zeros. Numbers are little-endian. A row with both tags 0 is free.
// Feature f belongs to bucket (f >> 32) * buckets >> 32; its tags are its lowest 24 bits, or 1 if
// they are 0: a feature that is not in the file is taken for one that is with a probability of some
// 10^-6.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::analysis {

inline constexpr std::string_view kModelMagic{"DLTAGGER", 8};
inline constexpr std::uint32_t kModelVersion = 1;

inline constexpr std::size_t kChecksumOffset = 16;
inline constexpr std::size_t kCheckedOffset = 24;
inline constexpr std::size_t kBucketCountOffset = 24;
inline constexpr std::size_t kStepOffset = 28;
inline constexpr std::size_t kTransitionsOffset = 32;
inline constexpr std::size_t kBucketsOffset = 256;

inline constexpr std::size_t kBucketBytes = 64;
inline constexpr std::size_t kBucketRows = 6;
inline constexpr std::size_t kShortTagOffset = 12;  ///< of the 8-bit tags in a bucket
inline constexpr std::size_t kWeightsOffset = 18;   ///< of the weights in a bucket
inline constexpr std::size_t kOverflowOffset = 60;  ///< of the mark in a bucket

/// Largest model file that is written or opened.
inline constexpr std::uint64_t kMaxModelBytes = 64U << 20U;

/// The bucket of `feature` out of `buckets`.
[[nodiscard]] constexpr std::size_t bucket_of(std::uint64_t feature,
                                              std::uint32_t buckets) noexcept {
    return static_cast<std::size_t>(((feature >> 32U) * buckets) >> 32U);
}

/// The tags of `feature`: 24 bits, never 0.
[[nodiscard]] constexpr std::uint32_t tags_of(std::uint64_t feature) noexcept {
    const auto tags = static_cast<std::uint32_t>(feature & 0xFFFFFFU);
    return tags == 0 ? 1 : tags;
}

}  // namespace dateline::analysis
