// Articles as an index keeps them, for listing, exporting and comparing.
#pragma once

#include "common/article/article.hpp"
#include "common/storage/index_reader.hpp"
#include "common/storage/shard_writer.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::storage {

/// The stored article at `place`.
/// @throws Error (IndexDamaged) if it cannot be read; Xapian's DatabaseModifiedError passes
/// through.
[[nodiscard]] Article stored_article(const IndexReader& reader, const DocumentPlace& place);

/// The stored article of `document`, which was read from an index.
/// @throws Error (IndexDamaged) if it cannot be read.
[[nodiscard]] Article stored_article(const Xapian::Document& document);

/// What `reader` holds under `key`, and in which shard.
struct FoundArticle {
    DocumentPlace place;
    ExistingArticle existing;
};

/// Looks `key` up in all shards. @throws Error when the index cannot be read.
[[nodiscard]] std::optional<FoundArticle> find_article(const IndexReader& reader,
                                                       const Hash128& key);

/// The articles from files that `wanted` (given the path behind schema::kPathPrefix) accepts,
/// sorted.
/// @throws Error when the index cannot be read.
[[nodiscard]] std::vector<DocumentPlace> articles_in(
    const IndexReader& reader, const std::function<bool(std::string_view path)>& wanted);

/// Calls `action(article, public_id)` for every article of the index at `folder`, shard by shard in
/// ascending docids, until it returns false. A writer may work meanwhile: an article that it
/// replaces is given in its old or its new version, or both.
///
/// @throws Error as IndexReader, stored_article() and retry_when_modified() do.
void for_each_article(
    const std::filesystem::path& folder,
    const std::function<bool(const Article&, const std::string& public_id)>& action);

}  // namespace dateline::storage
