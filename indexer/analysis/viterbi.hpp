// The most likely row of labels for a row of scores.
#pragma once

#include "indexer/analysis/labels.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::analysis {

/// The score of each label, in steps of a model; the last entry is no label and means nothing.
using LabelScores = std::array<std::int16_t, 8>;

/// The score of each pair of neighbouring labels, [before][after], in steps. What
/// may_follow() forbids is never looked at.
using TransitionScores = std::array<std::array<std::int16_t, kLabels>, kLabels>;

/// The row of labels with the highest sum of scores, of all rows that may_follow() allows behind
/// Outside. Of equal rows the one whose last differing label is lower. As many labels as scores.
[[nodiscard]] std::vector<Label> best_labels(std::span<const LabelScores> scores,
                                             const TransitionScores& transitions);

}  // namespace dateline::analysis
