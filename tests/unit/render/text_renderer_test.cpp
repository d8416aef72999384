// Answers as people read them.
#include "query/render/text_renderer.hpp"

#include "query/render/columns.hpp"
#include "query/render/diagnosis_text.hpp"
#include "tests/unit/render/samples.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using namespace dateline;
using namespace dateline::render;
using dateline::testing::printed;
using dateline::testing::sample_facet;
using dateline::testing::sample_hit;
using dateline::testing::sample_report;

namespace {

std::string text(const Report& report, std::vector<search::Hit> hits, const Style& style = {}) {
    return printed(Format::Text, style, report, std::move(hits));
}

}  // namespace

TEST_SUITE("render.text_renderer") {
    TEST_CASE("TextRenderer prints how the query was read and then the hits") {
        CHECK(text(sample_report(1), {sample_hit()}) ==
              "interest AND rates · 312 articles · by relevance · 1 shown\n"
              "\n"
              " 1. Leaders meet\n"
              "    2025-08-15 20:11Z · Example Wire · @0123456789abcdef\n"
              "    people: Vladimir Putin · places: Alaska\n"
              "    Putin arrived in Alaska.\n");
    }

    TEST_CASE("TextRenderer prints only the head if nothing matches") {
        Report report = sample_report(0);
        report.answer.total = 0;
        CHECK(text(report, {}) == "interest AND rates · 0 articles\n");
    }

    TEST_CASE("head_line names order and offset") {
        search::Answer answer = sample_report(10).answer;
        answer.total = 1;
        answer.offset = 20;
        answer.sort = search::SortOrder::NewestFirst;
        CHECK(head_line(answer) ==
              "interest AND rates · 1 article · newest first · 10 shown from 21");
        answer.sort = search::SortOrder::OldestFirst;
        CHECK(head_line(answer).find("oldest first") != std::string::npos);
    }

    TEST_CASE("name_line lists entities with their counts") {
        search::ResolvedName name{
            "person:trump", {{"P:a", "Donald Trump", 288}, {"P:b", "Melania Trump", 9}}, 0};
        CHECK(name_line(name) == "person:trump = Donald Trump 288, Melania Trump 9");
        name.more = 3;
        CHECK(name_line(name) == "person:trump = Donald Trump 288, Melania Trump 9, and 3 more");
        CHECK(name_line({"person:x", {}, 0}) == "person:x = nothing of that name");
        CHECK(name_line({"lang:en", {{"G:en", "", 5}}, 0}) == "lang:en = G:en 5");
    }

    TEST_CASE("short_time shows the clocks of the zone") {
        const auto shown = [](const char* stated, const char* zone) {
            return short_time(*time::parse_iso_time(stated), *time::Zone::find(zone));
        };
        CHECK(shown("2025-08-15T22:11:00Z", "Europe/Berlin") == "2025-08-16 00:11+02:00");
        CHECK(shown("2025-01-15T22:11:00Z", "America/New_York") == "2025-01-15 17:11-05:00");
        CHECK(shown("2025-01-15T22:11:00Z", "Europe/London") == "2025-01-15 22:11Z");
        CHECK(shown("2025-01-15", "Asia/Tokyo") == "2025-01-15");
    }

    TEST_CASE("short_time shows as much as was stated in UTC") {
        using Row = std::pair<std::string, std::string>;
        for (const auto& [stated, shown] : {
                 Row{"2025-08-15T20:11:59+02:00", "2025-08-15 18:11Z"},
                 Row{"2025-08-15T20:11:59.250Z", "2025-08-15 20:11Z"},
                 Row{"2025-08-15", "2025-08-15"},
                 Row{"2025-08", "2025-08"},
                 Row{"2025", "2025"},
             }) {
            CAPTURE(stated);
            CHECK(short_time(time::parse_iso_time(stated).value()) == shown);
        }
    }

    TEST_CASE("TextRenderer says what was left out and how names were read") {
        Report report = sample_report(0);
        report.answer.dropped = {"the", "of"};
        report.answer.names = {{"person:x", {{"P:x", "X", 1}}, 0}};
        CHECK(text(report, {}) ==
              "interest AND rates · 312 articles\n"
              "left out because too common: the, of\n"
              "person:x = X 1\n");
    }

    TEST_CASE("TextRenderer lets no control character through") {
        search::Hit hit = sample_hit();
        const std::string evil =
            "\x1b]52;c;AAAA\x07\xc2\x9b"
            "2J\r\n\t\u202e";
        for (std::string* const field : {&hit.article.title,
                                         &hit.article.source,
                                         &hit.article.section,
                                         &hit.article.lang,
                                         &hit.id,
                                         &hit.title.text,
                                         &hit.snippets[0].text}) {
            *field += evil;
        }
        hit.people.push_back({"P:evil", evil, {}});
        hit.places.push_back({"L:evil", evil, {}});
        Report report = sample_report(1);
        report.text += evil;
        report.answer.canonical += evil;
        report.answer.dropped = {evil};
        report.answer.names = {{evil, {{evil, evil, 1}}, 0}};
        report.answer.xapian_query = evil;
        report.answer.facets = {sample_facet()};
        report.answer.facets[0].name = evil;
        parse::Node word;
        word.kind = parse::NodeKind::Word;
        word.text = evil;
        report.explained = word;
        report.explanation = {true, true, true, true};
        report.answer.names[0].entities[0].spellings = {evil};
        report.answer.names.push_back({evil, {}, 0, {{evil, evil, 1}}});
        report.answer.expansions = {{evil, {{evil, 1}}, 0}};
        hit.matches = {{evil, {}, {{evil, evil, evil, {"body", evil, {{0, 1}}}}}, 2}};
        const std::string out = text(report, {hit});
        for (const std::string_view bad : {"\x1b", "\x07", "\xc2\x9b", "\r", "\t", "\u202e"}) {
            CAPTURE(bad);
            CHECK(out.find(bad) == std::string::npos);
        }
    }

    TEST_CASE("TextRenderer wraps snippets to the width of the terminal") {
        search::Hit hit = sample_hit();
        hit.snippets = {{"body", std::string(), {}}};
        for (int i = 0; i < 60; ++i) {
            hit.snippets[0].text += "word ";
        }
        for (const std::size_t columns : {40, 80}) {
            CAPTURE(columns);
            Style style;
            style.columns = columns;
            std::istringstream lines(text(sample_report(1), {hit}, style));
            std::size_t widest = 0;
            std::size_t number = 0;
            for (std::string line; std::getline(lines, line); ++number) {
                if (number > 4) {
                    widest = std::max(widest, columns_of(std::string_view(line)));
                }
            }
            CHECK(widest <= columns);
            CHECK(widest + 5 > columns);
        }
    }

    TEST_CASE("diagnosis_text says that the time was up") {
        Report report = sample_report(0);
        report.diagnosis.emplace();
        report.diagnosis->clauses = {{"oil", {0, 3}, 0}};
        CHECK(diagnosis_text(report, "--relax").find("the time was up") == std::string::npos);
        report.diagnosis->cut = true;
        CHECK(diagnosis_text(report, "--relax").find("the time was up") != std::string::npos);
    }

    TEST_CASE("TextRenderer marks where the sentence of a snippet was cut") {
        search::Hit hit = sample_hit();
        hit.snippets = {{"body", "Putin arrived", {{0, 5}}, true, true}};
        Style style;
        CHECK(text(sample_report(1), {hit}, style).find("    … Putin arrived …\n") !=
              std::string::npos);
        style.utf8 = false;
        style.color = true;
        CHECK(text(sample_report(1), {hit}, style).find("... \x1b[1;31mPutin") !=
              std::string::npos);
    }

    TEST_CASE("TextRenderer colours titles and matches") {
        Style style;
        style.color = true;
        const std::string out = text(sample_report(1), {sample_hit()}, style);
        CHECK(out.find("\x1b[1;31mLeaders\x1b[0m\x1b[1m meet\x1b[0m") != std::string::npos);
        CHECK(out.find("\x1b[1;31mPutin\x1b[0m arrived in \x1b[1;31mAlaska\x1b[0m.") !=
              std::string::npos);
    }

    TEST_CASE("TextRenderer shows five people and counts the others") {
        search::Hit hit = sample_hit();
        hit.people.clear();
        for (const char* const name : {"A", "B", "C", "D", "E"}) {
            hit.people.push_back({std::string("P:") + name, name, {}});
        }
        hit.places.clear();
        CHECK(text(sample_report(1), {hit}).find("people: A, B, C, D, E\n") != std::string::npos);
        hit.people.push_back({"P:f", "F", {}});
        CHECK(text(sample_report(1), {hit}).find("people: A, B, C, D, E +1\n") !=
              std::string::npos);
    }

    TEST_CASE("TextRenderer prints an article that states nothing") {
        search::Hit hit;
        hit.rank = 1000;
        hit.id = "0";
        CHECK(text(sample_report(1), {hit}).ends_with("\n1000. (no title)\n      undated · @0\n"));
    }

    TEST_CASE("TextRenderer explains each step of reading") {
        Report report = sample_report(0);
        report.answer.xapian_query = "Query(a)";
        parse::Node word;
        word.kind = parse::NodeKind::Word;
        word.text = "oil";
        word.prefix = true;
        parse::Node id;
        id.kind = parse::NodeKind::Id;
        id.field = &schema::field(schema::FieldId::Person);
        id.text = "x";
        parse::Node days;
        days.kind = parse::NodeKind::Days;
        days.field = &schema::field(schema::FieldId::Date);
        days.days.from = std::chrono::sys_days(std::chrono::year{2025} / 10 / 1);
        parse::Node negation;
        negation.kind = parse::NodeKind::Not;
        negation.children = {id};
        parse::Node tree;
        tree.kind = parse::NodeKind::And;
        tree.children = {word, negation, days};
        report.explained = tree;
        report.explanation.query = true;
        report.explanation.xapian = true;
        CHECK(text(report, {}) ==
              "typed:     interest rates\n"
              "canonical: interest AND rates\n"
              "tree:\n"
              "  and\n"
              "    word oil*\n"
              "    not\n"
              "      id person: @x\n"
              "    days date: 2025-10-01..\n"
              "xapian:    Query(a)\n"
              "\n"
              "interest AND rates · 312 articles\n");
    }
}
