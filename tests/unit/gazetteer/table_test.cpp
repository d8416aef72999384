// Reading tables.
#include "common/gazetteer/compile/table.hpp"

#include "common/base/error.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

namespace dateline::gazetteer {

TEST_SUITE("gazetteer.table") {
    TEST_CASE("read_table cuts lines at tabs and leaves comments and empty lines out") {
        const testing::TempDir folder;
        const Table table = read_table(folder.write("a.tsv", "# a, b\na\tb\n\n\tsecond row"), 2);
        REQUIRE(table.rows.size() == 2);
        CHECK(table.rows[0] == std::vector<std::string>{"a", "b"});
        CHECK(table.rows[1] == std::vector<std::string>{"", "second row"});
    }

    TEST_CASE("read_table refuses what is no table") {
        const testing::TempDir folder;
        CHECK_THROWS_AS(static_cast<void>(read_table(folder.path() / "none.tsv", 1)), Error);
        for (const std::string_view text : {
                 "a\tb\tc\n",  // a column too many
                 "a\n",        // a column too few
                 "a\t b\n",    // a blank beside the tab
                 "a\tb\r\n",   // line ends of another system
                 "a\t\xFF\n",  // not UTF-8
             }) {
            CAPTURE(text);
            const std::filesystem::path path = folder.write("a.tsv", text);
            CHECK_THROWS_AS(static_cast<void>(read_table(path, 2)), Error);
        }
    }

    TEST_CASE("split_list gives the parts between bars") {
        CHECK(split_list("").empty());
        CHECK(split_list("a|b") == std::vector<std::string_view>{"a", "b"});
        CHECK(split_list("a|") == std::vector<std::string_view>{"a", ""});
    }

    TEST_CASE("table_millidegrees takes a half circle to either side") {
        const Table table{"some.tsv", {}};
        CHECK(table_millidegrees(table, "180") == 180'000);
        CHECK(table_millidegrees(table, "-0.0005") == -1);
        CHECK_THROWS_AS(static_cast<void>(table_millidegrees(table, "180.1")), Error);
        CHECK_THROWS_AS(static_cast<void>(table_millidegrees(table, "nan")), Error);
        CHECK_THROWS_AS(static_cast<void>(table_millidegrees(table, "")), Error);
    }
}

}  // namespace dateline::gazetteer
