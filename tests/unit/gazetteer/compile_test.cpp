// What the compiler makes of small tables, and what it refuses.
#include "common/gazetteer/compile/compile.hpp"

#include "common/base/error.hpp"
#include "common/gazetteer/gazetteer.hpp"
#include "tests/unit/gazetteer/small_tables.hpp"

#include <doctest/doctest.h>

namespace dateline::gazetteer {
namespace {

/// The gazetteer of the small tables after one of them was replaced.
class Compiled {
public:
    Compiled() { testing::write_small_tables(tables_); }

    void replace(std::string_view table, std::string_view text) { tables_.write(table, text); }
    [[nodiscard]] std::string bytes() const { return compile_gazetteer(tables_.path()); }
    [[nodiscard]] Gazetteer open() const {
        return Gazetteer(output_.write("dateline.gazetteer", bytes()));
    }

private:
    testing::TempDir tables_;
    testing::TempDir output_;
};

std::vector<std::string> ids(const Gazetteer& gazetteer, std::string_view name) {
    std::vector<std::string> found;
    for (const Entity entity : gazetteer.candidates(gazetteer.find(name))) {
        switch (entity.kind) {
            case EntityKind::Place:
                found.push_back(gazetteer.place_id(entity.place()));
                break;
            case EntityKind::PlaceAdjective:
                found.push_back("~" + gazetteer.place_id(entity.place()));
                break;
            case EntityKind::Person:
                found.push_back("P:" + std::string(gazetteer.person(entity.index).id));
                break;
            case EntityKind::Organisation:
                found.push_back("O:" + std::string(gazetteer.organisation(entity.index).id));
                break;
        }
    }
    return found;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_SUITE("gazetteer.compile") {
    TEST_CASE("compile_gazetteer gives the same bytes for the same tables") {
        CHECK(Compiled().bytes() == Compiled().bytes());
    }

    TEST_CASE("compile_gazetteer gives another version for another table") {
        const Compiled plain;
        Compiled changed;
        changed.replace("words.tsv", "honorific\tMr\n");
        CHECK(plain.open().version() != changed.open().version());
        CHECK(plain.open().version() == Compiled().open().version());
    }

    TEST_CASE("compile_gazetteer puts the larger place of a name first") {
        CHECK(ids(Compiled().open(), "Paris") == Ids{"L:2988507", "L:4717560"});
    }

    TEST_CASE("compile_gazetteer finds names in other scripts and old names") {
        const Gazetteer gazetteer = Compiled().open();
        CHECK(ids(gazetteer, "ПАРИЖ") == Ids{"L:2988507"});
        CHECK(ids(gazetteer, "巴黎") == Ids{"L:2988507"});
        CHECK(ids(gazetteer, "lutetia") == Ids{"L:2988507"});
        CHECK(ids(gazetteer, "Frankreich") == Ids{"L:3017382"});
    }

    TEST_CASE("compile_gazetteer leaves blocked names of divisions out") {
        const Gazetteer gazetteer = Compiled().open();
        CHECK(gazetteer.find("Centre").empty());
        REQUIRE(gazetteer.find_code("admin1:FR.11"));
        CHECK(gazetteer.place(*gazetteer.find_code("admin1:FR.11")).name == "Centre");
    }

    TEST_CASE("compile_gazetteer gives places without a known number an id of words") {
        const Gazetteer gazetteer = Compiled().open();
        CHECK(ids(gazetteer, "Balkans") == Ids{"L:region.balkans"});
        CHECK(ids(gazetteer, "Gaul") == Ids{"L:country.gaul"});
        CHECK(ids(gazetteer, "North Sea") == Ids{"L:water.north-sea"});
        CHECK(ids(gazetteer, "Texas") == Ids{"L:4736286"});
        CHECK(gazetteer.place_id(*gazetteer.find_code("admin1:FR.11")) == "L:admin1.FR.11");
    }

    TEST_CASE("compile_gazetteer tells adjectives from names of places") {
        const Gazetteer gazetteer = Compiled().open();
        CHECK(ids(gazetteer, "French") == Ids{"~L:3017382"});
        CHECK(gazetteer.find("French").classes ==
              NameClasses{NameClass::PlaceAdjective, NameClass::CommonWord});
    }

    TEST_CASE("compile_gazetteer asks for capitals where an acronym is short") {
        const Gazetteer gazetteer = Compiled().open();
        const NameMatch match = gazetteer.find("us");
        CHECK(match.classes ==
              NameClasses{NameClass::Country, NameClass::Acronym, NameClass::CommonWord});
        REQUIRE(gazetteer.candidates(match).size() == 1);
        CHECK((*gazetteer.candidates(match).begin()).capitals_only);
        CHECK_FALSE((*gazetteer.candidates(gazetteer.find("France")).begin()).capitals_only);
    }

    TEST_CASE("compile_gazetteer joins people that both tables have") {
        const Gazetteer gazetteer = Compiled().open();
        CHECK(gazetteer.person_count() == 2);
        const std::optional<Person> ada = gazetteer.find_person("ada-lovelace");
        REQUIRE(ada);
        CHECK(ada->note == "mathematician");
        CHECK(ada->first_year == 1833);
        CHECK(ada->last_year == 1852);
        CHECK(ids(gazetteer, "Alan Mathison Turing") == Ids{"P:alan-turing"});
    }

    TEST_CASE("compile_gazetteer gives a division the people and the middle of its places") {
        const Gazetteer gazetteer = Compiled().open();
        const Place texas = gazetteer.place(*gazetteer.find_place("L:4736286"));
        CHECK(texas.population == 24782);
        CHECK(texas.located);
        CHECK(texas.latitude == doctest::Approx(33.661));
        CHECK(texas.longitude == doctest::Approx(-95.556));
    }

    TEST_CASE("compile_gazetteer prefers the coordinates of a division that are written down") {
        Compiled compiled;
        compiled.replace("division_facts.tsv", "US.TX\t4736286\t31.2\t-99.4\t\t\n");
        const Gazetteer gazetteer = compiled.open();
        const Place texas = gazetteer.place(*gazetteer.find_place("L:4736286"));
        CHECK(texas.latitude == doctest::Approx(31.2));
        CHECK(texas.longitude == doctest::Approx(-99.4));
    }

    TEST_CASE("compile_gazetteer refuses tables that contradict each other") {
        struct Case {
            std::string_view table;
            std::string_view text;
            std::string_view message;
        };
        for (const Case& wrong : {
                 Case{"old_names.tsv", "2988507\n", "line 1 has 1 columns, not 2"},
                 Case{"words.tsv", "no_class\tMr\n", "there is no class 'no_class'"},
                 Case{"division_facts.tsv", "US.ZZ\t1\t\t\t\t\n", "'US.ZZ' is not known"},
                 Case{"former_countries.tsv", "gaul\tGaul\tZZ\t\t\t\t\t\n", "'ZZ' is not known"},
                 Case{"nature.tsv", "a\twater\tA\t\t91x\t0\t\n", "'91x' are no degrees"},
                 Case{"organisations.tsv", "a\t\tB\t\t\na\t\tb\t\t\n", "'b' is there twice"},
                 Case{"people.tsv", "A B\t\t\t\t\na b\t\t\t\t\n", "is there twice"},
                 Case{"places.tsv.xz", "x\tP\tFR\t\t\tPPL\t0\t0\t0\t0\n", "'x' is no number"},
                 Case{"places.tsv.xz", "1\tP\tZZ\t\t\tPPL\t0\t0\t0\t0\n", "'ZZ' is not known"},
             }) {
            CAPTURE(wrong.table);
            CAPTURE(wrong.message);
            Compiled compiled;
            compiled.replace(wrong.table, wrong.text);
            std::string said;
            try {
                static_cast<void>(compiled.bytes());
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::InputUnreadable);
                said = error.what();
            }
            CHECK(said.find(wrong.message) != std::string::npos);
        }
    }
}

}  // namespace dateline::gazetteer
