// Organisations of an archive, joined by the words of their names.
#include "common/names/archive_organisations.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace dateline::names;

TEST_SUITE("names.archive_organisations") {
    TEST_CASE("join_archive_organisations joins names that differ in their legal form") {
        const std::vector<ArchiveOrganisation> all = {{"O:ford-motor-co", "Ford Motor Co", 2},
                                                      {"O:ford-motor", "Ford Motor", 9},
                                                      {"O:ford-motor-inc", "Ford Motor Inc", 2},
                                                      {"O:ford-foundation", "Ford Foundation", 1}};
        const ArchiveJoins joins = join_archive_organisations(all);
        REQUIRE(joins.joins.size() == 2);
        CHECK(joins.joins[0] == ArchiveJoin{"O:ford-motor-co", "O:ford-motor", "same"});
        CHECK(joins.joins[1] == ArchiveJoin{"O:ford-motor-inc", "O:ford-motor", "same"});
        CHECK(joins.doubtful.empty());
    }

    TEST_CASE("join_archive_organisations joins one word only where an article does") {
        const std::vector<ArchiveOrganisation> all = {{"O:texaco-inc", "Texaco Inc", 9, {"texaco"}},
                                                      {"O:texaco", "Texaco", 3},
                                                      {"O:paris-group", "Paris Group", 1},
                                                      {"O:paris", "Paris", 2}};
        const ArchiveJoins joins = join_archive_organisations(all);
        REQUIRE(joins.joins.size() == 1);
        CHECK(joins.joins[0] == ArchiveJoin{"O:texaco", "O:texaco-inc", "same"});
        REQUIRE(joins.doubtful.size() == 1);
        CHECK(joins.doubtful[0].id == "O:paris-group");
        CHECK(joins.doubtful[0].others == std::vector<std::string>{"O:paris"});
    }

    TEST_CASE("join_archive_organisations does not depend on the order") {
        const std::vector<ArchiveOrganisation> forth = {
            {"O:a-b-inc", "Abc Bcd Inc", 1}, {"O:a-b", "Abc Bcd", 1}, {"O:b", "B", 1}};
        const std::vector<ArchiveOrganisation> back = {forth[2], forth[1], forth[0]};
        CHECK(join_archive_organisations(forth).joins.size() == 1);
        CHECK(join_archive_organisations(forth).joins == join_archive_organisations(back).joins);
    }
}
