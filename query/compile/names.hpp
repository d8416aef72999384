// Names in queries: which entities of the index they stand for.
#pragma once

#include "common/storage/index_reader.hpp"
#include "query/compile/query_words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::compile {

/// An entity that fits a name.
struct FoundEntity {
    std::string key;   ///< `P:vladimir-putin`
    std::string name;  ///< as an article writes it; of several spellings the first in byte order
};

/// All entities of `field` (a Name field) whose name contains `text`: as whole words in a row, or,
/// where `prefix` is set, with the last word only begun; scripts without spaces match anywhere.
/// With `whole` the name must be `text` and no more. Sorted by key. Takes time in proportion to the
/// number of distinct names in the index.
[[nodiscard]] std::vector<FoundEntity> find_entities(const storage::IndexReader& reader,
                                                     const schema::Field& field,
                                                     std::string_view text,
                                                     bool whole,
                                                     bool prefix,
                                                     QueryWords& words);

}  // namespace dateline::compile
