// Leaves stop words out of a query.
#pragma once

#include "query/compile/query_words.hpp"
#include "query/parse/tree.hpp"

#include <string>
#include <vector>

namespace dateline::compile {

/// A query without its stop words.
struct PrunedQuery {
    parse::Node tree;
    std::vector<std::string> dropped;  ///< the words left out, in order
};

/// Drops the stop words of `language` that stand as plain words beside others under AND, if a
/// wanted word that is none stands there too; a word in quotes, in a field, under OR or NOT, or
/// marked exact stays. Adding a clause that is not on the text with AND to a query never changes
/// what is dropped from it.
[[nodiscard]] PrunedQuery drop_stop_words(const parse::Node& tree,
                                          const std::string& language,
                                          QueryWords& words);

/// The same for a bag of words (parse::read_bag_of_words()): the words under its Or go, unless all
/// of them are stop words.
[[nodiscard]] PrunedQuery drop_stop_words_of_bag(const parse::Node& bag,
                                                 const std::string& language,
                                                 QueryWords& words);

}  // namespace dateline::compile
