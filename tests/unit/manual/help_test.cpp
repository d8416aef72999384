// Lines of --help.
#include "common/manual/help.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline::manual;

TEST_SUITE("manual.help") {
    TEST_CASE("help_entry puts text beside a term that leaves two blanks") {
        CHECK(help_entry("-i", 2, 8, "the index") == "  -i    the index\n");
        CHECK(help_entry("1234", 2, 8, "x") == "  1234  x\n");
    }

    TEST_CASE("help_entry puts text below a term that is too long") {
        CHECK(help_entry("12345", 2, 8, "x") == "  12345\n        x\n");
    }

    TEST_CASE("help_entry counts characters and not bytes") {
        CHECK(help_entry("=Orbán", 2, 10, "x") == "  =Orbán  x\n");
    }

    TEST_CASE("help_entry breaks text at blanks so that no line is over 80 columns") {
        const std::string first(40, 'a');
        const std::string second(31, 'b');
        CHECK(help_entry("t", 0, 8, first + ' ' + second) ==
              "t       " + first + ' ' + second + '\n');
        CHECK(help_entry("t", 0, 8, first + ' ' + second + 'c') ==
              "t       " + first + "\n        " + second + "c\n");
    }

    TEST_CASE("help_paragraph leaves a word alone that is longer than a line") {
        const std::string word(90, 'a');
        CHECK(help_paragraph(word + " b") == word + "\nb\n");
        CHECK(help_paragraph("a " + word) == "a\n" + word + "\n");
        CHECK(help_paragraph("").empty());
    }
}
