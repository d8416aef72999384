// Which files a sync looks at.
#include "indexer/run/sync_roots.hpp"

#include "common/base/error.hpp"
#include "indexer/document/identity.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::run;
using dateline::testing::TempDir;

TEST_SUITE("run.sync_roots") {
    TEST_CASE("SyncRoots holds what lies below a folder and not what only begins alike") {
        const TempDir folder;
        const auto index = folder.path() / "deep" / "a.idx";
        const auto inside = folder.write("news/2025/a.txt", "x");
        const auto beside = folder.write("newsroom/a.txt", "x");
        const auto file = folder.write("one.txt", "x");
        folder.write("one.txt.gz", "x");
        const auto is_in = [&](const SyncRoots& roots, const std::string& path) {
            return roots.contain(document::file_identity(path, index));
        };
        for (const char* ending : {"news", "news/", "news/../news/."}) {
            CAPTURE(ending);
            const SyncRoots roots({(folder.path() / ending).string()}, index);
            CHECK(is_in(roots, inside));
            CHECK_FALSE(is_in(roots, beside));
        }
        const SyncRoots roots({file.string(), "-"}, index);
        CHECK(is_in(roots, file));
        CHECK_FALSE(is_in(roots, file.string() + ".gz"));
        CHECK_FALSE(roots.contain("-"));
        CHECK(is_in(SyncRoots({folder.path().string()}, index), inside));
        CHECK(is_in(SyncRoots({"/"}, index), inside));
        CHECK_FALSE(is_in(SyncRoots({"-"}, index), inside));
    }

    TEST_CASE("SyncRoots leaves alone what could not be read") {
        const TempDir folder;
        const auto index = folder.path() / "a.idx";
        SyncRoots roots({folder.path().string()}, index);
        roots.keep("news/a.gz");
        roots.keep("closed");
        CHECK_FALSE(roots.contain("news/a.gz"));
        CHECK_FALSE(roots.contain("closed/b.txt"));
        CHECK(roots.contain("news/a.gz.txt"));
        CHECK(SyncRoots::hides_articles("truncated"));
        CHECK_FALSE(SyncRoots::hides_articles("bad_json"));
    }

    TEST_CASE("SyncRoots refuses a missing root") {
        const TempDir folder;
        CHECK_THROWS_AS(SyncRoots({(folder.path() / "none").string()}, folder.path()), Error);
    }
}
