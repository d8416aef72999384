// Verification finds what is damaged.
#include "common/storage/verify.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/entities/join_table.hpp"
#include "common/storage/index_reader.hpp"
#include "common/storage/index_writer.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/storage/storage_sample.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::storage;
using dateline::testing::sample_document;
using dateline::testing::TempDir;

namespace {

void build(const std::filesystem::path& folder, const IndexDocument& document) {
    IndexWriter writer(folder, {});
    writer.shard(0).add(document, document.key, 1);
    writer.commit_shard(0);
}

}  // namespace

TEST_SUITE("storage.verify") {
    TEST_CASE("verify_index gives the digest of a whole index") {
        const TempDir folder;
        build(folder.path(), sample_document("a", "alpha"));
        const VerifyReport report = verify_index(folder.path());
        CHECK(report.problem_count == 0);
        CHECK(report.articles == 1);
        CHECK(report.digest == content_digest(IndexReader(folder.path())));
    }

    TEST_CASE("verify_index leaves the shards of a writer alone that has not committed") {
        const TempDir folder;
        {
            IndexDocument document = sample_document("a", "alpha");
            for (int number = 0; number < 100'000; ++number) {
                document.terms.push_back({"z" + std::to_string(number), 1});
            }
            const IndexDocument other = sample_document("b", "beta");
            IndexWriter writer(folder.path(), {});
            writer.shard(0).add(document, document.key, 1);  // so large that it is written
            CHECK(verify_index(folder.path()).articles == 0);
            writer.shard(0).add(other, other.key, 1);
            writer.commit_shard(0);
        }
        const VerifyReport report = verify_index(folder.path());
        CHECK(report.problems.empty());
        CHECK(report.articles == 2);
    }

    TEST_CASE("verify_index finds a lost ordinal") {
        const TempDir folder;
        build(folder.path(), sample_document("a", "alpha"));
        const auto table = ordinals_path(generation_path(folder.path(), 1), 0);
        const std::string bytes = read_file(table, 10000);
        std::filesystem::resize_file(table, bytes.size() - 1);
        const VerifyReport report = verify_index(folder.path());
        CHECK(report.problem_count == 1);
        CHECK(report.digest.empty());
        REQUIRE_FALSE(report.problems.empty());
        CHECK(report.problems.front().find("not in the table of ordinals") != std::string::npos);
    }

    TEST_CASE("verify_index finds damaged lists of mentions and quotes") {
        for (const auto& [slot, name] : {std::pair(schema::Slot::Mentions, "mentions"),
                                         std::pair(schema::Slot::Quotes, "quotes")}) {
            // Not whole, of an ordinal that is in no table, and behind the seven tokens.
            for (const std::string& bytes : {std::string("\x01"),
                                             std::string("\x01\x01\x7F"),
                                             std::string("\x05\x03\x00", 3)}) {
                const TempDir folder;
                IndexDocument document = sample_document("a", "alpha");
                document.mentions.clear();
                document.quotes.clear();
                document.values.emplace_back(slot, bytes);
                build(folder.path(), document);
                const VerifyReport report = verify_index(folder.path());
                REQUIRE(report.problems.size() == 1);
                CHECK(report.problems.front().find(name) != std::string::npos);
            }
        }
    }

    TEST_CASE("verify_index finds a damaged stream of words") {
        const TempDir folder;
        IndexDocument document = sample_document("a", "alpha");
        document.values = {{schema::Slot::TokenStream, "?"}};
        build(folder.path(), document);
        const VerifyReport report = verify_index(folder.path());
        REQUIRE(report.problems.size() == 1);
        CHECK(report.problems.front().find("stream of words") != std::string::npos);
    }

    TEST_CASE("verify_index finds a stored article that cannot be read") {
        const TempDir folder;
        IndexDocument document = sample_document("a", "alpha");
        document.data = pack_data("{\"schema\":\"something else\"}", "");
        build(folder.path(), document);
        CHECK(verify_index(folder.path()).problem_count == 1);
    }

    TEST_CASE("verify_index finds a missing shard and a cut table") {
        const TempDir folder;
        build(folder.path(), sample_document("a", "alpha"));
        const auto shard = shard_path(generation_path(folder.path(), 1), 0);
        std::filesystem::resize_file(shard / "postlist.glass", 100);
        CHECK(verify_index(folder.path()).problem_count >= 1);
        std::filesystem::remove_all(shard);
        CHECK(verify_index(folder.path()).problem_count >= 1);
    }

    TEST_CASE("verify_index finds a damaged table of joins") {
        const TempDir folder;
        build(folder.path(), sample_document("a", "alpha"));
        const auto table = entities::join_table_path(folder.path());
        write_file_atomically(table, entities::write_join_table({{"P:a", "P:b", "same", "B"}}));
        CHECK(verify_index(folder.path()).problem_count == 0);
        write_file_atomically(table, "rubbish");
        const VerifyReport report = verify_index(folder.path());
        CHECK(report.problem_count == 1);
        REQUIRE_FALSE(report.problems.empty());
        CHECK(report.problems.front().find("joins.tsv") != std::string::npos);
    }

    TEST_CASE("verify_index says that there is no index") {
        const TempDir folder;
        CHECK_THROWS_AS(static_cast<void>(verify_index(folder.path())), Error);
    }
}
