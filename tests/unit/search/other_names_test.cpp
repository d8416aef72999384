// Names as users write them and indexes do not have them.
#include "query/compile/other_names.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline::compile {
namespace {

using List = std::vector<std::string>;

}  // namespace

TEST_SUITE("compile.other_names") {
    TEST_CASE("ids_of_other_name finds what has another main name") {
        CHECK(ids_of_other_name("UK", "L") == List{"L:2635167"});
        CHECK(ids_of_other_name("Washington DC", "L") == List{"L:4140963"});
        CHECK(ids_of_other_name("Washington, D.C.", "L").front() == "L:4140963");
        CHECK(ids_of_other_name("Wien", "L").front() == "L:2761369");
        CHECK(ids_of_other_name("U.S.S.R.", "PLO") == List{"L:country-soviet-union"});
    }

    TEST_CASE("ids_of_other_name stops at what is better known by its own name") {
        CHECK(ids_of_other_name("Holland", "L") == List{"L:2750405"});
        CHECK(ids_of_other_name("Paris", "L").empty());
        CHECK(ids_of_other_name("no such place", "L").empty());
        CHECK(ids_of_other_name("", "L").empty());
    }

    TEST_CASE("ids_of_other_name gives the kinds that are asked for") {
        CHECK(ids_of_other_name("UK", "P").empty());
        CHECK(ids_of_other_name("Hungarian", "L").empty());
        CHECK(ids_of_other_name("EU", "O") == List{"O:european-union"});
    }

    TEST_CASE("slugs_of_place gives the main names behind a short one") {
        CHECK(slugs_of_place("TX") == List{"texas"});
        CHECK(slugs_of_place("Paris").empty());
    }

    TEST_CASE("is_known_place knows large places and no villages") {
        CHECK(is_known_place("Ceylon"));
        CHECK(is_known_place("moskau"));
        CHECK_FALSE(is_known_place("Ceyhanlı"));
        CHECK_FALSE(is_known_place("Mosow"));
    }

    TEST_CASE("other_readings turns a name with a comma round") {
        CHECK(other_readings("Trump, Donald") == List{"Donald Trump"});
        CHECK(other_readings("Trump, Donald, Jr.") == List{"Donald Trump Jr."});
        CHECK(other_readings("Trump,").empty());
        CHECK(other_readings(", Donald").empty());
    }

    TEST_CASE("other_readings leaves titles out in any case") {
        CHECK(other_readings("president reagan").front() == "reagan");
        CHECK(other_readings("Mr. Reagan").front() == "Reagan");
        CHECK(other_readings("Reagan, President Ronald") ==
              List{"President Ronald Reagan", "Ronald Reagan"});
    }

    TEST_CASE("other_readings puts the family name last") {
        CHECK(other_readings("Orbán Viktor") == List{"Viktor Orbán"});
        CHECK(other_readings("García Márquez Gabriel") ==
              List{"Márquez Gabriel García", "Gabriel García Márquez"});
        CHECK(other_readings("Reagan").empty());
        CHECK(other_readings("").empty());
    }
}

}  // namespace dateline::compile
