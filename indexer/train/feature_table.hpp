// Numbers the features of the training texts; rare ones are left out.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::train {

/// A hash table from features to rows of weights.
class FeatureTable {
public:
    /// "Not there".
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    FeatureTable();

    /// Counts one more occurrence of `feature`.
    void count(std::uint64_t feature);

    /// Numbers the features that were counted at least `least` times, in the order in which they
    /// first occurred. Called once, after all counting.
    void number(std::uint32_t least);

    /// The number of `feature`, or kNone.
    [[nodiscard]] std::uint32_t find(std::uint64_t feature) const;

    /// The numbered features by number.
    [[nodiscard]] const std::vector<std::uint64_t>& features() const noexcept { return features_; }

private:
    struct Slot {
        std::uint64_t feature = 0;
        std::uint32_t count = 0;  // 0: free
        std::uint32_t number = kNone;
    };

    [[nodiscard]] std::size_t place_of(std::uint64_t feature) const;
    void grow();

    std::vector<Slot> slots_;
    std::vector<std::uint64_t> features_;  // while counting: all, in order
};

}  // namespace dateline::train
