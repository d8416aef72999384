// Random queries about the articles of a random corpus.
#pragma once

#include "common/article/article.hpp"
#include "common/text/tokenizer.hpp"
#include "query/parse/tree.hpp"
#include "tests/property/random.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace dateline::property {

/// Draws queries from the words, names and dates that the articles really have, so that most of
/// them match something.
class QueryMaker {
public:
    /// @param articles  must not be empty and must outlive this object
    QueryMaker(const std::vector<Article>& articles, Random& random)
        : articles_(articles), random_(random) {}

    /// A tree of at most `depth` operators above each other.
    [[nodiscard]] parse::Node tree(std::size_t depth);

    /// A clause that filters by something else than the text.
    [[nodiscard]] parse::Node filter();

private:
    [[nodiscard]] parse::Node leaf();
    [[nodiscard]] parse::Node word();
    [[nodiscard]] parse::Node phrase();
    [[nodiscard]] parse::Node name();
    [[nodiscard]] parse::Node code();
    [[nodiscard]] parse::Node days();
    [[nodiscard]] parse::Node numbers();
    [[nodiscard]] std::string piece(std::size_t most_tokens);

    const std::vector<Article>& articles_;
    Random& random_;
    text::Tokenizer tokenizer_;
    text::TokenList list_;
};

}  // namespace dateline::property
