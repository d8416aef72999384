// What --help and --version print.
#include "common/manual/roff.hpp"
#include "common/schema/fields.hpp"
#include "query/documents.hpp"
#include "query/option_table.hpp"
#include "query/option_values.hpp"
#include "query/parse/tree.hpp"
#include "query/render/columns.hpp"
#include "query/syntax_tables.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

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

    TEST_CASE("every query of the syntax tables is one") {
        parse::ParseOptions options;
        options.today = std::chrono::sys_days(std::chrono::year(2025) / 10 / 16);
        for (const auto table : {operator_table(), date_table(), example_table()}) {
            for (const SyntaxRow& row : table) {
                CAPTURE(row.write);
                const parse::Parsed parsed = parse::parse_query(row.write, options);
                CHECK(parsed.errors.empty());
                CHECK(parsed.warnings.empty());
            }
        }
    }

    TEST_CASE("syntax_page says of every habit what becomes of it") {
        const std::string page = syntax_page();
        for (const std::string_view query : habit_table()) {
            CAPTURE(query);
            const std::size_t at = page.find(".TP\n" + manual::bold(query).code + '\n');
            REQUIRE(at != std::string::npos);
            const std::string text = page.substr(page.find("\\fR\n", at) + 4);
            CHECK((text.starts_with("read as ") || text.starts_with("refused: ")));
        }
    }

    TEST_CASE("option_choices names values for options that exist and take one") {
        for (const OptionRow& row : option_table()) {
            CAPTURE(row.name);
            CHECK((option_choices(row.name).empty() || !row.argument.empty()));
            CHECK((!takes_list(row.name) || !option_choices(row.name).empty()));
        }
        CHECK(option_choices("match") == std::vector<std::string>{"all", "any"});
        CHECK(option_choices("limit").empty());
    }

    TEST_CASE("version_text names tool and version") {
        CHECK(version_text() == "dateline-query 0.1.0 (index schema 3)\n");
    }
}
