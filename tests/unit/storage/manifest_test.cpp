// Manifests: round trip, damage, versions, thinning.
#include "common/storage/manifest.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/schema/fields.hpp"
#include "common/text/tokenizer.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::storage;

namespace {

Manifest sample_manifest() {
    Manifest manifest;
    manifest.uuid = make_uuid();
    manifest.schema_version = schema::kSchemaVersion;
    manifest.tokenizer_version = text::kTokenizerVersion;
    manifest.generation = 7;
    manifest.shard_count = 2;
    manifest.created = time::TimestampMs(std::chrono::milliseconds(1'700'000'000'123));
    manifest.revisions = {{1, time::TimestampMs(std::chrono::milliseconds(5)), {3, 4}}};
    return manifest;
}

ErrorCode code_of_reading(const std::filesystem::path& folder) {
    try {
        static_cast<void>(read_manifest(folder));
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::Internal;
}

}  // namespace

TEST_SUITE("storage.manifest") {
    TEST_CASE("read_manifest gives back what write_manifest wrote") {
        const dateline::testing::TempDir folder;
        const Manifest manifest = sample_manifest();
        write_manifest(folder.path(), manifest);
        CHECK(has_manifest(folder.path()));
        CHECK(read_manifest(folder.path()) == manifest);
        CHECK(read_file(folder.path() / "XAPIANDB", 1000)
                  .ends_with("auto gen-000007/shard-0\nauto gen-000007/shard-1\n"));
    }

    TEST_CASE("read_manifest says that there is no index") {
        const dateline::testing::TempDir folder;
        CHECK(code_of_reading(folder.path()) == ErrorCode::IndexMissing);
        CHECK(code_of_reading(folder.path() / "none") == ErrorCode::IndexMissing);
    }

    TEST_CASE("read_manifest refuses what is not a whole manifest") {
        const dateline::testing::TempDir folder;
        write_manifest(folder.path(), sample_manifest());
        const std::string good = read_file(folder.path() / "manifest.json", 10000);
        for (const std::string& bad : {std::string(),
                                       std::string("[]"),
                                       good.substr(0, good.size() / 2),
                                       std::string(R"({"schema":"dateline.manifest/1"})"),
                                       std::string(R"({"schema":"dateline.manifest/9"})")}) {
            CAPTURE(bad);
            folder.write("manifest.json", bad);
            CHECK(code_of_reading(folder.path()) == ErrorCode::IndexDamaged);
        }
    }

    TEST_CASE("read_manifest checks the number of shards on both sides of the limit") {
        const dateline::testing::TempDir folder;
        Manifest manifest = sample_manifest();
        for (const auto& [shards, good] :
             {std::pair{0U, false}, {1U, true}, {kMaxShards, true}, {kMaxShards + 1, false}}) {
            CAPTURE(shards);
            manifest.shard_count = shards;
            write_manifest(folder.path(), manifest);
            CHECK((code_of_reading(folder.path()) == ErrorCode::IndexDamaged) == !good);
        }
    }

    TEST_CASE("read_manifest refuses other versions") {
        const dateline::testing::TempDir folder;
        Manifest manifest = sample_manifest();
        ++manifest.schema_version;
        write_manifest(folder.path(), manifest);
        CHECK(code_of_reading(folder.path()) == ErrorCode::IndexIncompatible);
        manifest = sample_manifest();
        ++manifest.tokenizer_version;
        write_manifest(folder.path(), manifest);
        CHECK(code_of_reading(folder.path()) == ErrorCode::IndexIncompatible);
    }

    TEST_CASE("add_revision thins the older half above the limit and keeps the newest") {
        Manifest manifest;
        for (std::uint64_t number = 1; number <= kMaxRevisions; ++number) {
            add_revision(manifest, {number, {}, {}});
        }
        CHECK(manifest.revisions.size() == kMaxRevisions);
        add_revision(manifest, {kMaxRevisions + 1, {}, {}});
        CHECK(manifest.revisions.size() == kMaxRevisions + 1 - kMaxRevisions / 4);
        CHECK(manifest.revisions.front().number == 1);
        CHECK(manifest.revision() == kMaxRevisions + 1);
    }

    TEST_CASE("make_uuid gives version 4 identifiers that differ") {
        const std::string uuid = make_uuid();
        CHECK(uuid.size() == 36);
        CHECK(uuid[14] == '4');
        CHECK(std::string("89ab").find(uuid[19]) != std::string::npos);
        CHECK(make_uuid() != uuid);
    }
}
