// IneB2 against values computed by hand.
#include "query/compile/text_weight.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace dateline::compile {

TEST_SUITE("search.text_weight") {
    TEST_CASE("word_weight equals IneB2 computed by hand") {
        // Three occurrences spread over 10 articles at random are in 10 (1 - 0.9^3) = 2.71 of them.
        CHECK(std::abs(word_weight({10, 2, 3}) - (4.0 / 2) * std::log2(11 / 3.21)) < 1e-12);
        // Every article has it: 10 (1 - 0.9^10) = 6.5132...
        const double spread = 10 * (1 - std::pow(0.9, 10));
        CHECK(std::abs(word_weight({10, 10, 10}) - 1.1 * std::log2(11 / (spread + 0.5))) < 1e-12);
        CHECK(word_weight({10, 10, 10}) > 0);
    }

    TEST_CASE("word_weight is defined for one article and for statistics that disagree") {
        CHECK(std::abs(word_weight({1, 1, 1}) - 2 * std::log2(2 / 1.5)) < 1e-12);
        CHECK(word_weight({0, 0, 0}) == 0);
        // A word that nothing has, or more articles than there are: of several forms of a word the
        // frequencies are estimates.
        CHECK(word_weight({10, 0, 0}) == word_weight({10, 1, 0}));
        CHECK(word_weight({10, 11, 12}) == word_weight({10, 10, 12}));
    }

    TEST_CASE("word_weight keeps its digits in a large index") {
        // One occurrence in a hundred million articles is expected in one of them.
        CHECK(std::abs(word_weight({100'000'000, 1, 1}) - 2 * std::log2(100'000'001 / 1.5)) < 1e-6);
    }

    TEST_CASE("word_share equals normalisation 2 computed by hand") {
        // Half the mean length: 3 log2(1 + 2) = 4.7548...
        const double frequency = 3 * std::log2(3.0);
        CHECK(std::abs(word_share(3, 50, 100) - frequency / (frequency + 1)) < 1e-12);
        CHECK(word_share(1, 100, 100) == 0.5);
        CHECK(word_share(0, 100, 100) == 0);
        CHECK(word_share(0, 0, 100) == 0);
        CHECK(word_share(2, 100, 100) > word_share(1, 100, 100));
        CHECK(word_share(1, 100, 100) > word_share(1, 200, 100));
    }

    TEST_CASE("TextWeight weighs by word_share and nothing else") {
        const TextWeight weight(100);
        CHECK(weight.get_sumpart(0, 100, 1) == 0);
        CHECK(weight.get_maxextra() == 0);
        CHECK(weight.get_sumextra(100, 1) == 0);
    }
}

}  // namespace dateline::compile
