// The words of an indexed article, and which of them say most about it.
#pragma once

#include "query/compile/query_words.hpp"

#include <xapian.h>

#include <map>
#include <string>

namespace dateline::compile {

/// Words of one article that have a stem in common.
struct ArticleWord {
    std::string word;               ///< the most frequent of them, folded
    std::uint64_t occurrences = 0;  ///< of all of them, in units of wdf
    std::uint64_t of_word = 0;      ///< of `word` alone
};

/// The words of `document` by their stems in `language`, without its stop words and without what
/// has no letter.
[[nodiscard]] std::map<std::string, ArticleWord> article_words(const Xapian::Document& document,
                                                               const std::string& language,
                                                               QueryWords& words);

}  // namespace dateline::compile
