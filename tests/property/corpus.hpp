// Random articles from a small vocabulary, so that words, phrases, names and dates really collide.
#pragma once

#include "common/article/article.hpp"
#include "tests/property/random.hpp"

#include <cstddef>
#include <vector>

namespace dateline::property {

/// How a corpus is made.
struct CorpusOptions {
    std::size_t articles = 60;
    bool all_with_id = false;  ///< every article has a given id, so that its key outlives edits
};

/// Articles in English, German, French, Russian and Japanese, mixed; some without title, date,
/// language or id. No two have the same given id or address.
[[nodiscard]] std::vector<Article> random_corpus(Random& random, const CorpusOptions& options);

/// Text, names and date of `article` drawn anew; id, address and collection stay.
void redraw(Article& article, Random& random);

}  // namespace dateline::property
