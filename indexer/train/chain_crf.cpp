// Forward and backward sums are scaled to 1 at each token. All sums are in a fixed order and in one
// thread, so that the same set gives the same bytes.
#include "indexer/train/chain_crf.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::train {

using analysis::kLabels;
using analysis::Label;

namespace {

using Probabilities = std::array<double, kLabels>;
using Pairs = std::array<Probabilities, kLabels>;

bool allowed(std::size_t before, std::size_t after) {
    return analysis::may_follow(static_cast<Label>(before), static_cast<Label>(after));
}

// Divides `values` by their sum, which is returned.
double normalise(Probabilities& values) {
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    for (double& value : values) {
        value /= sum;
    }
    return sum;
}

}  // namespace

struct ChainCrf::Expectations {
    std::vector<Probabilities> labels;  // of each token
    Pairs pairs{};                      // sums over the chain, the step from Outside included
    double log_partition = 0;
};

ChainCrf::ChainCrf(std::size_t rows, CrfSettings settings) : settings_(settings), rows_(rows) {}

LabelSums ChainCrf::sums_at(const ChainSet& set, std::size_t token) const {
    LabelSums sums{};
    if (!set.base.empty()) {
        sums = set.base[token];
    }
    for (const std::uint32_t row : set.rows_of(token)) {
        for (std::size_t label = 0; label < kLabels; ++label) {
            sums[label] += rows_[row].weights[label];
        }
    }
    return sums;
}

ChainCrf::Factors ChainCrf::transition_factors() const {
    Pairs steps{};
    for (std::size_t before = 0; before < kLabels; ++before) {
        for (std::size_t after = 0; after < kLabels; ++after) {
            steps[before][after] =
                allowed(before, after)
                    ? std::exp(static_cast<double>(transitions_[before].weights[after]))
                    : 0;
        }
    }
    return steps;
}

ChainCrf::Expectations ChainCrf::expectations(const ChainSet& set, const Chain& chain) const {
    const std::size_t size = chain.end_token - chain.first_token;
    Expectations result;
    std::vector<Probabilities> emissions(size);
    std::vector<Probabilities> forward(size);
    const Pairs steps = transition_factors();
    Probabilities previous{};
    previous[0] = 1;
    for (std::size_t at = 0; at < size; ++at) {
        const LabelSums sums = sums_at(set, chain.first_token + at);
        const float highest = *std::max_element(sums.begin(), sums.end());
        for (std::size_t after = 0; after < kLabels; ++after) {
            emissions[at][after] = std::exp(static_cast<double>(sums[after] - highest));
            double sum = 0;
            for (std::size_t before = 0; before < kLabels; ++before) {
                sum += previous[before] * steps[before][after];
            }
            forward[at][after] = sum * emissions[at][after];
        }
        result.log_partition += std::log(normalise(forward[at])) + static_cast<double>(highest);
        previous = forward[at];
    }
    result.labels.resize(size);
    Probabilities backward;
    backward.fill(1);
    for (std::size_t at = size; at-- > 0;) {
        for (std::size_t label = 0; label < kLabels; ++label) {
            result.labels[at][label] = forward[at][label] * backward[label];
        }
        normalise(result.labels[at]);
        Probabilities outside{};
        outside[0] = 1;
        const Probabilities& left = at == 0 ? outside : forward[at - 1];
        Pairs pair{};
        double sum = 0;
        Probabilities next{};
        for (std::size_t before = 0; before < kLabels; ++before) {
            for (std::size_t after = 0; after < kLabels; ++after) {
                const double part = steps[before][after] * emissions[at][after] * backward[after];
                next[before] += part;
                pair[before][after] = left[before] * part;
                sum += pair[before][after];
            }
        }
        for (std::size_t before = 0; before < kLabels; ++before) {
            for (std::size_t after = 0; after < kLabels; ++after) {
                result.pairs[before][after] += pair[before][after] / sum;
            }
        }
        normalise(next);
        backward = next;
    }
    return result;
}

void ChainCrf::update(Row& row, std::size_t label, float gradient) const {
    float& square = row.squares[label];
    float& weight = row.weights[label];
    square += gradient * gradient;
    const float rate = settings_.rate / std::sqrt(square + 1e-8F);
    weight -= rate * gradient;
    const float pull = rate * settings_.shrink;
    weight = weight > 0 ? std::max(0.0F, weight - pull) : std::min(0.0F, weight + pull);
}

void ChainCrf::remember() {
    remembered_.resize(rows_.size() + transitions_.size());
    for (std::size_t row = 0; row < remembered_.size(); ++row) {
        const Row& from = row < rows_.size() ? rows_[row] : transitions_[row - rows_.size()];
        for (std::size_t label = 0; label < kLabels; ++label) {
            remembered_[row][label] += from.weights[label];
        }
    }
    ++times_remembered_;
}

void ChainCrf::average() {
    for (std::size_t row = 0; row < remembered_.size(); ++row) {
        Row& to = row < rows_.size() ? rows_[row] : transitions_[row - rows_.size()];
        for (std::size_t label = 0; label < kLabels; ++label) {
            to.weights[label] = remembered_[row][label] / static_cast<float>(times_remembered_);
        }
    }
    remembered_.clear();
    times_remembered_ = 0;
}

double ChainCrf::step(const ChainSet& set, const Chain& chain) {
    constexpr double least_gradient = 1e-4;
    const Expectations expected = expectations(set, chain);
    double score = 0;
    std::size_t before = 0;
    Pairs pairs = expected.pairs;
    for (std::size_t token = chain.first_token; token < chain.end_token; ++token) {
        const auto truth = static_cast<std::size_t>(set.labels[token]);
        score += static_cast<double>(sums_at(set, token)[truth]) +
                 static_cast<double>(transitions_[before].weights[truth]);
        pairs[before][truth] -= 1;
        before = truth;
    }
    for (std::size_t token = chain.first_token; token < chain.end_token; ++token) {
        const auto truth = static_cast<std::size_t>(set.labels[token]);
        const Probabilities& labels = expected.labels[token - chain.first_token];
        for (std::size_t label = 0; label < kLabels; ++label) {
            const double gradient = labels[label] - (label == truth ? 1 : 0);
            if (std::abs(gradient) < least_gradient) {
                continue;
            }
            const float weighted = static_cast<float>(gradient) * chain.weight;
            for (const std::uint32_t row : set.rows_of(token)) {
                update(rows_[row], label, weighted);
            }
        }
    }
    for (std::size_t from = 0; from < kLabels; ++from) {
        for (std::size_t to = 0; to < kLabels; ++to) {
            if (allowed(from, to) && std::abs(pairs[from][to]) >= least_gradient) {
                update(transitions_[from], to, static_cast<float>(pairs[from][to]) * chain.weight);
            }
        }
    }
    return expected.log_partition - score;
}

}  // namespace dateline::train
