// What --help and --version print.
#include "query/help.hpp"

#include "common/schema/fields.hpp"
#include "query/option_table.hpp"
#include "query/render/columns.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using namespace dateline;
using namespace dateline::query;

TEST_SUITE("query.help") {
    TEST_CASE("help_text names every option and every field") {
        const std::string text = help_text();
        for (const OptionRow& row : option_table()) {
            CAPTURE(row.name);
            CHECK(text.find("--" + std::string(row.name)) != std::string::npos);
        }
        for (const schema::Field& field : schema::fields()) {
            CAPTURE(field.name);
            CHECK(text.find("\n  " + std::string(field.name) + " ") != std::string::npos);
            CHECK(text.find(field.example) != std::string::npos);
        }
    }

    TEST_CASE("help_text fits a terminal of 80 columns") {
        std::istringstream lines(help_text());
        for (std::string line; std::getline(lines, line);) {
            CAPTURE(line);
            CHECK(render::columns_of(std::string_view(line)) <= 80);
        }
    }

    TEST_CASE("version_text names tool and version") {
        CHECK(version_text() == "dateline-query 0.1.0 (index schema 3)\n");
    }
}
