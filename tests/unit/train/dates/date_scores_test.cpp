// The scores of dates, and the corpora that they are taken on.
#include "indexer/train/date_scores.hpp"

#include "common/base/error.hpp"
#include "indexer/train/dated_corpora.hpp"
#include "indexer/train/marked_up.hpp"

#include <doctest/doctest.h>

using namespace dateline::train;

namespace {

/// A text that came out on Thursday, 16 October 2025, with `dates` marked.
DatedText dated(std::string text, std::vector<MarkedDate> dates) {
    DatedText found;
    found.name = "a";
    found.text = std::move(text);
    found.published = dateline::time::parse_iso_time("2025-10-16");
    found.dates = std::move(dates);
    found.scored_bytes = static_cast<std::uint32_t>(found.text.size());
    return found;
}

}  // namespace

TEST_SUITE("train.date_scores") {
    TEST_CASE("score_dates counts spans and values apart") {
        const DateScores scores =
            score_dates({dated("He left on May 3 and came back last week.",
                               {{8, 16, "DATE", "2025-05-03"}, {31, 40, "DATE", "2025-W40"}})},
                        ScoredTypes::Dates);
        CHECK(scores.counts.marked == 2);
        CHECK(scores.counts.found == 2);
        CHECK(scores.counts.strict == 1);
        CHECK(scores.counts.relaxed_marked == 2);
        CHECK(scores.counts.value == 1);
        CHECK(scores.counts.strict_f1() == doctest::Approx(0.5));
        CHECK(scores.counts.relaxed_f1() == doctest::Approx(1));
        CHECK(scores.counts.value_f1() == doctest::Approx(0.5));
        REQUIRE(scores.errors.size() == 2);
        CHECK(scores.errors[0].kind == "span");
        CHECK(scores.errors[1].kind == "value");
    }

    TEST_CASE("score_dates counts what is missing and what is wrong") {
        const DateScores scores =
            score_dates({dated("He left soon, yesterday.", {{8, 12, "DATE", "FUTURE_REF"}})},
                        ScoredTypes::Dates);
        CHECK(scores.counts.marked == 1);
        CHECK(scores.counts.found == 1);
        CHECK(scores.counts.relaxed_f1() == doctest::Approx(0));
        REQUIRE(scores.errors.size() == 2);
        CHECK(scores.errors[0].kind == "missing");
        CHECK(scores.errors[1].kind == "wrong");
    }

    TEST_CASE("score_dates counts durations only if told to") {
        const std::vector<DatedText> texts{
            dated("for two weeks until Friday",
                  {{4, 13, "DURATION", "P2W"}, {20, 26, "DATE", "2025-10-17"}})};
        CHECK(score_dates(texts, ScoredTypes::Dates).counts.marked == 1);
        CHECK(score_dates(texts, ScoredTypes::All).counts.marked == 2);
        CHECK(score_dates(texts, ScoredTypes::Dates).counts.strict_f1() == doctest::Approx(1));
    }

    TEST_CASE("score_dates leaves out references where a corpus does not mark them") {
        DatedText text = dated("They now meet.", {});
        CHECK(score_dates({text}, ScoredTypes::Dates).counts.found == 1);
        text.marks_references = false;
        CHECK(score_dates({text}, ScoredTypes::Dates).counts.found == 0);
    }

    TEST_CASE("score_dates leaves out what lies behind the marked part") {
        DatedText text = dated("today. yesterday.", {{0, 5, "DATE", "2025-10-16"}});
        text.scored_bytes = 7;
        CHECK(score_dates({text}, ScoredTypes::Dates).counts.found == 1);
    }

    TEST_CASE("read_dated_timeml reads the text and its expressions") {
        const DatedText text = read_dated_timeml(
            "a.tml",
            "<TimeML><DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2025-10-16\""
            " functionInDocument=\"CREATION_TIME\">2025-10-16</TIMEX3></DCT>\n"
            "<TEXT>R&amp;D met <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2025-10-15\">yesterday"
            "</TIMEX3>.</TEXT></TimeML>");
        CHECK(text.text == "R&D met yesterday.");
        REQUIRE(text.dates.size() == 1);
        CHECK(text.dates[0] == MarkedDate{8, 17, "DATE", "2025-10-15"});
        REQUIRE(text.published.has_value());
    }

    TEST_CASE("read_dated_meantime joins tokens and ignores the line of creation") {
        const DatedText text = read_dated_meantime(
            "a.xml",
            "<Document><token t_id=\"1\" sentence=\"0\">Sales</token>"
            "<token t_id=\"2\" sentence=\"0\">fell</token>"
            "<token t_id=\"3\" sentence=\"1\">May</token><token t_id=\"4\" sentence=\"1\">3</token>"
            "<token t_id=\"5\" sentence=\"2\">on</token><token t_id=\"6\" "
            "sentence=\"2\">Monday</token>"
            "<token t_id=\"7\" sentence=\"3\">today</token>"
            "<Markables><TIMEX3 m_id=\"1\" functionInDocument=\"CREATION_TIME\" type=\"DATE\""
            " value=\"03-05-2010\"><token_anchor t_id=\"3\"/><token_anchor t_id=\"4\"/></TIMEX3>"
            "<TIMEX3 m_id=\"2\" functionInDocument=\"NONE\" type=\"DATE\" value=\"2010-05-03\">"
            "<token_anchor t_id=\"6\"/></TIMEX3></Markables></Document>");
        CHECK(text.text == "Sales fell\n\nMay 3\n\non Monday\n\ntoday");
        REQUIRE(text.dates.size() == 1);
        CHECK(text.text.substr(text.dates[0].start_bytes, 6) == "Monday");
        REQUIRE(text.ignored.size() == 1);
        REQUIRE(text.published.has_value());
        CHECK(dateline::time::format_published(*text.published) == "2010-05-03");
        CHECK(text.text.substr(0, text.scored_bytes) == "Sales fell\n\nMay 3\n\non Monday");
    }

    TEST_CASE("read_dated_article refuses a range that does not hold its text") {
        const std::string_view text = "---\ntitle: T\ndate: 2025-10-16\n---\n\nHe left today.\n";
        const std::string_view start =
            "{\"set\": \"test\", \"annotations\": [{\"type\": \"date\", ";
        const DatedText article = read_dated_article(
            "a.txt",
            text,
            std::string(start) +
                "\"start\": 11, \"end\": 16, \"text\": \"today\", \"value\": \"2025-10-16\"}]}");
        CHECK(article.set == "test");
        REQUIRE(article.dates.size() == 1);
        CHECK_THROWS_AS(
            static_cast<void>(read_dated_article(
                "a.txt",
                text,
                std::string(start) +
                    "\"start\": 10, \"end\": 15, \"text\": \"today\", \"value\": \"x\"}]}")),
            dateline::Error);
        CHECK_THROWS_AS(static_cast<void>(read_dated_article("a.txt", text, "{")), dateline::Error);
    }

    TEST_CASE("read_dated_corpus refuses what holds no dates") {
        CHECK_THROWS_AS(static_cast<void>(read_dated_corpus("/dev/null")), dateline::Error);
    }

    TEST_CASE("decode_entities decodes those of XML only") {
        CHECK(decode_entities("&lt;a&gt; &amp;amp; &nbsp;") == "<a> &amp; &nbsp;");
        CHECK(attribute_of("TIMEX3 value=\"a&quot;b\" type=\"DATE\"", "value") == "a\"b");
        CHECK(attribute_of("TIMEX3 value=\"a\"", "type").empty());
    }
}
