// Table and file together: who is joined to whom.
#include "common/entities/entity_joins.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::entities;

namespace {

const std::vector<Join> kTable = {{"P:putin", "P:vladimir-putin", "bare", "Vladimir Putin"},
                                  {"P:v-putin", "P:vladimir-putin", "initials", "Vladimir Putin"}};

EntityJoins joins(const std::vector<Join>& table, std::string_view file) {
    return {table, EntitiesFile::parse(file, "e.conf")};
}

/// The ids of the entity of `id`, with blanks between.
std::string ids(const EntityJoins& joins, std::string_view id) {
    std::string text;
    for (const std::string& each : joins.ids_of(id)) {
        text += (text.empty() ? "" : " ") + each;
    }
    return text;
}

}  // namespace

TEST_SUITE("entities.entity_joins") {
    TEST_CASE("EntityJoins without table and file joins nothing") {
        const EntityJoins none;
        CHECK(none.entities().empty());
        CHECK(none.canonical("P:a") == "P:a");
        CHECK(ids(none, "P:a") == "P:a");
        CHECK(none.entity_of("P:a") == nullptr);
        CHECK(none.version() == "0000000000000000");
    }

    TEST_CASE("EntityJoins joins what the table says") {
        const EntityJoins all = joins(kTable, "");
        CHECK(all.canonical("P:putin") == "P:vladimir-putin");
        CHECK(all.canonical("P:vladimir-putin") == "P:vladimir-putin");
        CHECK(ids(all, "P:v-putin") == "P:vladimir-putin P:putin P:v-putin");
        REQUIRE(all.entity_of("P:putin") != nullptr);
        CHECK(all.entity_of("P:putin")->name == "Vladimir Putin");
        CHECK(all.entity_of("P:putin")->members[0] == Member{"P:putin", "bare"});
        CHECK(all.aliases().empty());
    }

    TEST_CASE("EntityJoins adds merges and the ids of aliases") {
        const EntityJoins all =
            joins({}, "[person \"Vladimir Putin\"]\nalias = Wladimir Putin\nmerge = P:vova\n");
        CHECK(ids(all, "P:vova") == "P:vladimir-putin P:vova P:wladimir-putin");
        CHECK(all.entity_of("P:vova")->members[0].reason == "merge");
        CHECK(all.entity_of("P:vova")->members[1].reason == "alias");
        REQUIRE(all.aliases().size() == 2);
        CHECK(all.aliases()[0].slug == "vladimir-putin");
        CHECK(all.aliases()[1].slug == "wladimir-putin");
    }

    TEST_CASE("EntityJoins gives an entity of the user its own id and name") {
        const EntityJoins all = joins(kTable, "[person \"V. Putin\"]\n");
        CHECK(ids(all, "P:putin") == "P:v-putin P:putin P:vladimir-putin");
        CHECK(all.entity_of("P:putin")->name == "V. Putin");
    }

    TEST_CASE("EntityJoins takes all along when the canonical id is merged") {
        const EntityJoins all = joins(kTable, "[person \"Tsar\"]\nmerge = P:vladimir-putin\n");
        CHECK(ids(all, "P:putin") == "P:tsar P:putin P:v-putin P:vladimir-putin");
    }

    TEST_CASE("EntityJoins takes nothing along when another id is merged") {
        const EntityJoins all = joins(kTable, "[person \"Viktor Putin\"]\nmerge = P:v-putin\n");
        CHECK(ids(all, "P:v-putin") == "P:viktor-putin P:v-putin");
        CHECK(ids(all, "P:putin") == "P:vladimir-putin P:putin");
    }

    TEST_CASE("EntityJoins keeps two entities of the user apart that the table joins") {
        const EntityJoins all = joins(kTable, "[person \"Putin\"]\n[person \"V. Putin\"]\n");
        CHECK(ids(all, "P:putin") == "P:putin");
        CHECK(ids(all, "P:v-putin") == "P:v-putin");
        CHECK(ids(all, "P:vladimir-putin") == "P:vladimir-putin");
    }

    TEST_CASE("EntityJoins leaves alone what is to be separated") {
        const EntityJoins member =
            joins(kTable, "[person \"Vladimir Putin\"]\nseparate = P:v-putin\n");
        CHECK(ids(member, "P:putin") == "P:vladimir-putin P:putin");
        CHECK(ids(member, "P:v-putin") == "P:v-putin");
        const EntityJoins canonical =
            joins(kTable, "[person \"V. Putin\"]\nseparate = P:vladimir-putin\n");
        CHECK(ids(canonical, "P:v-putin") == "P:v-putin");
        CHECK(ids(canonical, "P:putin") == "P:vladimir-putin P:putin");
        const EntityJoins alias =
            joins({}, "[person \"Vladimir Putin\"]\nalias = Vova\nseparate = P:vova\n");
        CHECK(ids(alias, "P:vova") == "P:vova");
        CHECK(alias.aliases().size() == 2);
    }

    TEST_CASE("EntityJoins has another version for another table or file") {
        const std::string version = joins(kTable, "").version();
        CHECK(version.size() == 16);
        CHECK(version == joins(kTable, "").version());
        CHECK(version != joins({}, "").version());
        CHECK(version != joins(kTable, "[person \"A\"]\n").version());
    }
}
