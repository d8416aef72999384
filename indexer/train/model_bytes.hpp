// Weights to the bytes of a model file.
#pragma once

#include "indexer/analysis/labels.hpp"
#include "indexer/analysis/viterbi.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline::train {

/// The weights of one feature.
struct WeightRow {
    std::uint64_t feature = 0;
    std::array<float, analysis::kLabels> weights{};
};

/// What a model file holds.
struct ModelContent {
    std::vector<WeightRow> rows;
    float step = 0;  ///< the weight that 1 stands for in the file
    std::array<analysis::TransitionScores, 2> transitions{};
};

/// The step that gives all but a few outliers of `rows` a place in -127 to 127.
[[nodiscard]] float step_for(const std::vector<WeightRow>& rows);

/// Drops rows whose weights are all below `least_weight` in size, and then, until the file has at
/// most `most_bytes`, those whose largest weight is smallest; of equal ones the later.
void keep_strongest(ModelContent& content, float least_weight, std::uint64_t most_bytes);

/// The file; see model_format.hpp.
[[nodiscard]] std::string model_bytes(const ModelContent& content);

}  // namespace dateline::train
