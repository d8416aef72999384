// Which full names may be one person's.
#include "common/names/name_relation.hpp"

#include <doctest/doctest.h>

namespace dateline::names {
namespace {

std::string relation(std::string_view left, std::string_view right) {
    return name_relation_name(relation_of(parse_person_name(left), parse_person_name(right)));
}

struct Case {
    std::string_view left;
    std::string_view right;
    std::string_view expected;
};

}  // namespace

TEST_SUITE("names.name_relation") {
    TEST_CASE("relation_of names why two names fit whichever comes first") {
        for (const Case& row : {
                 Case{"José Pérez", "Jose Perez", "same"},
                 Case{"Bashar al-Assad", "Bashar Assad", "same"},
                 Case{"Kim Jong-un", "Kim Jong Un", "same"},
                 Case{"Martin Luther King Jr", "Martin Luther King", "same"},
                 Case{"Putin Vladimir", "Vladimir Putin", "order"},
                 Case{"Orbán Viktor", "Viktor Mihály Orbán", "order"},
                 Case{"Vladimir V. Putin", "Vladimir Putin", "middle_name"},
                 Case{"John Dramani Mahama", "John Mahama", "middle_name"},
                 Case{"Vladimir Vladimirovich Putin", "Vladimir V. Putin", "middle_name"},
                 Case{"V. Putin", "Vladimir Putin", "initials"},
                 Case{"V.V. Putin", "Vladimir Vladimirovich Putin", "initials"},
                 Case{"García Márquez", "Gabriel García Márquez", "surname"},
                 Case{"José Hernández", "José Hernández Rivera", "beginning"},
                 Case{"Hernán Ospina", "Hernán Darío Ospina Ríos", "beginning"},
                 Case{"Volodymyr Zelensky", "Volodymyr Zelenskyy", "spelling"},
                 Case{"Bill Clinton", "William Jefferson Clinton", "given_form"},
                 Case{"Vladimir Zelensky", "Volodymyr Zelenskyy", "given_form"},
             }) {
            CAPTURE(row.left);
            CAPTURE(row.right);
            CHECK(relation(row.left, row.right) == row.expected);
            CHECK(relation(row.right, row.left) == row.expected);
        }
    }

    TEST_CASE("relation_of keeps different people apart") {
        for (const Case& row : {
                 Case{"George Bush Sr", "George Bush Jr", "none"},
                 Case{"George W. Bush", "George H. W. Bush Sr", "middle_name"},
                 Case{"George W. Bush", "George P. Bush", "none"},
                 Case{"Bill Clinton", "Hillary Clinton", "none"},
                 Case{"V. Putin", "Lyudmila Putin", "none"},
                 Case{"V. P.", "Vladimir Putin", "none"},
                 Case{"Putin", "Vladimir Putin", "none"},
                 Case{"Jean-Pierre", "Jean-Pierre Raffarin", "none"},
                 Case{"Paul Smith", "Paula Smith", "none"},
                 Case{"", "Vladimir Putin", "none"},
             }) {
            CAPTURE(row.left);
            CAPTURE(row.right);
            CHECK(relation(row.left, row.right) == row.expected);
        }
    }
}

}  // namespace dateline::names
