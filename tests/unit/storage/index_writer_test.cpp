// Creating, refusing, publishing and compacting whole indexes.
#include "common/storage/index_writer.hpp"

#include "common/base/error.hpp"
#include "common/storage/index_reader.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/storage/storage_sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline;
using namespace dateline::storage;
using dateline::testing::sample_document;
using dateline::testing::TempDir;

namespace {

void add(IndexWriter& writer, const std::string& id) {
    const IndexDocument document = sample_document(id, "title of " + id);
    const std::uint32_t shard = writer.shard_of(document.key);
    writer.shard(shard).add(document, document.key, 1);
}

void commit_all(IndexWriter& writer) {
    for (std::uint32_t shard = 0; shard < writer.shard_count(); ++shard) {
        writer.commit_shard(shard);
    }
}

ErrorCode code_of_opening(const std::filesystem::path& folder, const WriterOptions& options) {
    try {
        const IndexWriter writer(folder, options);
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::Internal;
}

}  // namespace

TEST_SUITE("storage.index_writer") {
    TEST_CASE("IndexWriter creates an index once and keeps its shards") {
        const TempDir folder;
        const auto index = folder.path() / "a" / "b.idx";
        {
            const IndexWriter writer(index, {true, 3, std::chrono::seconds(0)});
            CHECK(writer.created());
            CHECK(writer.shard_count() == 3);
        }
        const IndexWriter writer(index, {true, 5, std::chrono::seconds(0)});
        CHECK_FALSE(writer.created());
        CHECK(writer.shard_count() == 3);
    }

    TEST_CASE("IndexWriter refuses to create, to share and to take over a folder") {
        const TempDir folder;
        CHECK(code_of_opening(folder.path() / "none", {false, 1, std::chrono::seconds(0)}) ==
              ErrorCode::IndexMissing);
        CHECK_FALSE(std::filesystem::exists(folder.path() / "none"));
        folder.write("full/letter.txt", "Dear Ada");
        CHECK(code_of_opening(folder.path() / "full", {}) == ErrorCode::Unwritable);
        CHECK_FALSE(std::filesystem::exists(folder.path() / "full" / "lock"));
        folder.write("file", "x");
        CHECK(code_of_opening(folder.path() / "file", {}) == ErrorCode::Unwritable);
        const IndexWriter writer(folder.path() / "idx", {});
        CHECK(code_of_opening(folder.path() / "idx", {}) == ErrorCode::IndexLocked);
    }

    TEST_CASE("IndexWriter starts anew where a run died before the first manifest") {
        const TempDir folder;
        folder.write("idx/gen-000001/shard-0/iamglass", "torn");
        folder.write("idx/lock", "process 1");
        IndexWriter writer(folder.path() / "idx", {});
        CHECK(writer.created());
        add(writer, "a");
        writer.commit_shard(0);
        CHECK(IndexReader(folder.path() / "idx").article_count() == 1);
    }

    TEST_CASE("commit_shard publishes a revision for readers") {
        const TempDir folder;
        IndexWriter writer(folder.path(), {});
        CHECK(writer.revision() == 0);
        add(writer, "a");
        CHECK(IndexReader(folder.path()).article_count() == 0);
        writer.commit_shard(0);
        const IndexReader reader(folder.path());
        CHECK(reader.article_count() == 1);
        REQUIRE(reader.manifest().revisions.size() == 1);
        CHECK(reader.manifest().revisions.front().last_docids == std::vector<std::uint32_t>{1});
    }

    TEST_CASE("compact keeps docids and content and leaves one generation") {
        const TempDir folder;
        IndexWriter writer(folder.path(), {});
        for (const char* id : {"a", "b", "c"}) {
            add(writer, id);
        }
        writer.shard(0).erase(2);
        writer.commit_shard(0);
        const std::string before = content_digest(IndexReader(folder.path()));
        writer.compact();
        const IndexReader reader(folder.path());
        CHECK(content_digest(reader) == before);
        CHECK(reader.manifest().generation == 2);
        CHECK_FALSE(std::filesystem::exists(generation_path(folder.path(), 1)));
        CHECK(reader.find_term(key_term(hash128("c")), 5) == std::vector<DocumentPlace>{{0, 3}});
        add(writer, "d");
        writer.commit_shard(0);
        CHECK(IndexReader(folder.path()).find_term(key_term(hash128("d")), 5) ==
              std::vector<DocumentPlace>{{0, 4}});
    }

    TEST_CASE("content_digest does not depend on shards or order and tells content apart") {
        const TempDir folder;
        const auto digest =
            [&](const char* name, std::uint32_t shards, const std::vector<std::string>& ids) {
                IndexWriter writer(folder.path() / name, {true, shards, std::chrono::seconds(0)});
                for (const std::string& id : ids) {
                    add(writer, id);
                }
                commit_all(writer);
                return content_digest(IndexReader(folder.path() / name));
            };
        const std::string one = digest("one", 1, {"a", "b", "c", "d", "e"});
        CHECK(digest("two", 2, {"e", "d", "c", "b", "a"}) == one);
        CHECK(digest("less", 2, {"a", "b", "c", "d"}) != one);
        CHECK(digest("other", 1, {"a", "b", "c", "d", "f"}) != one);
    }
}
