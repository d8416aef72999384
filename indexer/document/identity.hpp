// Which article an article is: its key, and whether it says what it said before.
#pragma once

#include "common/article/article.hpp"
#include "common/base/hash.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace dateline::document {

/// What tells an article apart from others and from its own earlier versions.
struct Identity {
    Hash128 key;  ///< of (collection, given id), else canonical URL, else file, member and record
    Hash128 collision_key;  ///< under which it is kept if another article has the key
    std::uint64_t content_hash =
        0;  ///< of all stated fields but the id, and the versions of schema, tokenizer and analysis
    std::uint64_t file_hash = 0;  ///< of the file and member it came from
    std::string path;             ///< file_identity() of its file
};

/// The identity of `article`, whose file is at `path` (see file_identity).
///
/// A given id of 16 hexadecimal digits is taken as one that Dateline printed: it becomes the public
/// id again, so that exporting and indexing an export keep it.
///
/// @param analysis  version of what will find mentions in the text; then those that it finds itself
///                  (is_extracted()) do not count. Empty if nothing will.
[[nodiscard]] Identity identify(const Article& article,
                                std::string_view path,
                                std::string_view analysis = {});

/// The name of a file that does not depend on the folder the command runs in: its path relative to
/// the folder that holds the index, lexically normal. `-` (standard input) stays as it is.
[[nodiscard]] std::string file_identity(std::string_view file,
                                        const std::filesystem::path& index_folder);

}  // namespace dateline::document
