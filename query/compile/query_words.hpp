// What the words of a query stand for in an index: tokens, stems, codes.
#pragma once

#include "common/storage/index_reader.hpp"
#include "common/text/stemmer.hpp"
#include "common/text/token_stream.hpp"
#include "common/text/tokenizer.hpp"

#include <memory>
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

/// Languages in which a query word has the same stems.
struct StemGroup {
    std::vector<std::string> stems;      ///< sorted, without repetition
    std::vector<std::string> languages;  ///< codes as in the terms of `lang:`
};

/// Cuts query text as articles were cut, and stems for the languages of the index. Not thread-safe.
class QueryWords {
public:
    /// @param languages  of the articles, see index_languages(); not empty
    explicit QueryWords(std::vector<std::string> languages) : languages_(std::move(languages)) {}

    [[nodiscard]] std::vector<QueryToken> tokens(std::string_view text);

    /// The stems under which `token` is indexed in articles of `language`, sorted.
    [[nodiscard]] std::vector<std::string> stems(const std::string& language,
                                                 const QueryToken& token);

    /// The languages of the index by what `token`'s stems are in them; the group with the most
    /// frequent language first.
    [[nodiscard]] std::vector<StemGroup> stem_groups(const QueryToken& token);

    [[nodiscard]] text::Tokenizer& tokenizer() noexcept { return tokenizer_; }
    [[nodiscard]] text::Stemmer& stemmer() noexcept { return stemmer_; }

private:
    std::vector<std::string> languages_;
    text::Tokenizer tokenizer_;
    text::Stemmer stemmer_;
    text::TokenList list_;
};

/// The code sets of a run of tokens, for contains_sequence(); the last place may be filled by any
/// of `last_words` instead (folded forms), if it is not empty.
[[nodiscard]] std::vector<text::CodeSet> code_sequence(const std::vector<QueryToken>& tokens,
                                                       const std::vector<std::string>& last_words);

/// The languages of the articles in `reader`, by number of articles, most first; kUnknownLanguage
/// stands for those of unknown language. Never empty.
[[nodiscard]] std::vector<std::string> index_languages(const storage::IndexReader& reader);

}  // namespace dateline::compile
