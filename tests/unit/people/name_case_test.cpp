// Names in capitals.
#include "common/names/name_case.hpp"

#include <doctest/doctest.h>

namespace dateline::names {

TEST_SUITE("names.name_case") {
    TEST_CASE("name_case writes names in capitals as running text does") {
        for (const auto& [name, expected] : {
                 std::pair<std::string_view, std::string_view>{"VLADIMIR PUTIN", "Vladimir Putin"},
                 {"MCDONALD", "McDonald"},
                 {"MCA", "Mca"},
                 {"CONAN O'BRIEN", "Conan O'Brien"},
                 {"CONAN O’BRIEN", "Conan O’Brien"},
                 {"SHA'BAN", "Sha'ban"},
                 {"LOUIS VAN GAAL", "Louis van Gaal"},
                 {"VAN GAAL", "Van Gaal"},
                 {"BASHAR AL-ASSAD", "Bashar al-Assad"},
                 {"JEAN-PIERRE RAFFARIN", "Jean-Pierre Raffarin"},
                 {"JOHN D. ROCKEFELLER III", "John D. Rockefeller III"},
                 {"J.F. KENNEDY", "J.F. Kennedy"},
                 {"VIKTOR ORBÁN", "Viktor Orbán"},
                 {"ВЛАДИМИР ПУТИН", "Владимир Путин"},
             }) {
            CAPTURE(name);
            CHECK(name_case(name) == expected);
        }
    }

    TEST_CASE("long_word_case keeps words that may be acronyms") {
        CHECK(long_word_case("BBC WORLD SERVICE") == "BBC World Service");
        CHECK(long_word_case("BANK OF ITALY") == "Bank of Italy");
        CHECK(long_word_case("Bank of ITALY") == "Bank of ITALY");
        CHECK(long_word_case("OF ROME") == "OF Rome");
    }

    TEST_CASE("name_case leaves names that are not in capitals but for their blanks") {
        for (const std::string_view name :
             {"Vladimir Putin", "bell hooks", "Ronald MacDonald", "习近平", "J.F.K.", "X", ""}) {
            CAPTURE(name);
            CHECK(name_case(name) == name);
        }
        CHECK(name_case("Vladimir \n Putin") == "Vladimir Putin");
    }
}

}  // namespace dateline::names
