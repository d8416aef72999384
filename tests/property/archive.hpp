// Indexes of random corpora, made by the indexer itself.
#pragma once

#include "common/article/article.hpp"
#include "indexer/run/index_run.hpp"
#include "query/search/searcher.hpp"
#include "tests/support/temp_dir.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::property {

/// How an index is made.
struct Layout {
    std::uint32_t shards = 1;
    unsigned threads = 1;
};

/// Writes `articles` as article JSON, one a line, to the file `wire.jsonl` of `folder`, and indexes
/// that file into the index `name` of the same folder, new or grown.
///
/// @return the folder of the index.
std::filesystem::path index_articles(const testing::TempDir& folder,
                                     std::string_view name,
                                     const std::vector<Article>& articles,
                                     const Layout& layout);

/// As index_articles(), but each article is in a file of its own named by its id, so that where an
/// article is read does not depend on the others. Articles that are gone leave the index.
std::filesystem::path index_each(const testing::TempDir& folder,
                                 std::string_view name,
                                 const std::vector<Article>& articles,
                                 const Layout& layout);

/// The content digest of the index at `folder`.
[[nodiscard]] std::string digest_of(const std::filesystem::path& folder);

/// `text` as a query tree. Fails the test if it is no query.
[[nodiscard]] parse::Node tree_of(const std::string& text);

/// Loads all hits of the last search.
[[nodiscard]] std::vector<search::Hit> load_hits(search::Searcher& searcher,
                                                 const search::Answer& answer);

/// Every article of the index, with its public id.
[[nodiscard]] std::vector<search::Hit> all_articles(search::Searcher& searcher);

}  // namespace dateline::property
