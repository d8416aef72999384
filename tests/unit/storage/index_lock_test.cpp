// The writer lock.
#include "common/storage/index_lock.hpp"

#include "common/base/error.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <unistd.h>

using namespace dateline;
using namespace dateline::storage;

TEST_SUITE("storage.index_lock") {
    TEST_CASE("IndexLock is held by one object at a time and names the holder") {
        const dateline::testing::TempDir folder;
        std::optional<IndexLock> first(std::in_place, folder.path(), std::chrono::seconds(0));
        try {
            const IndexLock second(folder.path(), std::chrono::seconds(0));
            FAIL("the lock was taken twice");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::IndexLocked);
            CHECK(
                std::string(error.what()).find("process " + std::to_string(::getpid()) + " on ") !=
                std::string::npos);
        }
        first.reset();
        CHECK_NOTHROW(IndexLock(folder.path(), std::chrono::seconds(0)));
    }

    TEST_CASE("IndexLock says that the folder cannot be written") {
        const dateline::testing::TempDir folder;
        try {
            const IndexLock lock(folder.path() / "none", std::chrono::seconds(0));
            FAIL("a lock in a missing folder");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::Unwritable);
        }
    }
}
