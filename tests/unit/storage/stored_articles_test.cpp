// Listing and reading stored articles, and counting them.
#include "common/storage/stored_articles.hpp"

#include "common/storage/index_writer.hpp"
#include "common/storage/statistics.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/storage/storage_sample.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::storage;
using dateline::testing::sample_document;
using dateline::testing::TempDir;

namespace {

void add(IndexWriter& writer, const std::string& id) {
    const IndexDocument document = sample_document(id, "title " + id, "news/" + id);
    writer.shard(0).add(document, document.key, 1);
}

}  // namespace

TEST_SUITE("storage.stored_articles") {
    TEST_CASE("for_each_article goes on over commits of a writer and stops when told") {
        const TempDir folder;
        IndexWriter writer(folder.path(), {});
        for (const char* id : {"a", "b", "c"}) {
            add(writer, id);
        }
        writer.commit_shard(0);
        std::string seen;
        for_each_article(folder.path(), [&](const Article& article, const std::string& public_id) {
            seen += article.id;
            CHECK(public_id == storage::public_id(hash128(article.id)));
            for (int commits = 0; commits < 3; ++commits) {  // overtakes the snapshot
                add(writer, article.id + std::to_string(commits));
                writer.commit_shard(0);
            }
            return article.id != "b";
        });
        CHECK(seen == "ab");
    }

    TEST_CASE("find_article and articles_in find by key and by path") {
        const TempDir folder;
        IndexWriter writer(folder.path(), {});
        add(writer, "a");
        add(writer, "b");
        writer.commit_shard(0);
        const IndexReader reader(folder.path());
        CHECK_FALSE(find_article(reader, hash128("none")).has_value());
        const auto found = find_article(reader, hash128("b"));
        REQUIRE(found.has_value());
        CHECK(found->existing.content_hash == hash64("title b"));
        CHECK(stored_article(reader, found->place).title == "title b");
        CHECK(articles_in(reader, [](std::string_view path) { return path == "news/a"; }) ==
              std::vector<DocumentPlace>{{0, 1}});
    }

    TEST_CASE("index_statistics counts by terms") {
        const TempDir folder;
        IndexWriter writer(folder.path(), {});
        add(writer, "a");
        IndexDocument bare = sample_document("b", "title b");
        bare.terms.resize(1);
        writer.shard(0).add(bare, bare.key, 1);
        writer.commit_shard(0);
        const Statistics statistics = index_statistics(folder.path());
        CHECK(statistics.articles == 2);
        CHECK(statistics.undated == 1);
        CHECK(statistics.languages == std::map<std::string, std::uint64_t>{{"en", 1}});
        CHECK(statistics.years == std::map<std::string, std::uint64_t>{{"2025", 1}});
        CHECK(statistics.sources.empty());
        CHECK(statistics.size_bytes > 0);
        CHECK(statistics.manifest.revision() == 1);
    }
}
