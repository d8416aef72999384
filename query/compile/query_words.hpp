// What the words of a query stand for in an index: tokens, stems, codes.
#pragma once

#include "common/storage/index_reader.hpp"
#include "common/text/stemmer.hpp"
#include "common/text/token_stream.hpp"
#include "common/text/tokenizer.hpp"

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::compile {

/// One token of a query word or phrase.
struct QueryToken {
    std::string folded;
    std::string exact;
    bool is_character = false;  ///< of a script without spaces
    bool joined = false;        ///< directly behind the token before it
    char mark = '\0';           ///< `#` or `@` in front
};

/// Cuts query text as articles were cut, and stems for the languages of the index. Not thread-safe.
class QueryWords {
public:
    /// @param languages  of the articles that can match; empty strings stand for "not known"
    explicit QueryWords(std::set<std::string> languages) : languages_(std::move(languages)) {}

    [[nodiscard]] std::vector<QueryToken> tokens(std::string_view text);

    /// The stems under which `token` is indexed in any of the languages, sorted, without
    /// repetition.
    [[nodiscard]] std::vector<std::string> stems(const QueryToken& token);

    [[nodiscard]] text::Tokenizer& tokenizer() noexcept { return tokenizer_; }
    [[nodiscard]] text::Stemmer& stemmer() noexcept { return stemmer_; }

private:
    std::set<std::string> languages_;
    text::Tokenizer tokenizer_;
    text::Stemmer stemmer_;
    text::TokenList list_;
};

/// The code sets of a run of tokens, for contains_sequence(); the last place may be filled by any
/// of `last_words` instead (folded forms), if it is not empty.
[[nodiscard]] std::vector<text::CodeSet> code_sequence(const std::vector<QueryToken>& tokens,
                                                       const std::vector<std::string>& last_words);

/// The languages of the articles in `reader`, by number of articles, most first. The empty string
/// stands for articles of unknown language and is always there, last.
[[nodiscard]] std::vector<std::string> index_languages(const storage::IndexReader& reader);

}  // namespace dateline::compile
