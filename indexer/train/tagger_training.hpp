// Trains the tagger: labelled texts in, bytes of a model out.
#pragma once

#include "indexer/analysis/name_lists.hpp"
#include "indexer/train/labelled_text.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace dateline::train {

/// How to train. The defaults are those of the model that comes with the program.
struct TrainingSettings {
    unsigned epochs = 6;
    std::uint64_t seed = 1;
    unsigned folds = 2;             ///< of the first pass, for training the second; at least 2
    std::uint32_t least_count = 3;  ///< occurrences of a feature that is kept
    float rate = 0.05F;
    float shrink = 0.001F;
    float least_weight = 0.05F;            ///< rows whose weights are all smaller are dropped
    std::uint64_t most_bytes = 5'000'000;  ///< of the model; the weakest rows are dropped
};

/// A model as bytes, and what went into it.
struct TrainedModel {
    std::string bytes;
    std::uint64_t tokens = 0;    ///< in stretches with capitals
    std::uint64_t features = 0;  ///< with weights in the model
};

/// Trains on `texts`, in one thread; the same arguments give the same bytes. `lists` may be null.
/// `progress` gets a line after each step of the work.
///
/// @throws Error (Usage) if there is no text with a name.
[[nodiscard]] TrainedModel train_tagger(const std::vector<LabelledText>& texts,
                                        const analysis::NameLists* lists,
                                        const TrainingSettings& settings,
                                        const std::function<void(const std::string&)>& progress);

}  // namespace dateline::train
