// Damage done to good files at random, for the tests of readers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace dateline::testing {

/// A copy of `bytes` with one to eight bit flips, cuts, removals, repetitions, and bytes of
/// `marks`, or random ones if that is empty.
inline std::string mutate(std::string bytes, std::mt19937& random, std::string_view marks = {}) {
    const auto pick = [&](std::size_t limit) {
        return static_cast<std::size_t>(random()) % std::max<std::size_t>(limit, 1);
    };
    const std::size_t steps = 1 + pick(8);
    for (std::size_t step = 0; step < steps && !bytes.empty(); ++step) {
        const std::size_t at = pick(bytes.size());
        const std::size_t length = 1 + pick(40);
        switch (random() % 5) {
            case 0:
                bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^
                                              (1U << (random() % 8)));
                break;
            case 1:
                bytes.resize(at + 1);
                break;
            case 2:
                bytes.erase(at, length);
                break;
            case 3:
                bytes.insert(pick(bytes.size()), bytes.substr(at, length));
                break;
            default:
                bytes[at] =
                    marks.empty() ? static_cast<char>(random()) : marks[random() % marks.size()];
                break;
        }
    }
    return bytes;
}

}  // namespace dateline::testing
