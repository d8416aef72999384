// Articles taken apart for the scanner: tokens, and how often each word counts.
#pragma once

#include "common/article/article.hpp"
#include "common/text/stemmer.hpp"
#include "common/text/tokenizer.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::property {

/// A token of an article or of a query word.
struct ScanToken {
    std::string folded;
    std::string exact;
    bool is_character = false;
    bool joined = false;
    char mark = '\0';
    std::vector<std::string>
        stems;  ///< in the article's language, but for the folded form; of query tokens: empty

    friend bool operator==(const ScanToken&, const ScanToken&) = default;
};

/// How much a word weighs in an article: a word of the title counts twice in the whole text.
struct WordCount {
    std::uint64_t whole = 0;
    std::uint64_t title = 0;
};

/// An article as the scanner looks at it.
struct ScanArticle {
    Article article;
    std::string id;                             ///< public id: also the order of ties
    std::vector<std::vector<ScanToken>> parts;  ///< the title, then each paragraph
    std::map<std::string, WordCount> words;     ///< by folded form; also pairs and dictionary words
    std::map<std::string, WordCount> stems;
    std::uint64_t length = 0;  ///< all counts of all words and stems, whole and title
    std::uint64_t tokens = 0;
};

/// Cuts text with the project's tokenizer and counts words by the rules of ranking: each word and
/// each of its stems that is not the word itself counts twice in the title and once below it; a
/// word or stem of the title counts once more as a word of the title; in scripts without spaces
/// single characters count nothing, pairs of neighbours and dictionary words of three characters or
/// more count as words do.
class TextScanner {
public:
    [[nodiscard]] ScanArticle scan(const Article& article, const std::string& public_id);

    [[nodiscard]] std::vector<ScanToken> tokens(std::string_view text);

    /// The stems of `token` in any of `languages`.
    [[nodiscard]] std::vector<std::string> stems(const ScanToken& token,
                                                 const std::vector<std::string>& languages);

private:
    void scan_part(const std::string& part, bool in_title, ScanArticle& scanned);

    text::Tokenizer tokenizer_;
    text::Stemmer stemmer_;
    text::TokenList list_;
};

}  // namespace dateline::property
