// Indexing and reading back for the property tests.
#include "tests/property/archive.hpp"

#include "common/article/article_json.hpp"
#include "common/storage/index_reader.hpp"
#include "common/storage/index_writer.hpp"

#include <doctest/doctest.h>

namespace dateline::property {

namespace {

std::filesystem::path index_files(const std::filesystem::path& index,
                                  const std::vector<std::string>& files,
                                  const Layout& layout,
                                  std::size_t articles) {
    storage::WriterOptions writer_options;
    writer_options.shards = layout.shards;
    storage::IndexWriter writer(index, writer_options);
    run::RunOptions options;
    options.index = index;
    options.threads = layout.threads;
    options.sync = true;
    options.sync_max = 1.0;
    const run::Summary summary = run_index(writer, files, options);
    REQUIRE(summary.articles == articles);
    return index;
}

}  // namespace

std::filesystem::path index_articles(const testing::TempDir& folder,
                                     std::string_view name,
                                     const std::vector<Article>& articles,
                                     const Layout& layout) {
    std::string lines;
    for (const Article& article : articles) {
        lines += write_article(article, ArticleJsonForm::Complete) + '\n';
    }
    const std::filesystem::path file = folder.write("wire.jsonl", lines);
    return index_files(folder.path() / name, {file.string()}, layout, articles.size());
}

std::filesystem::path index_each(const testing::TempDir& folder,
                                 std::string_view name,
                                 const std::vector<Article>& articles,
                                 const Layout& layout) {
    std::filesystem::remove_all(folder.path() / "articles");
    for (const Article& article : articles) {
        static_cast<void>(folder.write("articles/" + article.id + ".jsonl",
                                       write_article(article, ArticleJsonForm::Complete) + '\n'));
    }
    return index_files(
        folder.path() / name, {(folder.path() / "articles").string()}, layout, articles.size());
}

std::string digest_of(const std::filesystem::path& folder) {
    return storage::content_digest(storage::IndexReader(folder));
}

parse::Node tree_of(const std::string& text) {
    CAPTURE(text);
    const std::chrono::sys_days today = std::chrono::year(2025) / std::chrono::June / 15;
    parse::Parsed parsed = parse::parse_query(text, {today});
    for (const parse::Problem& problem : parsed.errors) {
        CAPTURE(problem.message);
        FAIL_CHECK("no query");
    }
    REQUIRE(parsed.tree.has_value());
    return *std::move(parsed.tree);
}

std::vector<search::Hit> load_hits(search::Searcher& searcher, const search::Answer& answer) {
    std::vector<search::Hit> hits;
    for (std::size_t i = 0; i < answer.hits; ++i) {
        std::optional<search::Hit> hit = searcher.load_hit(i);
        REQUIRE(hit.has_value());
        hits.push_back(*std::move(hit));
    }
    return hits;
}

std::vector<search::Hit> all_articles(search::Searcher& searcher) {
    search::SearchRequest request;
    request.all = true;
    const search::Answer answer = searcher.search(request);
    return load_hits(searcher, answer);
}

}  // namespace dateline::property
