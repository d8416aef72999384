// Viterbi's algorithm in whole numbers, so that the result is the same on every machine.
#include "indexer/analysis/viterbi.hpp"

#include <algorithm>

namespace dateline::analysis {

namespace {

// Below all sums: 2^20 tokens of the lowest scores; and far enough from the type's end.
constexpr std::int64_t kImpossible = std::int64_t{-1} << 40U;

using Sums = std::array<std::int64_t, kLabels>;
using Origins = std::array<std::uint8_t, kLabels>;

// The labels that may stand before one label, in order.
struct LabelsBefore {
    std::array<std::uint8_t, kLabels> labels{};
    std::size_t size = 0;
};

constexpr std::array<LabelsBefore, kLabels> labels_before() {
    std::array<LabelsBefore, kLabels> table{};
    for (std::size_t after = 0; after < kLabels; ++after) {
        for (std::size_t before = 0; before < kLabels; ++before) {
            if (may_follow(static_cast<Label>(before), static_cast<Label>(after))) {
                table[after].labels[table[after].size++] = static_cast<std::uint8_t>(before);
            }
        }
    }
    return table;
}
constexpr auto kBefore = labels_before();

}  // namespace

std::vector<Label> best_labels(std::span<const LabelScores> scores,
                               const TransitionScores& transitions) {
    std::vector<Label> labels(scores.size());
    if (scores.empty()) {
        return labels;
    }
    std::vector<Origins> origins(scores.size());
    Sums sums;
    sums.fill(kImpossible);
    sums[0] = 0;
    for (std::size_t at = 0; at < scores.size(); ++at) {
        Sums next;
        for (std::size_t after = 0; after < kLabels; ++after) {
            std::int64_t best = 2 * kImpossible;
            std::uint8_t origin = 0;
            for (std::size_t i = 0; i < kBefore[after].size; ++i) {
                const std::uint8_t before = kBefore[after].labels[i];
                const std::int64_t sum = sums[before] + transitions[before][after];
                origin = sum > best ? before : origin;
                best = std::max(best, sum);
            }
            origins[at][after] = origin;
            next[after] = best + scores[at][after];
        }
        sums = next;
    }
    auto label =
        static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
    for (std::size_t at = scores.size(); at-- > 0;) {
        labels[at] = static_cast<Label>(label);
        label = origins[at][label];
    }
    return labels;
}

}  // namespace dateline::analysis
