// How well found names agree with marked ones.
#pragma once

#include "indexer/analysis/tagger.hpp"
#include "indexer/train/labelled_text.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace dateline::train {

/// Counts of one type of name. A name is right if type, start and end are.
struct NameCounts {
    std::size_t right = 0;
    std::size_t found = 0;
    std::size_t marked = 0;

    [[nodiscard]] double precision() const noexcept;  ///< 0 to 1; 0 if nothing was found
    [[nodiscard]] double recall() const noexcept;     ///< 0 to 1; 0 if nothing was marked
    [[nodiscard]] double f1() const noexcept;
};

/// The counts of persons, places and organisations, in this order.
using NameScores = std::array<NameCounts, 3>;

/// A name that was missed, or found where none is marked.
struct NameError {
    std::string text;  ///< the name's document
    MentionType type = MentionType::Person;
    bool missed = false;
    std::string name;
    std::string context;  ///< some words before and behind, on one line
};

/// Scores of several texts.
struct ScoredTexts {
    NameScores scores;
    std::vector<NameError> errors;  ///< in the order of the texts
    std::size_t bytes = 0;
    std::size_t tokens = 0;
    double seconds = 0;  ///< of processor time, for tagging alone
};

/// Tags `texts` and compares.
[[nodiscard]] ScoredTexts score_names(const analysis::Tagger& tagger,
                                      const std::vector<LabelledText>& texts);

}  // namespace dateline::train
