// The named things of an article: people, places, organisations, topics, bylines and the like.
#pragma once

#include "common/article/article.hpp"
#include "common/storage/index_document.hpp"
#include "common/text/tokenizer.hpp"

#include <vector>

namespace dateline::document {

/// Terms and facet values of an article's metadata and mentions.
struct FacetTerms {
    std::vector<storage::FacetValues>
        facets;                             ///< one for each facet that has values, values sorted
    std::vector<storage::TermCount> terms;  ///< ids, words of names, `has:`; may repeat
};

/// Collects what `article` states. The id of a named thing is its type letter, a colon, and the
/// slug of its name, so that it depends on nothing but the article.
[[nodiscard]] FacetTerms collect_facets(const Article& article, text::Tokenizer& tokenizer);

/// The facet value of `mention`, which must not be a date.
[[nodiscard]] storage::FacetValue mention_value(const Mention& mention);

}  // namespace dateline::document
