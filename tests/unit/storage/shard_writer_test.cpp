// One shard: adding, finding, erasing, tombstones, commits.
#include "common/storage/shard_writer.hpp"

#include "common/schema/fields.hpp"
#include "common/storage/index_reader.hpp"
#include "common/storage/manifest.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/storage/storage_sample.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::storage;
using dateline::testing::sample_document;
using dateline::testing::TempDir;

TEST_SUITE("storage.shard_writer") {
    TEST_CASE("ShardWriter finds what was added before and after a commit") {
        const TempDir folder;
        const IndexDocument document = sample_document("a", "alpha");
        {
            ShardWriter shard(folder.path(), 0);
            CHECK_FALSE(shard.has_changes());
            CHECK_FALSE(shard.find(document.key).has_value());
            CHECK(shard.add(document, document.key, 1) == 1);
            CHECK(shard.has_changes());
            CHECK(shard.pending_bytes() > 0);
            REQUIRE(shard.find(document.key).has_value());
            shard.commit();
            CHECK_FALSE(shard.has_changes());
            CHECK(shard.pending_bytes() == 0);
        }
        ShardWriter shard(folder.path(), 0);
        const auto existing = shard.find(document.key);
        REQUIRE(existing.has_value());
        CHECK(existing->docid == 1);
        CHECK(existing->content_hash == document.content_hash);
        CHECK(existing->file_hash == document.file_hash);
        CHECK(shard.data(1) == document.data);
        CHECK(shard.key_of(1) == document.key);
        CHECK(shard.path_of(1) == "news/a.txt");
    }

    TEST_CASE("ShardWriter loses what was not committed") {
        const TempDir folder;
        const IndexDocument document = sample_document("a", "alpha");
        {
            ShardWriter shard(folder.path(), 0);
            shard.commit();
            shard.add(document, document.key, 1);
        }
        ShardWriter shard(folder.path(), 0);
        CHECK(shard.article_count() == 0);
    }

    TEST_CASE("ShardWriter keeps what is the same but for its content hash") {
        const TempDir folder;
        IndexDocument document = sample_document("a", "alpha");
        ShardWriter shard(folder.path(), 0);
        CHECK(shard.add(document, document.key, 1) == 1);
        shard.commit();
        document.content_hash += 1;
        CHECK(shard.keep_if_same(1, document, document.key));
        shard.commit();
        CHECK(shard.find(document.key)->docid == 1);
        CHECK(shard.find(document.key)->content_hash == document.content_hash);
        CHECK(shard.last_docid() == 1);
        const auto value_of = [&](std::uint32_t docid, schema::Slot slot) {
            const Xapian::Database database(shard_path(folder.path(), 0).string());
            return database.get_document(docid).get_value(static_cast<Xapian::valueno>(slot));
        };
        CHECK(value_of(1, schema::Slot::Seen) == schema::encode_sortable(std::int64_t{1}));
        CHECK(shard.replace(1, document, document.key, 2) == 2);
        document.content_hash += 1;
        CHECK(shard.keep_if_same(2, document, document.key));
        shard.commit();
        CHECK(value_of(2, schema::Slot::Seen) == schema::encode_sortable(std::int64_t{2}));
        CHECK(value_of(2, schema::Slot::FirstVersion) == std::string(1, '\1'));
        IndexDocument terms = document;
        terms.terms.push_back({"zzz", 1});
        CHECK_FALSE(shard.keep_if_same(2, terms, document.key));
        IndexDocument values = document;
        values.facets.push_back({schema::Slot::Topic, {{"T:other", "Other"}}});
        CHECK_FALSE(shard.keep_if_same(2, values, document.key));
        IndexDocument data = document;
        data.data += "x";
        CHECK_FALSE(shard.keep_if_same(2, data, document.key));
    }

    TEST_CASE("ShardWriter remembers the first version of what it replaces") {
        const TempDir folder;
        const IndexDocument document = sample_document("a", "alpha");
        {
            ShardWriter shard(folder.path(), 0);
            CHECK(shard.add(document, document.key, 1) == 1);
            CHECK(shard.replace(1, document, document.key, 2) == 2);
            CHECK(shard.replace(2, document, document.key, 3) == 3);
            shard.commit();
            CHECK(shard.article_count() == 1);
        }
        const Xapian::Database database(shard_path(folder.path(), 0).string());
        CHECK(first_version(database.get_document(3)) == 1);
        {
            ShardWriter shard(folder.path(), 0);
            shard.erase(3);
            CHECK(shard.add(document, document.key, 4) == 4);
            shard.commit();
        }
        const Xapian::Database later(shard_path(folder.path(), 0).string());
        CHECK(first_version(later.get_document(4)) == 4);
    }

    TEST_CASE("ShardWriter never uses a docid again") {
        const TempDir folder;
        ShardWriter shard(folder.path(), 0);
        const IndexDocument document = sample_document("a", "alpha");
        CHECK(shard.add(document, document.key, 1) == 1);
        shard.erase(1);
        CHECK_FALSE(shard.find(document.key).has_value());
        CHECK(shard.add(document, document.key, 1) == 2);
        CHECK(shard.article_count() == 1);
        CHECK(shard.last_docid() == 2);
    }

    TEST_CASE("ShardWriter keeps tombstones across commits until they are lifted") {
        const TempDir folder;
        const Hash128 key{0xABCD000000000001ULL, 2};
        {
            ShardWriter shard(folder.path(), 0);
            shard.set_tombstone(key, "");
            shard.commit();
        }
        ShardWriter shard(folder.path(), 0);
        CHECK(shard.tombstone(key) == std::optional<std::string>(""));
        CHECK(shard.tombstones_with_prefix("abcd", 5) == std::vector<Hash128>{key});
        CHECK(shard.tombstones_with_prefix("abce", 5).empty());
        shard.clear_tombstone(key);
        CHECK_FALSE(shard.tombstone(key).has_value());
    }

    TEST_CASE("keys_with_prefix stops at its limit") {
        const TempDir folder;
        ShardWriter shard(folder.path(), 0);
        const IndexDocument document = sample_document("a", "alpha");
        for (const std::uint64_t low : {1U, 2U, 3U}) {
            shard.add(document, {0xAB00000000000000ULL, low}, 1);
        }
        CHECK(shard.keys_with_prefix("ab", 2).size() == 2);
        CHECK(shard.keys_with_prefix("ab", 9).size() == 3);
        CHECK(shard.keys_with_prefix("ac", 9).empty());
    }

    TEST_CASE("unseen_in lists wanted files without what was seen") {
        const TempDir folder;
        ShardWriter shard(folder.path(), 0);
        for (const char* id : {"a", "b", "c"}) {
            const IndexDocument document = sample_document(id, "t", std::string("news/") + id);
            shard.add(document, document.key, 1);
        }
        const auto not_b = [](std::string_view path) { return path != "news/b"; };
        CHECK(shard.unseen_in(not_b, {}) == std::vector<std::uint32_t>{1, 3});
        CHECK(shard.unseen_in(not_b, {false, true}) == std::vector<std::uint32_t>{3});
    }
}
