// Lists of rejects.
#include "indexer/run/quarantine.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::run;
using dateline::testing::TempDir;

namespace {

source::Rejected reject(const std::string& file, std::uint64_t record, const std::string& code) {
    return {{file, "", 10, record}, code, "the reason"};
}

}  // namespace

TEST_SUITE("run.quarantine") {
    TEST_CASE("reject_json gives one line even for hostile bytes") {
        CHECK(
            reject_json(reject("a.txt", 2, "no_text")) ==
            R"({"schema":"dateline.reject/1","locator":{"file":"a.txt","member":"","offset":10,"record":2},)"
            R"("code":"no_text","reason":"the reason"})");
        CHECK(reject_json(reject("a\n\xFF", 0, "x")).find("a\\n\xEF\xBF\xBD") != std::string::npos);
    }

    TEST_CASE("LineFile keeps whole lines and cuts a torn one") {
        const TempDir folder;
        const auto path = folder.write("list", "one\ntwo\nthr");
        LineFile(path, LineFile::Start::Keep).append("four");
        CHECK(read_file(path, 100) == "one\ntwo\nfour\n");
        LineFile(path, LineFile::Start::Empty).append("five");
        CHECK(read_file(path, 100) == "five\n");
        folder.write("list", "torn");
        LineFile(path, LineFile::Start::Keep).append("six");
        CHECK(read_file(path, 100) == "six\n");
    }

    TEST_CASE("LineFile says that it cannot write") {
        const TempDir folder;
        CHECK_THROWS_AS(LineFile(folder.path() / "none" / "list", LineFile::Start::Empty), Error);
    }

    TEST_CASE("KnownRejects knows what an earlier run listed and tells other rejects apart") {
        const TempDir folder;
        const auto index = folder.path() / "a.idx";
        std::filesystem::create_directory(index);
        const std::string file = (folder.path() / "news" / "b\xFF.txt").string();
        {
            KnownRejects known(index);
            CHECK(known.insert(reject(file, 1, "no_text")));
            CHECK_FALSE(known.insert(reject(file, 1, "no_text")));
            LineFile(KnownRejects::file(index), LineFile::Start::Keep)
                .append(reject_json(known.with_identity(reject(file, 1, "no_text"))));
        }
        folder.write("a.idx/quarantine.jsonl",
                     read_file(KnownRejects::file(index), 1000) + "garbage\n{}\n[]\n");
        KnownRejects known(index);
        CHECK_FALSE(known.insert(reject(file, 1, "no_text")));
        CHECK(known.insert(reject(file, 2, "no_text")));
        CHECK(known.insert(reject(file, 1, "too_long")));
        CHECK(known.insert(reject(file + "x", 1, "no_text")));
    }
}
