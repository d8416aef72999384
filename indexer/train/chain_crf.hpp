// A linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001) and its
// training by AdaGrad (Duchi, Hazan and Singer, JMLR 12, 2011) on one chain after the other.
#pragma once

#include "indexer/analysis/labels.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::train {

/// The sum of weights that each label has at a token.
using LabelSums = std::array<float, analysis::kLabels>;

/// Tokens that are labelled together.
struct Chain {
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0;
    std::uint32_t text = 0;  ///< number of the text, for parts of the set
    float weight = 1;
};

/// Chains with the features and the true label of every token.
struct ChainSet {
    std::vector<Chain> chains;
    std::vector<std::uint32_t> rows;          ///< of all tokens' features, one after the other
    std::vector<std::uint64_t> first_row{0};  ///< of each token in `rows`, and the end
    std::vector<analysis::Label> labels;
    std::vector<LabelSums> base;  ///< added to the sums of each token; empty: nothing

    [[nodiscard]] std::span<const std::uint32_t> rows_of(std::size_t token) const {
        return std::span(rows).subspan(first_row[token], first_row[token + 1] - first_row[token]);
    }
};

/// How to train.
struct CrfSettings {
    float rate = 0.1F;    ///< step of AdaGrad
    float shrink = 0.0F;  ///< L1: how far each step pulls the weights to zero
};

/// The weights, and the sums of squares that AdaGrad keeps.
class ChainCrf {
public:
    ChainCrf(std::size_t rows, CrfSettings settings);

    /// One step on `chain` of `set`; the negative logarithm of its likelihood before the step.
    double step(const ChainSet& set, const Chain& chain);

    /// Adds the present weights to those that average() is of.
    void remember();

    /// Makes the weights the mean of the remembered ones: weights of one moment lean towards the
    /// chains that came last.
    void average();

    /// The sums of weights at `token`.
    [[nodiscard]] LabelSums sums_at(const ChainSet& set, std::size_t token) const;

    [[nodiscard]] std::span<const float> weights_of(std::size_t row) const {
        return std::span(rows_[row].weights).first(analysis::kLabels);
    }

    [[nodiscard]] float transition(std::size_t before, std::size_t after) const {
        return transitions_[before].weights[after];
    }

private:
    // One cache line.
    struct alignas(64) Row {
        std::array<float, 8> weights{};
        std::array<float, 8> squares{};
    };
    struct Expectations;  // of one chain
    using Factors = std::array<std::array<double, analysis::kLabels>, analysis::kLabels>;

    [[nodiscard]] Factors transition_factors() const;  // 0 where may_follow() forbids
    [[nodiscard]] Expectations expectations(const ChainSet& set, const Chain& chain) const;
    void update(Row& row, std::size_t label, float gradient) const;

    CrfSettings settings_;
    std::vector<std::array<float, 8>> remembered_;  // sums; of the rows, then of the transitions
    unsigned times_remembered_ = 0;
    std::vector<Row> rows_;
    std::array<Row, analysis::kLabels> transitions_{};
};

}  // namespace dateline::train
