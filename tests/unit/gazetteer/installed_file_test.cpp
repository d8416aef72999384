// Where data files are looked for.
#include "common/base/installed_file.hpp"

#include "common/base/error.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

TEST_SUITE("base.installed_file") {
    using dateline::installed_file;

    TEST_CASE("installed_file finds a file of the build above the program") {
        const std::filesystem::path path =
            installed_file("dateline.gazetteer", "DATELINE_TEST_UNSET");
        CHECK(path.parent_path().filename() == "dateline");
        CHECK(std::filesystem::is_regular_file(path));
    }

    TEST_CASE("installed_file takes what the variable names") {
        REQUIRE(::setenv("DATELINE_TEST_FILE", "some/where", 1) == 0);
        CHECK(installed_file("dateline.gazetteer", "DATELINE_TEST_FILE") == "some/where");
        REQUIRE(::setenv("DATELINE_TEST_FILE", "", 1) == 0);
        CHECK(installed_file("dateline.gazetteer", "DATELINE_TEST_FILE") != "");
    }

    TEST_CASE("installed_file says which file it misses and how to name one") {
        std::string said;
        std::string hint;
        try {
            static_cast<void>(installed_file("no such file", "DATELINE_TEST_UNSET"));
        } catch (const dateline::Error& error) {
            said = error.what();
            hint = error.hint();
        }
        CHECK(said == "cannot find 'no such file'");
        CHECK(hint.find("DATELINE_TEST_UNSET") != std::string::npos);
    }
}
