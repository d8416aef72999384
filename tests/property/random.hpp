// Random choices that are the same on every machine: what the property tests draw from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace dateline::property {

/// A stream of random numbers. The standard library's distributions differ between machines, so
/// none is used.
class Random {
public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    /// A number from 0 to `bound` - 1; `bound` must be over 0.
    [[nodiscard]] std::size_t below(std::size_t bound) {
        return static_cast<std::size_t>(engine_() % bound);
    }

    /// A number from `low` to `high`, both inclusive.
    [[nodiscard]] std::size_t between(std::size_t low, std::size_t high) {
        return low + below(high - low + 1);
    }

    /// True in `percent` of 100 calls.
    [[nodiscard]] bool chance(std::size_t percent) { return below(100) < percent; }

    /// One element of `list`, which must not be empty.
    template <typename List>
    [[nodiscard]] const auto& pick(const List& list) {
        return list[below(std::size(list))];
    }

private:
    std::mt19937_64 engine_;
};

/// The seed of this run: DATELINE_SEED if it is set, else a fixed number. Prints it, so that a
/// failure can be run again.
[[nodiscard]] std::uint64_t run_seed();

}  // namespace dateline::property
