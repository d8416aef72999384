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
    std::string key;           ///< the canonical id: `P:vladimir-putin`
    std::string name;          ///< the canonical one; of several the first in byte order
    std::string within;        ///< what a place is in: `Texas, United States`; else empty
    bool by_spelling = false;  ///< only another spelling fits: articles may not have its words
    std::vector<std::string> keys{};      ///< all ids that are joined to it, its own included
    std::vector<std::string> unworded{};  ///< those whose articles may not have the words
};

/// All entities of `field` (a Name field) whose name contains `text`: as whole words in a row, or,
/// where `prefix` is set, with the last word only begun; scripts without spaces match anywhere.
/// With `edits` over 0, `text` is one word, which so many edits (see EditRows) at most turn into a
/// word of the name. With `whole` the name must be `text` and no more. Joined ids
/// (IndexReader::joins()) are one entity, which the names of all of them and the user's aliases
/// find. What stands behind a comma must be what a place is in: `Paris, Texas`, `Paris, TX`. Names
/// that the gazetteer knows them by find entities, too, see ids_of_other_name(), and where nobody
/// has the name of a person as it is, other_readings() of it. Sorted by key. Takes time in
/// proportion to the number of distinct names in the index.
///
/// @throws Error (InputUnreadable) if there is a gazetteer that cannot be read.
[[nodiscard]] std::vector<FoundEntity> find_entities(const storage::IndexReader& reader,
                                                     const schema::Field& field,
                                                     std::string_view text,
                                                     bool whole,
                                                     bool prefix,
                                                     QueryWords& words,
                                                     std::size_t edits = 0);

}  // namespace dateline::compile
