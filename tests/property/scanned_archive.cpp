// Making random archives.
#include "tests/property/scanned_archive.hpp"

#include "common/base/file.hpp"
#include "common/entities/join_table.hpp"

#include <map>
#include <set>

namespace dateline::property {
namespace {

/// Random joins of the ids that `articles` have, written to the index at `index`.
entities::EntityJoins join_some(const std::filesystem::path& index,
                                const std::vector<Article>& articles,
                                Random& random) {
    std::map<char, std::set<std::string>> ids;
    for (const Article& article : articles) {
        for (const ScanEntity& entity : entities_of(article, "PLO", true)) {
            ids[entity.key[0]].insert(entity.key);
        }
    }
    std::vector<entities::Join> table;
    for (const auto& [letter, all] : ids) {
        std::vector<std::string> canonical;
        for (const std::string& id : all) {
            if (canonical.empty() || random.chance(60)) {
                canonical.push_back(id);
            } else {
                const std::string& target = random.pick(canonical);
                table.push_back({id, target, "same", "Joined " + target.substr(2)});
            }
        }
    }
    write_file_atomically(entities::join_table_path(index), entities::write_join_table(table));
    return {table, {}};
}

}  // namespace

Archive::Archive(std::size_t round)
    : random(run_seed() + round),
      articles(random_corpus(random, {})),
      index(index_articles(
          folder, "archive.idx", articles, {static_cast<std::uint32_t>(round % 3 + 1), 2})),
      joins(round % 2 == 1 ? join_some(index, articles, random) : entities::EntityJoins()),
      searcher(index),
      scanner(all_articles(searcher), joins),
      queries(articles, random) {}

search::SearchRequest all_of(const std::string& query, search::SortOrder sort) {
    search::SearchRequest request;
    request.tree = tree_of(query);
    request.all = true;
    request.sort = sort;
    return request;
}

}  // namespace dateline::property
