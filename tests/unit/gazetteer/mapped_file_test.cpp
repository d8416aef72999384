// Files mapped into memory.
#include "common/base/mapped_file.hpp"

#include "common/base/error.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <utility>

TEST_SUITE("base.mapped_file") {
    using dateline::MappedFile;

    TEST_CASE("MappedFile shows the bytes of the file") {
        const dateline::testing::TempDir folder;
        MappedFile file(folder.write("a", std::string_view("a\0b", 3)));
        CHECK(file.bytes() == std::string_view("a\0b", 3));
        const MappedFile moved = std::move(file);
        CHECK(moved.bytes() == std::string_view("a\0b", 3));
    }

    TEST_CASE("MappedFile of an empty file has no bytes") {
        const dateline::testing::TempDir folder;
        CHECK(MappedFile(folder.write("a", "")).bytes().empty());
    }

    TEST_CASE("MappedFile throws for what is no readable file") {
        const dateline::testing::TempDir folder;
        CHECK_THROWS_AS(MappedFile(folder.path() / "none"), dateline::Error);
        CHECK_THROWS_AS(MappedFile(folder.path()), dateline::Error);
    }
}
