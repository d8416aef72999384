// The weights of the tagger, out of one file that is mapped into memory.
#pragma once

#include "common/base/mapped_file.hpp"
#include "indexer/analysis/features.hpp"
#include "indexer/analysis/viterbi.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// An open model. All functions are const and may be called from several threads at once.
class TaggerModel {
public:
    /// Maps the file at `path` and checks all of it.
    ///
    /// @throws Error (InputUnreadable) if it cannot be read, is no model, was made for another
    ///         version of the program, or is cut or changed.
    explicit TaggerModel(const std::filesystem::path& path);

    /// 16 hexadecimal digits that differ whenever the content does.
    [[nodiscard]] std::string version() const;

    /// Adds the weights of `features` to `scores`.
    [[nodiscard]] LabelScores plus(LabelScores scores, const FeatureList& features) const noexcept;

    /// The transitions of the first pass (0) or the second (1).
    [[nodiscard]] const TransitionScores& transitions(std::size_t pass) const noexcept {
        return transitions_[pass];
    }

    /// The number of features with weights.
    [[nodiscard]] std::uint64_t feature_count() const noexcept;

private:
    [[nodiscard]] bool may_hold(std::uint64_t feature) const noexcept;
    [[nodiscard]] const char* find(std::uint64_t feature) const noexcept;

    void note_rows();

    MappedFile file_;
    std::uint32_t buckets_ = 0;
    std::vector<std::uint32_t> rows_;  // of each bucket, which features it may hold: see may_hold()
    std::array<TransitionScores, 2> transitions_{};
};

}  // namespace dateline::analysis
