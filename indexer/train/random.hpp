// Numbers that look random and are the same on every machine and with every library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dateline::train {

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014, figure 17).
class Random {
public:
    explicit Random(std::uint64_t seed) noexcept : state_(seed) {}

    [[nodiscard]] std::uint64_t next() noexcept {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31U);
    }

    /// A number below `limit`, which is not 0 and far below 2^64.
    [[nodiscard]] std::size_t below(std::size_t limit) noexcept {
        return static_cast<std::size_t>(next() % limit);
    }

    /// True in `percent` of a hundred cases.
    [[nodiscard]] bool chance(unsigned percent) noexcept { return below(100) < percent; }

private:
    std::uint64_t state_;
};

/// Puts `values` in a random order (Fisher and Yates).
template <typename Value>
void shuffle(std::vector<Value>& values, Random& random) {
    for (std::size_t left = values.size(); left > 1; --left) {
        std::swap(values[left - 1], values[random.below(left)]);
    }
}

}  // namespace dateline::train
