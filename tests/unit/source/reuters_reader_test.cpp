// The Reuters-21578 reader on records made by hand.
#include "indexer/source/text/reuters_reader.hpp"

#include "indexer/source/text/reuters_date.hpp"
#include "indexer/source/text/reuters_record.hpp"
#include "indexer/source/text/sgml_text.hpp"
#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;
using dateline::testing::read_bytes;

namespace {

const std::string kRecord = R"(<REUTERS TOPICS="YES" OLDID="5544" NEWID="17">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<TOPICS><D>cocoa</D><D>coffee</D></TOPICS>
<PLACES><D>brazil</D></PLACES>
<PEOPLE><D>volcker</D></PEOPLE>
<ORGS><D>imf</D></ORGS>
<EXCHANGES><D>nyse</D></EXCHANGES>
<COMPANIES></COMPANIES>
<UNKNOWN>
&#5;C T</UNKNOWN>
<TEXT>&#2;
<TITLE>TRADERS &lt;TRD> AT AT&amp;T
SEE RISE</TITLE>
<AUTHOR>    By Jane Roe, Reuters</AUTHOR>
<DATELINE>    NEW YORK, Feb 26 - </DATELINE><BODY>Showers continued
throughout the week.
    The dry period means
the crop will be late.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
)";

std::string with(std::string text, std::string_view old_part, std::string_view new_part) {
    const std::size_t at = text.find(old_part);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old_part.size(), new_part);
}

CollectingSink read(std::string_view bytes, const SourceOptions& options = {}) {
    return read_bytes(ReutersReader(), bytes, options);
}

