// The words of an article as index terms and as a token stream.
#pragma once

#include "common/article/article.hpp"
#include "common/storage/index_document.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace dateline::document {

/// What the text of one article becomes.
struct TextTerms {
    std::vector<storage::TermCount>
        terms;                ///< a term may stand more than once: sum the frequencies
    std::string stream;       ///< see common/text/token_stream.hpp
    std::uint64_t words = 0;  ///< tokens in title and paragraphs
    std::vector<std::uint32_t> token_starts;  ///< of each token, in bytes of full_text()
};

/// Words that a builder keeps by default.
inline constexpr std::size_t kDefaultCachedWords = 10'000;

/// Tokenizes articles. Not thread-safe; keeps a cache of words, bounded.
class TextTermBuilder {
public:
    /// @param max_cached_words  see DocumentBuilder
    explicit TextTermBuilder(std::size_t max_cached_words = kDefaultCachedWords);
    ~TextTermBuilder();
    TextTermBuilder(const TextTermBuilder&) = delete;
    TextTermBuilder& operator=(const TextTermBuilder&) = delete;

    /// Terms and stream of title and paragraphs:
    ///  - each word, folded, weighted schema::kTitleWeight in the title; its stems behind
    ///  kStemPrefix,
    ///    unless the word is its own stem; both again behind the title's prefixes for words of it;
    ///  - `#word` and `@word` where a mark stood before the word;
    ///  - forms with diacritics behind kExactPrefix and kVariantPrefix;
    ///  - in scripts without spaces each character (weight 0), each pair of neighbours, and the
    ///    dictionary words of three or more characters.
    [[nodiscard]] TextTerms build(const Article& article);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline::document
