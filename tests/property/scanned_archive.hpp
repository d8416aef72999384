// A random archive with its index, and a scanner that knows what searches must give.
#pragma once

#include "common/entities/entity_joins.hpp"
#include "tests/property/archive.hpp"
#include "tests/property/corpus.hpp"
#include "tests/property/random_query.hpp"
#include "tests/property/scanner.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace dateline::property {

/// One random archive. Every other one, by `round`, has random joins.
struct Archive {
    testing::TempDir folder;
    Random random;
    std::vector<Article> articles;
    std::filesystem::path index;
    entities::EntityJoins joins;  // of every other archive
    search::Searcher searcher;
    Scanner scanner;
    QueryMaker queries;

    explicit Archive(std::size_t round);
};

/// A request for all matches of `query`.
[[nodiscard]] search::SearchRequest all_of(const std::string& query,
                                           search::SortOrder sort = search::SortOrder::Relevance);

}  // namespace dateline::property
