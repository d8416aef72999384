// Turns an article into the terms, values and stored data of the index.
#pragma once

#include "common/article/article.hpp"
#include "common/storage/index_document.hpp"
#include "indexer/document/identity.hpp"
#include "indexer/document/text_terms.hpp"

#include <cstddef>
#include <memory>

namespace dateline::document {

/// Builds index documents. A pure function of article and identity: threads, shards and order leave
/// no trace. Not thread-safe: one object a thread; it keeps caches of words.
class DocumentBuilder {
public:
    /// @param max_cached_words  distinct words that are kept between articles, each
    ///                          about 400 bytes; the cache starts anew above it
    explicit DocumentBuilder(std::size_t max_cached_words = kDefaultCachedWords);
    ~DocumentBuilder();
    DocumentBuilder(const DocumentBuilder&) = delete;
    DocumentBuilder& operator=(const DocumentBuilder&) = delete;

    /// The document of `article`, whose language must have been settled. Terms are listed in
    /// common/schema/fields; words of the title count schema::kTitleWeight times.
    [[nodiscard]] storage::IndexDocument build(const Article& article, const Identity& identity);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Detects and sets the language of `article` if it states none.
void settle_language(Article& article);

}  // namespace dateline::document
