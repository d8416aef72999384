// Timelines as text, JSON, tables and drawings.
#include "query/render/timeline_axis.hpp"
#include "query/render/timeline_json.hpp"
#include "query/render/timeline_svg.hpp"
#include "query/render/timeline_table.hpp"
#include "query/render/timeline_text.hpp"
#include "tests/unit/render/samples.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace dateline::render {
namespace {

using search::DateLevel;
using Numbers = std::vector<std::uint64_t>;

std::chrono::sys_days day_of(const char* text) {
    return time::utc_day(*time::parse_iso_time(text));
}

/// A report with the articles of each query on the days from `first` on.
Report report_of(const char* first, const std::vector<Numbers>& series) {
    Report report = testing::sample_report(0);
    search::Timeline timeline;
    timeline.field = &schema::field(schema::FieldId::Date);
    for (std::size_t i = 0; i < series.front().size(); ++i) {
        timeline.starts.push_back(day_of(first) + std::chrono::days(i));
    }
    for (const Numbers& numbers : series) {
        timeline.series.push_back({search::Refiner(parse::Node{}), numbers, 7});
        if (timeline.series.size() > 1) {
            report.compared.push_back(testing::sample_report(0));
        }
    }
    report.timeline = std::move(timeline);
    return report;
}

Style style_of(std::size_t columns, bool utf8 = true) {
    Style style;
    style.columns = columns;
    style.utf8 = utf8;
    return style;
}

std::size_t count_of(const std::string& part, const std::string& whole) {
    std::size_t count = 0;
    for (std::size_t at = whole.find(part); at != std::string::npos;
         at = whole.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_SUITE("render.timeline_text") {
    TEST_CASE("timeline_text draws bars in eighths of a column to the width of the terminal") {
        const std::string text =
            timeline_text(report_of("2025-08-14", {{8, 0, 1, 80}}), style_of(40));
        CHECK(text ==
              "timeline date.day · 2025-08-14 to 2025-08-17 · 4 days · most 80 in 2025-08-17\n"
              "  2025-08-14     8  ██\n"
              "  2025-08-15     0\n"
              "  2025-08-16     1  ▎\n"
              "  2025-08-17    80  ████████████████████\n"
              "  missing        7  (state no day of publication)\n");
    }

    TEST_CASE("timeline_text draws bars of # where there is no Unicode") {
        const std::string text =
            timeline_text(report_of("2025-08-14", {{8, 0, 1, 80}}), style_of(40, false));
        CHECK(text.find("    80  ####################\n") != std::string::npos);
        CHECK(text.find("     8  ##\n") != std::string::npos);
        CHECK(text.find("     1  #\n") != std::string::npos);
    }

    TEST_CASE("timeline_text joins five and more buckets without articles") {
        const std::string four =
            timeline_text(report_of("2025-08-01", {{1, 0, 0, 0, 0, 1}}), style_of(80));
        CHECK(count_of("\n", four) == 8);
        const std::string five =
            timeline_text(report_of("2025-08-01", {{1, 0, 0, 0, 0, 0, 1}}), style_of(80));
        CHECK(five.find("  ⋮           none in 5 days, 2025-08-02 to 2025-08-06\n") !=
              std::string::npos);
        CHECK(count_of("\n", five) == 5);
    }

    TEST_CASE("timeline_text leaves out bars that have no room and never fails for width") {
        for (const std::size_t columns : {0, 1, 19, 23, 24, 200}) {
            CAPTURE(columns);
            const std::string text =
                timeline_text(report_of("2025-08-14", {{1, 2}}), style_of(columns));
            CHECK((text.find("█") != std::string::npos) == (columns >= 24));
        }
    }

    TEST_CASE("timeline_text puts queries side by side to one scale") {
        const std::string text =
            timeline_text(report_of("2025-08-14", {{10, 5}, {1, 2}}), style_of(52));
        CHECK(text ==
              "timeline date.day · 2025-08-14 to 2025-08-15 · 2 days\n"
              "               [1]                 [2]\n"
              "  2025-08-14    10  ████████████     1  █▎\n"
              "  2025-08-15     5  ██████           2  ██▍\n"
              "  missing        7                   7\n");
    }

    TEST_CASE("timeline_text gives shares and draws them") {
        Report report = report_of("2025-08-14", {{10, 0, 1, 1}});
        report.timeline->archive = {100, 0, 2, 5000};
        const std::string text = timeline_text(report, style_of(48));
        CHECK(text.find("  2025-08-14    10   10.0%  ████\n") != std::string::npos);
        CHECK(text.find("  2025-08-15     0       -\n") != std::string::npos);
        CHECK(text.find("  2025-08-16     1   50.0%  ████████████████████\n") != std::string::npos);
        CHECK(text.find("  2025-08-17     1   <0.1%  ▏\n") != std::string::npos);
    }

    TEST_CASE("timeline_text names the zone and says when there is nothing") {
        Report report = report_of("2025-08-14", {{}});
        report.timeline->zone = *time::Zone::find("Asia/Tokyo");
        report.timeline->field = &schema::field(schema::FieldId::Event);
        CHECK(timeline_text(report, style_of(80)) ==
              "timeline event.day · Asia/Tokyo · no article in any day\n"
              "  missing     7  (speak of no day)\n");
    }

    TEST_CASE("comparison_text numbers the queries") {
        Report report = report_of("2025-08-14", {{1}, {2}});
        report.compared.front().answer.total = 1;
        report.compared.front().answer.canonical = "gas\x1b[2J";
        CHECK(comparison_text(report) ==
              "compared:\n"
              "  [1]  312 articles  interest AND rates\n"
              "  [2]    1 article   gas\\x1b[2J\n");
    }
}

TEST_SUITE("render.timeline_json") {
    TEST_CASE("timeline_members has buckets with their queries") {
        CHECK(timeline_members(testing::sample_report(0)).empty());
        CHECK(
            timeline_members(report_of("2025-08-14", {{3}})) ==
            R"(,"timeline":{"field":"date","unit":"day","tz":"UTC","missing":7,"buckets":[)"
            R"({"from":"2025-08-14","name":"2025-08-14","articles":3,"query":"* AND date:2025-08-14"}]})");
    }

    TEST_CASE("timeline_members has shares if they were asked for") {
        Report report = report_of("2025-08-14", {{1, 0}});
        report.timeline->archive = {3, 0};
        const std::string json = timeline_members(report);
        CHECK(json.find(R"("articles":1,"share":0.333333,"archive":3,)") != std::string::npos);
        CHECK(json.find(R"("articles":0,"share":null,"archive":0,)") != std::string::npos);
    }

    TEST_CASE("timeline_members has a timeline for each compared query") {
        const std::string json = timeline_members(report_of("2025-08-14", {{3}, {4}}));
        CHECK(json.find(R"(,"compare":[{"query":{"text":"interest rates")") != std::string::npos);
        CHECK(count_of(R"("buckets":[)", json) == 2);
        Report totals = report_of("2025-08-14", {{3}, {4}});
        totals.timeline.reset();
        CHECK(timeline_members(totals).find(R"("total":{"articles":312,"exact":true}}])") !=
              std::string::npos);
    }
}

TEST_SUITE("render.timeline_table") {
    TEST_CASE("time_rows has a column for each query and a row for what is missing") {
        Report report = report_of("2025-08-14", {{3}, {4}});
        using Rows = std::vector<std::vector<std::string>>;
        CHECK(time_rows(report) ==
              Rows{{"from", "name", "articles", "query", "articles_2", "query_2"},
                   {"2025-08-14",
                    "2025-08-14",
                    "3",
                    "* AND date:2025-08-14",
                    "4",
                    "* AND date:2025-08-14"},
                   {"", "missing", "7", "", "7", ""}});
        report.timeline->archive = {8};
        CHECK(time_rows(report)[1] == std::vector<std::string>{"2025-08-14",
                                                               "2025-08-14",
                                                               "8",
                                                               "3",
                                                               "0.375000",
                                                               "* AND date:2025-08-14",
                                                               "4",
                                                               "0.500000",
                                                               "* AND date:2025-08-14"});
        CHECK(time_rows(report)[2].size() == time_rows(report)[0].size());
        report.timeline.reset();
        CHECK(time_rows(report) == Rows{{"number", "query", "articles"},
                                        {"1", "interest AND rates", "312"},
                                        {"2", "interest AND rates", "312"}});
    }
}

TEST_SUITE("render.timeline_axis") {
    TEST_CASE("time_ticks stand where the calendar turns") {
        struct Row {
            const char* first;
            std::size_t days;
            std::size_t ticks;
            const char* label;
            std::size_t bucket;
        };
        for (const Row& row : {Row{"2025-08-14", 0, 0, "", 0},
                               Row{"2025-08-14", 1, 1, "2025-08-14", 0},
                               Row{"2025-08-14", 12, 12, "2025-08-14", 0},
                               Row{"2025-08-14", 24, 12, "2025-08-14", 0},
                               Row{"2025-08-14", 60, 8, "2025-08-18", 4},
                               Row{"2025-08-14", 300, 10, "2025-09", 18},
                               Row{"2025-08-14", 3000, 8, "2026", 140}}) {
            CAPTURE(row.days);
            const Report report = report_of(row.first, {Numbers(row.days)});
            const std::vector<TimeTick> ticks = time_ticks(report.timeline->starts, DateLevel::Day);
            CHECK(ticks.size() == row.ticks);
            if (!ticks.empty()) {
                CHECK(ticks.front().label == row.label);
                CHECK(ticks.front().bucket == row.bucket);
            }
        }
    }

    TEST_CASE("time_ticks stay few however many years there are") {
        std::vector<std::chrono::sys_days> starts;
        for (int year = 1000; year <= 9999; ++year) {
            starts.push_back(std::chrono::year(year) / 1 / 1);
            if (year % 500 == 0) {
                const std::size_t ticks = time_ticks(starts, DateLevel::Year).size();
                CHECK(ticks > 0);
                CHECK(ticks <= kMaxTimeTicks);
            }
        }
    }

    TEST_CASE("value_step is one or two or five times a power of ten") {
        CHECK(value_step(1, 1) == 1);
        CHECK(value_step(6, 1) == 1);
        CHECK(value_step(7, 1) == 2);
        CHECK(value_step(96, 1) == 20);
        CHECK(value_step(31'000, 1) == 10'000);
        CHECK(value_step(0.21, 1e-6) == doctest::Approx(0.05));
    }
}

TEST_SUITE("render.timeline_svg") {
    TEST_CASE("timeline_svg draws one query as bars with tooltips") {
        const std::string svg = timeline_svg(report_of("2025-08-14", {{3, 0, 1}}));
        CHECK(svg.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="));
        CHECK(svg.ends_with("</svg>\n"));
        CHECK(svg.find("<title>interest AND rates</title>") != std::string::npos);
        CHECK(svg.find("312 articles · articles by day of publication · days of UTC · 7 without a "
                       "day<") != std::string::npos);
        CHECK(svg.find("<title>2025-08-14: 3 articles</title></rect>") != std::string::npos);
        CHECK(svg.find("<title>2025-08-16: 1 article</title></rect>") != std::string::npos);
        CHECK(count_of("</title></rect>", svg) == 2);
        CHECK(svg == timeline_svg(report_of("2025-08-14", {{3, 0, 1}})));
    }

    TEST_CASE("timeline_svg cuts a long query where the drawing ends") {
        Report report = report_of("2025-08-14", {{3, 0, 1}});
        report.answer.canonical = std::string(100, 'W');
        const std::string svg = timeline_svg(report);
        CHECK(svg.find("<title>" + std::string(100, 'W') + "</title>") != std::string::npos);
        CHECK(svg.find(">" + std::string(67, 'W') + "…</text>") != std::string::npos);
    }

    TEST_CASE("timeline_svg draws many buckets as one shape") {
        const std::string bars = timeline_svg(report_of("2025-01-01", {Numbers(430, 2)}));
        CHECK(count_of("</title></rect>", bars) == 430);
        const std::string shape = timeline_svg(report_of("2025-01-01", {Numbers(431, 2)}));
        CHECK(count_of("</title></rect>", shape) == 0);
        CHECK(count_of("<path ", shape) == 1);
    }

    TEST_CASE("timeline_svg draws several queries as lines with a legend") {
        const std::string svg = timeline_svg(report_of("2025-08-14", {{3, 1}, {0, 2}, {1, 1}}));
        CHECK(count_of("<path ", svg) == 6);
        CHECK(count_of("<circle ", svg) == 6);
        CHECK(count_of(" · 312 articles · 7 without a day</text>", svg) == 3);
    }

    TEST_CASE("timeline_svg leaves gaps where there is no share") {
        Report report = report_of("2025-08-14", {{1, 0, 1, 1}, {0, 0, 0, 0}});
        report.timeline->archive = {2, 0, 4, 4};
        const std::string svg = timeline_svg(report);
        const std::size_t path =
            svg.find("<path d=\"M", svg.find("without a day", svg.find("[")) + 1);
        CHECK(path != std::string::npos);
        CHECK(count_of("<circle ", svg) == 6);
        CHECK(svg.find(">50%<") != std::string::npos);
        CHECK(svg.find("1 article of 2<") != std::string::npos);
    }

    TEST_CASE("timeline_svg without any article says so") {
        CHECK(timeline_svg(report_of("2025-08-14", {{}})).find(">no article in any day<") !=
              std::string::npos);
        CHECK(timeline_svg(report_of("2025-08-14", {{0}})).find(">1</text>") != std::string::npos);
    }

    TEST_CASE("xml_text escapes what XML takes for markup or forbids") {
        CHECK(xml_text("a<b>&\"c\"") == "a&lt;b&gt;&amp;&quot;c&quot;");
        CHECK(xml_text("a\nb\x01\xEF\xBF\xBF") == "a b\\x01\xEF\xBF\xBD");
        CHECK(xml_text("]]><script>").find('<') == std::string::npos);
    }
}

}  // namespace dateline::render
