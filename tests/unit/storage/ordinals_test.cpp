// Ordinal tables: stable numbers, torn tails.
#include "common/storage/ordinals.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::storage;

TEST_SUITE("storage.ordinals") {
    TEST_CASE("OrdinalWriter gives the same number to the same value in every session") {
        const dateline::testing::TempDir folder;
        const auto path = folder.path() / "table";
        {
            OrdinalWriter writer(path);
            CHECK(writer.ordinal({"P:a", "A"}) == 0);
            CHECK(writer.ordinal({"P:a", "Mr A"}) == 1);
            CHECK(writer.ordinal({"P:a", "A"}) == 0);
            writer.sync();
        }
        OrdinalWriter writer(path);
        CHECK(writer.ordinal({"P:a", "Mr A"}) == 1);
        CHECK(writer.ordinal({"P:b", "B"}) == 2);
        writer.sync();
        const OrdinalTable table(path);
        CHECK(table.size() == 3);
        CHECK(table.key(2) == "P:b");
        CHECK(table.name(1) == "Mr A");
        CHECK(table.key(3).empty());
        CHECK(table.name(3).empty());
    }

    TEST_CASE("OrdinalWriter cuts off zeros that a crash left for an entry") {
        const dateline::testing::TempDir folder;
        const auto path = folder.path() / "table";
        {
            OrdinalWriter writer(path);
            static_cast<void>(writer.ordinal({"P:a", "A"}));
            writer.sync();
        }
        folder.write("table", read_file(path, 1000) + std::string(5, '\0'));
        OrdinalWriter writer(path);
        CHECK(writer.ordinal({"P:b", "B"}) == 1);
        writer.sync();
        const OrdinalTable table(path);
        CHECK(table.size() == 2);
        CHECK(table.key(1) == "P:b");
    }

    TEST_CASE("OrdinalWriter cuts off a torn entry at whatever byte it was torn") {
        const dateline::testing::TempDir folder;
        const auto path = folder.path() / "table";
        {
            OrdinalWriter writer(path);
            static_cast<void>(writer.ordinal({"P:a", "A"}));
            writer.sync();
        }
        const std::string one = read_file(path, 1000);
        {
            OrdinalWriter writer(path);
            static_cast<void>(writer.ordinal({"P:long-name", "Long Name"}));
            writer.sync();
        }
        const std::string two = read_file(path, 1000);
        for (std::size_t size = 0; size < two.size(); ++size) {
            CAPTURE(size);
            folder.write("table", std::string_view(two).substr(0, size));
            OrdinalWriter writer(path);
            const std::uint32_t expected = size >= one.size() ? 1 : 0;
            CHECK(writer.ordinal({"P:new", "New"}) == expected);
            writer.sync();
            const OrdinalTable table(path);
            CHECK(table.size() == expected + 1);
            CHECK(table.key(expected) == "P:new");
        }
    }

    TEST_CASE("OrdinalWriter leaves a table without entries readable when nothing is added") {
        const dateline::testing::TempDir folder;
        const auto path = folder.path() / "table";
        OrdinalWriter(path).sync();
        { const OrdinalWriter writer(path); }
        CHECK(OrdinalTable(path).size() == 0);
    }

    TEST_CASE("OrdinalTable refuses a file that is something else") {
        const dateline::testing::TempDir folder;
        CHECK_THROWS_AS(OrdinalTable(folder.path() / "none"), Error);
        CHECK_THROWS_AS(OrdinalTable(folder.write("other", "Hello, world, this is text\n")), Error);
        CHECK_THROWS_AS(OrdinalWriter(folder.path() / "other"), Error);
    }
}
