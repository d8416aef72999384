// The decoder against all rows of labels.
#include "indexer/analysis/viterbi.hpp"

#include "indexer/train/random.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace dateline::analysis {
namespace {

// The sum of a row, or nothing if it is not allowed.
std::optional<std::int64_t> sum_of(const std::vector<Label>& labels,
                                   const std::vector<LabelScores>& scores,
                                   const TransitionScores& transitions) {
    std::int64_t sum = 0;
    Label before = Label::Outside;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!may_follow(before, labels[i])) {
            return std::nullopt;
        }
        const auto label = static_cast<std::size_t>(labels[i]);
        sum += transitions[static_cast<std::size_t>(before)][label] + scores[i][label];
        before = labels[i];
    }
    return sum;
}

std::int64_t best_sum(const std::vector<LabelScores>& scores, const TransitionScores& transitions) {
    std::size_t rows = 1;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        rows *= kLabels;
    }
    std::int64_t best = INT64_MIN;
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<Label> labels;
        for (std::size_t rest = row; labels.size() < scores.size(); rest /= kLabels) {
            labels.push_back(static_cast<Label>(rest % kLabels));
        }
        if (const auto sum = sum_of(labels, scores, transitions); sum && *sum > best) {
            best = *sum;
        }
    }
    return best;
}

}  // namespace

TEST_SUITE("analysis.viterbi") {
    TEST_CASE("best_labels finds the best of all rows") {
        train::Random random(7);
        const auto score = [&] {
            return static_cast<std::int16_t>(static_cast<int>(random.below(2001)) - 1000);
        };
        for (int round = 0; round < 40; ++round) {
            std::vector<LabelScores> scores(1 + random.below(4));
            for (LabelScores& token : scores) {
                for (std::int16_t& value : token) {
                    value = score();
                }
            }
            TransitionScores transitions{};
            for (auto& row : transitions) {
                for (std::int16_t& value : row) {
                    value = score();
                }
            }
            const std::vector<Label> labels = best_labels(scores, transitions);
            const auto sum = sum_of(labels, scores, transitions);
            REQUIRE(sum.has_value());
            CHECK(*sum == best_sum(scores, transitions));
        }
    }

    TEST_CASE("best_labels never begins a name inside it") {
        std::vector<LabelScores> scores(1);
        scores[0][static_cast<std::size_t>(Label::InsidePlace)] = 32000;
        const std::vector<Label> labels = best_labels(scores, {});
        REQUIRE(labels.size() == 1);
        CHECK(labels[0] != Label::InsidePlace);
    }

    TEST_CASE("best_labels stays in its numbers over a long row of the lowest scores") {
        LabelScores lowest;
        lowest.fill(INT16_MIN);
        const std::vector<LabelScores> scores(5000, lowest);
        CHECK(best_labels(scores, {}).size() == 5000);
        CHECK(best_labels({}, {}).empty());
    }

    TEST_CASE("may_follow lets a name go on in its own type only") {
        CHECK(may_follow(Label::BeginOrg, Label::InsideOrg));
        CHECK(may_follow(Label::InsideOrg, Label::InsideOrg));
        CHECK(may_follow(Label::InsideOrg, Label::BeginOrg));
        CHECK_FALSE(may_follow(Label::BeginPerson, Label::InsideOrg));
        CHECK_FALSE(may_follow(Label::Outside, Label::InsideOrg));
    }
}

}  // namespace dateline::analysis
