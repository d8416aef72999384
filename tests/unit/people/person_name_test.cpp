// What the words of names are.
#include "common/names/person_name.hpp"

#include "common/names/family_first.hpp"
#include "common/names/given_names.hpp"
#include "common/names/spelling.hpp"

#include <doctest/doctest.h>

namespace dateline::names {
namespace {

// Words with a sign for what they are: `j.` initial, `(van)` particle, `-un` behind a hyphen.
std::string parts_of(std::string_view name) {
    const PersonName parsed = parse_person_name(name);
    std::string result;
    for (const NameWord& word : parsed.words) {
        result += (result.empty() ? "" : " ") + std::string(word.hyphened ? "-" : "");
        result += word.part == NamePart::Particle ? "(" + word.folded + ")" : word.folded;
        result += word.part == NamePart::Initial ? "." : "";
    }
    for (const NameWord& word : parsed.nicknames) {
        result += " \"" + word.folded + "\"";
    }
    return result + (parsed.generation.empty() ? "" : " " + parsed.generation);
}

struct Case {
    std::string_view name;
    std::string_view expected;
};

}  // namespace

TEST_SUITE("names.person_name") {
    TEST_CASE("parse_person_name tells what each word is") {
        for (const Case& row : {
                 Case{"Vladimir Putin", "vladimir putin"},
                 Case{"Viktor Orbán", "viktor orban"},
                 Case{"J. R. R. Tolkien", "j. r. r. tolkien"},
                 Case{"J.R.R. Tolkien", "j. r. r. tolkien"},
                 Case{"George W Bush", "george w. bush"},
                 Case{"Louis van Gaal", "louis (van) gaal"},
                 Case{"van Gaal", "(van) gaal"},
                 Case{"Bashar al-Assad", "bashar (al) -assad"},
                 Case{"Al-Assad", "(al) -assad"},
                 Case{"Al Gore", "al gore"},
                 Case{"Marine Le Pen", "marine (le) pen"},
                 Case{"Kim Jong-un", "kim jong -un"},
                 Case{"Conan O’Brien", "conan obrien"},
                 Case{"Martin Luther King Jr.", "martin luther king jr"},
                 Case{"Martin Luther King, Jr", "martin luther king jr"},
                 Case{"John D. Rockefeller III", "john d. rockefeller iii"},
                 Case{"Des Junior", "des junior"},
                 Case{"Edward “Ted” Kennedy", "edward kennedy \"ted\""},
                 Case{"Thomas (Tom) Enders", "thomas enders \"tom\""},
                 Case{"Teresita \"Ting-Ting\" Ong", "teresita ong \"ting\" \"ting\""},
                 Case{"“Sugar Ray” Robinson", "robinson \"sugar\" \"ray\""},
                 Case{"William 'Bill' Clinton", "william clinton \"bill\""},
                 Case{"Pete\" Silas", "pete silas"},
                 Case{"C. J. \"Pete", "c. j. \"pete\""},
                 Case{"Margrethe II", "margrethe ii"},
                 Case{"Malcolm X", "malcolm x."},
                 Case{"\"Tatu\"", "tatu"},
                 Case{"Владимир Путин", "владимир путин"},
                 Case{"", ""},
                 Case{"...", ""},
             }) {
            CAPTURE(row.name);
            CHECK(parts_of(row.name) == row.expected);
        }
    }

    TEST_CASE("size counts names with hyphens and particles once") {
        for (const auto& [name, size] : {
                 std::pair<std::string_view, std::size_t>{"Putin", 1},
                 {"al-Assad", 1},
                 {"van der Sar", 1},
                 {"Jean-Pierre", 1},
                 {"Kim Jong-un", 2},
                 {"J. Smith", 2},
                 {"Louis van Gaal", 2},
                 {"José Hernández Rivera", 3},
                 {"", 0},
             }) {
            CAPTURE(name);
            CHECK(parse_person_name(name).size() == size);
        }
    }

    TEST_CASE("is_family_first knows names of China and Korea and Vietnam") {
        for (const std::string_view name :
             {"Xi Jinping", "Kim Jong-un", "Kim Jong Un", "Moon Jae-in", "Nguyen Phu Trong"}) {
            CAPTURE(name);
            CHECK(is_family_first(parse_person_name(name)));
        }
        for (const std::string_view name :
             {"Kim Campbell", "Lee Harvey Oswald", "Vladimir Putin", "Xi", "Jin J. Smith"}) {
            CAPTURE(name);
            CHECK_FALSE(is_family_first(parse_person_name(name)));
        }
    }
}

TEST_SUITE("names.spelling") {
    TEST_CASE("spelling_key is the same for spellings of one name") {
        for (const auto& [left, right] : {
                 std::pair<std::string_view, std::string_view>{"zelensky", "zelenskyy"},
                 {"zelensky", "zelenskiy"},
                 {"yanukovych", "yanukovich"},
                 {"mueller", "muller"},
                 {"romanoff", "romanov"},
                 {"tymoshenko", "timoshenko"},
             }) {
            CAPTURE(left);
            CAPTURE(right);
            CHECK(is_same_spelling(spelling_key(left), spelling_key(right)));
        }
    }

    TEST_CASE("is_same_spelling keeps short and different names apart") {
        for (const auto& [left, right] : {
                 std::pair<std::string_view, std::string_view>{"li", "lee"},
                 {"lina", "leena"},
                 {"putin", "poutine"},
                 {"hansen", "hanson"},
                 {"macron", "marcon"},
             }) {
            CAPTURE(left);
            CAPTURE(right);
            CHECK_FALSE(is_same_spelling(spelling_key(left), spelling_key(right)));
        }
    }

    TEST_CASE("is_same_spelling begins at five bytes") {
        CHECK(is_same_spelling("abcde", "abcde"));
        CHECK_FALSE(is_same_spelling("abcd", "abcd"));
    }
}

TEST_SUITE("names.given_names") {
    TEST_CASE("is_form_of_given_name knows short forms and beginnings") {
        for (const auto& [left, right] : {
                 std::pair<std::string_view, std::string_view>{"bill", "william"},
                 {"volodymyr", "vladimir"},
                 {"mohamed", "muhammad"},
                 {"alex", "alexander"},
                 {"ana", "ana"},
             }) {
            CAPTURE(left);
            CAPTURE(right);
            CHECK(is_form_of_given_name(left, right));
            CHECK(is_form_of_given_name(right, left));
        }
        for (const auto& [left, right] : {
                 std::pair<std::string_view, std::string_view>{"paul", "paula"},
                 {"jean", "jeanne"},
                 {"jo", "joanna"},
                 {"will", "jill"},
                 {"", ""},
                 {"bill", ""},
             }) {
            CAPTURE(left);
            CAPTURE(right);
            CHECK_FALSE(is_form_of_given_name(left, right));
        }
    }

    TEST_CASE("gender_of_given_name is unknown for what is rare or both") {
        CHECK(gender_of_given_name("hillary") == Gender::Female);
        CHECK(gender_of_given_name("vladimir") == Gender::Male);
        for (const std::string_view name : {"", "kim", "jean", "zoltanka", "ann bill"}) {
            CAPTURE(name);
            CHECK(gender_of_given_name(name) == Gender::Unknown);
        }
    }
}

}  // namespace dateline::names