std::vector<std::string> codes(const CollectingSink& sink) {
    std::vector<std::string> list;
    for (const Rejected& rejected : sink.rejects) {
        list.push_back(rejected.code);
    }
    return list;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_SUITE("source.reuters_date") {
    TEST_CASE("parse_reuters_date reads the forms of the collection") {
        for (const char* field : {"26-FEB-1987 15:01:01.79",
                                  " 26-FEB-1987 15:01:01.79&#9;&#9;&#9;F",
                                  "26-FEB-1987  15:01:01.79 ",
                                  "26-Feb-1987 15:01:01.79"}) {
            CAPTURE(field);
            const auto instant = parse_reuters_date(field);
            REQUIRE(instant.has_value());
            CHECK(time::format_instant(*instant) == "1987-02-26T15:01:01.790Z");
        }
        CHECK(time::format_instant(parse_reuters_date("  2-MAR-1987 00:00:00.00").value()) ==
              "1987-03-02T00:00:00Z");
    }

    TEST_CASE("parse_reuters_date rejects what is not a date") {
        for (const char* field : {"",
                                  "26",
                                  "31-FEB-1987 15:01:01.79",
                                  "26-FEB-1987 24:00:00.00",
                                  "26-FEB-1987 15:60:01.79",
                                  "26-FEB-1987 15:01:60.79",
                                  "26-FEB-1987",
                                  "26-FEB-87 15:01:01.79",
                                  "26-FEB-1987 15:01:01",
                                  "26-XYZ-1987 15:01:01.79",
                                  "026-FEB-1987 15:01:01.79",
                                  "26-FEB-1987 15:01:01.799",
                                  "0-FEB-1987 15:01:01.79",
                                  "26-FEB-0999 15:01:01.79"}) {
            CAPTURE(field);
            CHECK_FALSE(parse_reuters_date(field).has_value());
        }
    }
}

TEST_SUITE("source.sgml_text") {
    TEST_CASE("decode_sgml resolves references and drops control characters") {
        CHECK(decode_sgml("a &lt;b> &amp;c &#65;&#x42;&#3;&#127;\x01 &quot;&apos;").text ==
              "a <b> &c AB \"'");
        CHECK(decode_sgml("&#9;x").text == "\tx");
    }

    TEST_CASE("decode_sgml leaves what is no reference") {
        for (const char* text :
             {"AT&T", "&", "&;", "&#;", "&#x;", "&unknown;", "&#12a;", "&lt", "&#99999999999;"}) {
            CAPTURE(text);
            CHECK(decode_sgml(text).text == text);
        }
        CHECK(decode_sgml("&#xD800;").text == "\xEF\xBF\xBD");
    }

    TEST_CASE("decode_sgml reads stray bytes as ISO-8859-1 and counts them") {
        const SgmlText decoded = decode_sgml("Z\xFCrich, Zürich");
        CHECK(decoded.text == "Zürich, Zürich");
        CHECK(decoded.latin1_bytes == 1);
    }
}

TEST_SUITE("source.reuters_record") {
    TEST_CASE("parse_reuters_record keeps every field") {
        const Article article = parse_reuters_record(kRecord, {});
        CHECK(article.id == "17");
        REQUIRE(article.published.has_value());
        CHECK(time::format_published(*article.published) == "1987-02-26T15:01:01.790Z");
        CHECK(article.published_from == "metadata");
        CHECK(article.topics == Strings{"cocoa", "coffee"});
        CHECK(article.places == Strings{"brazil"});
        CHECK(article.people == Strings{"volcker"});
        CHECK(article.orgs == Strings{"imf", "nyse"});
        CHECK(article.title == "TRADERS <TRD> AT AT&T SEE RISE");
        CHECK(article.authors == Strings{"Jane Roe"});
        CHECK(article.dateline == Dateline{"NEW YORK", "Feb 26"});
        CHECK(article.paragraphs == Strings{"Showers continued throughout the week.",
                                            "The dry period means the crop will be late."});
        CHECK(article.source.empty());
        CHECK(article.warnings.empty());
    }

    TEST_CASE("parse_reuters_record takes the time in the zone of the options") {
        const Article article = parse_reuters_record(kRecord, {.zone = std::chrono::minutes(-300)});
        CHECK(time::format_published(article.published.value()) == "1987-02-26T15:01:01.790-05:00");
    }

    TEST_CASE("parse_reuters_record keeps the text of a brief and an unprocessed story") {
        const Article brief = parse_reuters_record(
            "<REUTERS NEWID=\"1\"><TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>RATES UP\n</TITLE>More "
            "to come.\n&#3;\n</TEXT>",
            {});
        CHECK(brief.title == "RATES UP");
        CHECK(brief.paragraphs == Strings{"More to come."});
        const Article raw = parse_reuters_record(
            "<REUTERS NEWID=\"1\"><TEXT TYPE=\"UNPROC\">&#2;\nWEEKLY REPORT\n Bank "
            "borrowings.......680 vs.......425\n"
            " Vault cash............N.A. vs......N.A.\n\n Reuter\n&#3;\n</TEXT>",
            {});
        CHECK(raw.title == "WEEKLY REPORT");
        CHECK(
            raw.paragraphs ==
            Strings{
                "Bank borrowings.......680 vs.......425\nVault cash............N.A. vs......N.A."});
    }

    TEST_CASE("parse_reuters_record warns of what it repairs") {
        struct Case {
            std::string record;
            const char* code;
        };
        for (const Case& c :
             {Case{with(kRecord, "15:01:01.79", "soon"), "bad_date"},
              Case{with(kRecord, "late.", "l\xE4t."), "latin1_byte"},
              Case{with(kRecord, "</AUTHOR>", ""), "unclosed_tag"},
              Case{with(kRecord, "</PLACES>", ""), "unclosed_tag"},
              Case{with(kRecord, "<AUTHOR>", "<TITLE>again</TITLE><AUTHOR>"), "duplicate_tag"},
              Case{with(kRecord, "<ORGS>", "<PLACES></PLACES><ORGS>"), "duplicate_tag"}}) {
            CAPTURE(c.record);
            const Article article = parse_reuters_record(c.record, {});
            REQUIRE(article.warnings.size() == 1);
            CHECK(article.warnings[0].code == c.code);
            CHECK(article.places == Strings{"brazil"});
        }
    }

    TEST_CASE("parse_reuters_authors drops By and the agency") {
        CHECK(parse_reuters_authors("    By Jane Roe, Reuters") == Strings{"Jane Roe"});
        CHECK(parse_reuters_authors("BY JANE ROE, REUTERS") == Strings{"JANE ROE"});
        CHECK(parse_reuters_authors("By Jane Roe Reuters") == Strings{"Jane Roe"});
        CHECK(parse_reuters_authors("By Jane Roe, Reuters.") == Strings{"Jane Roe"});
        CHECK(parse_reuters_authors("By Jane Roe AND John Doe, Reuter") ==
              Strings{"Jane Roe", "John Doe"});
        CHECK(parse_reuters_authors("Sandy Andover") == Strings{"Sandy Andover"});
        CHECK(parse_reuters_authors("").empty());
    }

    TEST_CASE("parse_reuters_dateline parts place and date") {
        struct Case {
            const char* field;
            Dateline expected;
        };
        for (const Case& c :
             {Case{"    SAN MATEO, Calif., March 2 - ", {"SAN MATEO, Calif.", "March 2"}},
              Case{"    LONDON March 3 -", {"LONDON", "March 3"}},
              Case{"    CHEVY CHASE, Md., - March 4 - ", {"CHEVY CHASE, Md.", "March 4"}},
              Case{"PARIS,March 16 -", {"PARIS", "March 16"}},
              Case{"AMSTERDAM, 2 March - ", {"AMSTERDAM", "2 March"}},
              Case{"BELGRADE, March 2O - ", {"BELGRADE", "March 2O"}},
              Case{"ROME, March 13, Reuter - ", {"ROME", "March 13"}},
              Case{"    TOKYO - ", {"TOKYO", ""}},
              Case{"   ", {}},
              Case{"BONN, March 321 -", {"BONN, March 321", ""}}}) {
            CAPTURE(c.field);
            const ReutersDateline parsed = parse_reuters_dateline(c.field);
            CHECK(parsed.dateline == c.expected);
            CHECK(parsed.story.empty());
        }
    }

    TEST_CASE("parse_reuters_dateline gives words of the story back to it") {
        const ReutersDateline parsed = parse_reuters_dateline("    HAMBURG, March 4 - Vereins- ");
        CHECK(parsed.dateline == Dateline{"HAMBURG", "March 4"});
        CHECK(parsed.story == "Vereins-");
        const Article article =
            parse_reuters_record(with(kRecord, "Feb 26 - ", "Feb 26 - A plan for anti- "), {});
        CHECK(article.paragraphs.at(0) == "A plan for anti-Showers continued throughout the week.");
    }

    TEST_CASE("reuters_paragraphs begin at four blanks and end at a blank line") {
        CHECK(reuters_paragraphs("One\nline.\n    Two.\n   Still two.\n\nThree.\n REUTER\n") ==
              Strings{"One line.", "Two. Still two.", "Three."});
        CHECK(reuters_paragraphs("One.\n Reuters...\r\n") == Strings{"One."});
        CHECK(reuters_paragraphs("He works for\n Reuter now.\n") ==
              Strings{"He works for Reuter now."});
    }
}

TEST_SUITE("source.reuters_reader") {
    TEST_CASE("read gives each record its offset and number") {
        const std::string head = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";
        const CollectingSink sink = read(head + kRecord + with(kRecord, "\"17\"", "\"18\""));
        CHECK(sink.rejects.empty());
        REQUIRE(sink.articles.size() == 2);
        CHECK(sink.articles[0].locator == Locator{"memory", "", head.size(), 0});
        CHECK(sink.articles[1].locator == Locator{"memory", "", head.size() + kRecord.size(), 1});
        CHECK(sink.articles[1].id == "18");
        CHECK(sink.articles[1].format == "reuters");
    }

    TEST_CASE("read finds records that lie across its blocks") {
        std::string bytes;
        for (int i = 0; i < 500; ++i) {
            bytes += kRecord;
        }
        const CollectingSink sink = read(bytes);
        CHECK(sink.articles.size() == 500);
        CHECK(sink.rejects.empty());
    }

    TEST_CASE("read goes on after a record that is not closed") {
        const CollectingSink sink = read(with(kRecord, "</REUTERS>", "") + kRecord);
        CHECK(codes(sink) == Strings{"unclosed_record"});
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].locator.record == 1);
    }

    TEST_CASE("read rejects a record that the input ends in") {
        const CollectingSink sink = read(kRecord + kRecord.substr(0, 300));
        CHECK(codes(sink) == Strings{"unclosed_record"});
        CHECK(sink.rejects[0].locator.offset_bytes == kRecord.size());
        CHECK(sink.articles.size() == 1);
    }

    TEST_CASE("read counts text outside of records") {
        const CollectingSink sink = read("lost words\n" + kRecord + "tail");
        CHECK(codes(sink) == Strings{"stray_text", "stray_text"});
        CHECK(sink.articles.size() == 1);
    }

    TEST_CASE("read rejects a record longer than the limit and reads the next") {
        SourceOptions options;
        options.limits.article_bytes = kRecord.find("</REUTERS>");
        CHECK(read(kRecord, options).articles.size() == 1);
        options.limits.article_bytes -= 1;
        CHECK(codes(read(kRecord, options)) == Strings{"too_long"});
        const std::string longer = with(kRecord, "throughout", std::string(300'000, 'x'));
        options.limits.article_bytes = 2000;
        const CollectingSink sink = read(longer + kRecord, options);
        CHECK(codes(sink) == Strings{"too_long"});
        CHECK(sink.articles.size() == 1);
    }

    TEST_CASE("read stops between records when asked to") {
        CollectingSink sink;
        sink.stop_after = 1;
        const std::string bytes = kRecord + kRecord;
        MemoryStream stream(bytes);
        ReutersReader().read(stream, {}, {}, sink);
        CHECK(sink.articles.size() == 1);
    }

    TEST_CASE("sniff knows the collection") {
        const ReutersReader reader;
        CHECK(reader.sniff("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n", "x") == 100);
        CHECK(reader.sniff(kRecord, "x") == 100);
        CHECK(reader.sniff("tail of one\n</REUTERS>\n" + kRecord, "x") == 60);
        CHECK(reader.sniff("The format:\n  <REUTERS NEWID=1>\nends with\n  </REUTERS>\n", "x") ==
              0);
        CHECK(reader.sniff("<!DOCTYPE html>", "reut2-000.sgm") == 0);
    }
}
