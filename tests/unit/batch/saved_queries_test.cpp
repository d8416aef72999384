// Saved queries: names, durability, and files that were edited by hand.
#include "query/saved_queries.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::query;
using dateline::testing::TempDir;

TEST_SUITE("batch.saved_queries") {
    TEST_CASE("is_saved_name takes words of ASCII up to the limit") {
        for (const std::string& name : {std::string("a"),
                                        std::string("Opec-2025_b"),
                                        std::string("9"),
                                        std::string(kMaxSavedNameBytes, 'a')}) {
            CAPTURE(name);
            CHECK(is_saved_name(name));
        }
        for (const std::string& name : {std::string(),
                                        std::string("-a"),
                                        std::string("_a"),
                                        std::string("a b"),
                                        std::string("a:b"),
                                        std::string("a.b"),
                                        std::string("\xC3\xA9"),
                                        std::string(kMaxSavedNameBytes + 1, 'a')}) {
            CAPTURE(name);
            CHECK_FALSE(is_saved_name(name));
        }
    }

    TEST_CASE("SavedQueries keeps any text and finds it in any case") {
        const TempDir folder;
        CHECK(SavedQueries(folder.path()).all().empty());
        const std::string text = R"(="Müller" OR "a\b" # ; x)";
        CHECK_FALSE(SavedQueries::save(folder.path(), "Oil", text));
        CHECK_FALSE(SavedQueries::save(folder.path(), "lines", "a\nb"));
        CHECK(SavedQueries::save(folder.path(), "LINES", "a\nc"));
        const SavedQueries saved(folder.path());
        CHECK(saved.all().size() == 2);
        CHECK(saved.find("oIL") == text);
        CHECK(saved.find("lines") == "a c");
        CHECK_FALSE(saved.find("none").has_value());
    }

    TEST_CASE("SavedQueries refuses bad names and forgets what is there only") {
        const TempDir folder;
        CHECK_THROWS_WITH_AS(
            SavedQueries::save(folder.path(), "a b", "x"), "'a b' is no name for a query", Error);
        SavedQueries::save(folder.path(), "opec", "x");
        CHECK_THROWS_WITH_AS(
            SavedQueries::remove(folder.path(), "opek"), "there is no saved query 'opek'", Error);
        SavedQueries::remove(folder.path(), "Opec");
        CHECK(SavedQueries(folder.path()).all().empty());
    }

    TEST_CASE("SavedQueries names the line that is wrong") {
        const TempDir folder;
        const std::filesystem::path path = folder.path() / "queries.conf";
        for (const char* text : {"[a]\n", "a b\n", "a.b = c\n", "a = 1\nA = 2\n"}) {
            CAPTURE(text);
            write_file_atomically(path, text);
            CHECK_THROWS_AS(SavedQueries{folder.path()}, Error);
        }
        write_file_atomically(path, "# by hand\noil = oil OR gas\n");
        CHECK(SavedQueries(folder.path()).find("oil") == "oil OR gas");
    }
}
