// The table of joins: what is written is read back, and anything else is refused.
#include "common/entities/join_table.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::entities;

namespace {

const std::vector<Join> kJoins = {{"O:texaco-inc", "O:texaco", "same", "Texaco"},
                                  {"P:v-putin", "P:vladimir-putin", "initials", "Vladimir Putin"}};

ErrorCode code_of(const std::string& bytes) {
    try {
        static_cast<void>(read_join_table(bytes, "joins.tsv"));
    } catch (const Error& error) {
        CHECK_FALSE(error.hint().empty());
        return error.code();
    }
    return ErrorCode::Internal;
}

}  // namespace

TEST_SUITE("entities.join_table") {
    TEST_CASE("read_join_table reads what write_join_table wrote in byte order") {
        const std::string bytes = write_join_table({kJoins[1], kJoins[0]});
        CHECK(bytes ==
              "dateline-joins 1\n"
              "O:texaco-inc\tO:texaco\tsame\tTexaco\n"
              "P:v-putin\tP:vladimir-putin\tinitials\tVladimir Putin\n");
        CHECK(read_join_table(bytes, "joins.tsv") == kJoins);
        CHECK(read_join_table(write_join_table({}), "joins.tsv").empty());
    }

    TEST_CASE("write_join_table keeps a name with tabs and line ends in its cell") {
        const std::string bytes = write_join_table({{"P:a", "P:b", "same", "A\tB\nC"}});
        CHECK(read_join_table(bytes, "joins.tsv")[0].name == "A B C");
    }

    TEST_CASE("read_join_table refuses what is no table") {
        const std::string head = "dateline-joins 1\n";
        for (const std::string& bytes : {
                 std::string(),
                 std::string("dateline-joins 2\n"),
                 head.substr(0, head.size() - 1),
                 head + "P:a\tP:b\tsame\tB",                       // torn
                 head + "P:a\tP:b\tsame\n",                        // no name
                 head + "P:a\tP:b\tsame\tB\tC\n",                  // one part more
                 head + "P:a\tP:b\tsame\t\n",                      // an empty name
                 head + "P:a\tP:a\tsame\tA\n",                     // itself
                 head + "P:a\tO:b\tsame\tB\n",                     // another type
                 head + "X:a\tX:b\tsame\tB\n",                     // no such type
                 head + "P:\tP:b\tsame\tB\n",                      // no id
                 head + "P:a\tP:b\tSame\tB\n",                     // no reason
                 head + "P:b\tP:c\tsame\tC\nP:a\tP:c\tsame\tC\n",  // out of order
                 head + "P:a\tP:c\tsame\tC\nP:a\tP:d\tsame\tD\n",  // twice
                 head + "P:a\tP:b\tsame\tB\nP:b\tP:c\tsame\tC\n",  // member and canonical
                 head + "P:a\tP:b\tsame\t\xFF\n",
             }) {
            CAPTURE(bytes);
            CHECK(code_of(bytes) == ErrorCode::IndexDamaged);
        }
    }

    TEST_CASE("read_join_table names the line") {
        try {
            static_cast<void>(
                read_join_table("dateline-joins 1\nP:a\tP:b\tsame\tB\nrubbish\n", "j.tsv"));
            FAIL("taken");
        } catch (const Error& error) {
            CHECK(std::string(error.what()) ==
                  "'j.tsv' is not a table of joined entities: see line 3");
        }
    }

    TEST_CASE("load_join_table gives nothing where there is no table") {
        const testing::TempDir folder;
        CHECK(load_join_table(folder.path()).empty());
        write_file_atomically(join_table_path(folder.path()), write_join_table(kJoins));
        CHECK(load_join_table(folder.path()) == write_join_table(kJoins));
    }
}
