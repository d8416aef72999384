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
    std::string key;           ///< `P:vladimir-putin`
    std::string name;          ///< the canonical one; of several the first in byte order
    std::string within;        ///< what a place is in: `Texas, United States`; else empty
    bool by_spelling = false;  ///< only another spelling fits: articles may not have its words
};

/// All entities of `field` (a Name field) whose name contains `text`: as whole words in a row, or,
/// where `prefix` is set, with the last word only begun; scripts without spaces match anywhere.
/// With `whole` the name must be `text` and no more. What stands behind a comma must be what a
/// place is in: `Paris, Texas`. Sorted by key. Takes time in proportion to the number of distinct
/// names in the index.
[[nodiscard]] std::vector<FoundEntity> find_entities(const storage::IndexReader& reader,
                                                     const schema::Field& field,
                                                     std::string_view text,
                                                     bool whole,
                                                     bool prefix,
                                                     QueryWords& words);

}  // namespace dateline::compile
