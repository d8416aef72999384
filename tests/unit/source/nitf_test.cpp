// NITF as agencies and newspapers send it; all texts are invented.
#include "common/time/published.hpp"
#include "indexer/source/xml/agency_readers.hpp"
#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;

namespace {

using Names = std::vector<std::string>;

CollectingSink read(std::string_view xml) {
    return dateline::testing::read_bytes(nitf_reader(), xml);
}

Article only(std::string_view xml) {
    CollectingSink sink = read(xml);
    REQUIRE(sink.rejects.empty());
    REQUIRE(sink.articles.size() == 1);
    return sink.articles[0];
}

Article with_body(const std::string& content) {
    return only("<nitf><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content>" +
                content + "</body.content></body></nitf>");
}

std::string date_of(const std::optional<time::Published>& date) {
    return date ? time::format_published(*date) : "none";
}

/// A story as a wire service sends it.
constexpr std::string_view kWireStory = R"(<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf version="-//IPTC//DTD NITF 3.4//EN" xml:lang="en-GB">
 <head><title>Slug</title>
  <tobject tobject.type="news"><tobject.subject tobject.subject.refnum="04000000" tobject.subject.type="Economy"/></tobject>
  <docdata management-status="usable"><doc-id id-string="wire-77" regsrc="TST"/><urgency ed-urg="4"/>
   <date.issue norm="20251016T120000+0100"/><date.release norm="20251016T121500+0100"/>
   <key-list><keyword key="Ferries"/></key-list>
   <identified-content><person>Ann Lee</person><org idsrc="x" value="Harbour Trust"/><location><city>Dover</city></location><classifier type="genre" value="Feature"/></identified-content></docdata>
  <pubdata name="Test Wire" position.section="World" ex-ref="https://example.org/77"/>
  <revision-history norm="20251016T143000+0100" function="writer"/></head>
 <body><body.head><hedline><hl1 id="h">Ferry line <em>reopens</em></hl1><hl2>First boat at noon</hl2></hedline>
   <byline>By <person>Jo Park</person> and <person>Ed Roe</person>, <byttl>Staff Writers</byttl></byline>
   <dateline><location>DOVER, England</location> <story.date norm="20251016">Oct 16</story.date></dateline></body.head>
  <body.content><p lede="true">The ferry is back.</p><note><hl1>EDITORS:</hl1><body.content><p>Eds: adds.</p></body.content></note>
   <hl2>Timetable</hl2><ul><li>noon</li><li><p>six</p></li></ul><bq><block><p>We waited.</p></block><credit>A captain</credit></bq>
   <table><tr><td>Boat</td><td>2</td></tr></table>
   <media media-type="image"><media-reference source="a.jpg"/><media-caption><p>The boat.</p></media-caption><media-producer>JP</media-producer></media></body.content>
  <body.end><tagline>jp@example.org</tagline></body.end></body></nitf>)";

}  // namespace

TEST_SUITE("source.nitf_article") {
    TEST_CASE("read takes all fields of a wire story in NITF") {
        const Article article = only(kWireStory);
        CHECK(article.format == "nitf");
        CHECK(article.id == "wire-77");
        CHECK(article.title == "Ferry line reopens");
        CHECK(article.authors == Names{"Jo Park", "Ed Roe"});
        CHECK(date_of(article.published) == "2025-10-16T12:00:00+01:00");
        CHECK(date_of(article.modified) == "2025-10-16T14:30:00+01:00");
        CHECK(article.lang == "en-gb");
        CHECK(article.source == "Test Wire");
        CHECK(article.section == "World");
        CHECK(article.url == "https://example.org/77");
        CHECK(article.dateline == Dateline{"DOVER, England", "Oct 16"});
        CHECK(article.people == Names{"Ann Lee"});
        CHECK(article.orgs == Names{"Harbour Trust"});
        CHECK(article.places == Names{"Dover"});
        CHECK(article.topics == Names{"Feature", "Ferries", "Economy"});
        CHECK(article.warnings.empty());
    }

    TEST_CASE("read keeps the kinds of paragraphs and the captions in NITF") {
        const Article article = only(kWireStory);
        CHECK(article.paragraphs == Names{"First boat at noon",
                                          "The ferry is back.",
                                          "Timetable",
                                          "noon",
                                          "six",
                                          "We waited.",
                                          "A captain",
                                          "Boat 2"});
        CHECK(article.blocks == std::vector<Block>{{0, BlockKind::Heading},
                                                   {2, BlockKind::Heading},
                                                   {3, BlockKind::ListItem},
                                                   {4, BlockKind::ListItem},
                                                   {5, BlockKind::Quote},
                                                   {6, BlockKind::Quote},
                                                   {7, BlockKind::Table}});
        CHECK(article.captions == Names{"The boat."});
    }

    TEST_CASE("read takes several NITF documents in one file and in an envelope") {
        const std::string two =
            "<nitf><head><docdata><doc-id id-string='1'/></docdata></head><body>"
            "<body.content><p>One.</p></body.content></body></nitf>\n<nitf><body>"
            "<body.content><p>Two.</p></body.content></body></nitf>";
        for (const std::string& xml : {two, "<batch>" + two + "</batch>"}) {
            CAPTURE(xml);
            const CollectingSink sink = read(xml);
            REQUIRE(sink.articles.size() == 2);
            CHECK(sink.articles[0].paragraphs == Names{"One."});
            CHECK(sink.articles[1].paragraphs == Names{"Two."});
            CHECK(sink.articles[1].locator.record == 1);
        }
    }

    TEST_CASE("read keeps preformatted tables in NITF as lines") {
        const Article article =
            with_body("<p>Scores</p><pre>\nLeeds      1    2\nYork       3    4\n</pre>");
        CHECK(article.paragraphs == Names{"Scores", "Leeds      1    2\nYork       3    4"});
        CHECK(article.blocks == std::vector<Block>{{1, BlockKind::Preformatted}});
    }

    TEST_CASE("read cuts wire copy between pre tags into paragraphs") {
        const Article article = with_body(
            "<pre>   LIMA, Oct 16 (TST) - A port reopened on\nThursday after a week.\n   Boats "
            "left "
            "at noon.\n   More to come.\n</pre>");
        CHECK(article.paragraphs ==
              Names{"LIMA, Oct 16 (TST) - A port reopened on Thursday after a week.",
                    "Boats left at noon.",
                    "More to come."});
        CHECK(article.blocks.empty());
        CHECK(article.dateline == Dateline{"LIMA", "Oct 16"});
    }

    TEST_CASE("read takes only the full text of an annotated newspaper corpus") {
        const Article article = only(
            "<nitf><head><title>T</title><meta content='Foreign' name='section'/><docdata>"
            "<doc-id id-string='1815754'/><identified-content><person "
            "class='indexing_service'>Doe, "
            "Jane</person><classifier class='online_producer' type='taxonomic_classifier'>Top/News"
            "</classifier></identified-content></docdata><pubdata "
            "date.publication='20070101T000000' "
            "name='The Daily Test'/></head><body><body.head><hedline><hl1>H</hl1><hl2 "
            "class='online_headline'>H online</hl2></hedline><byline class='print_byline'>By JANE "
            "DOE</byline><byline class='normalized_byline'>Doe, "
            "Jane</byline></body.head><body.content>"
            "<block class='lead_paragraph'><p>LEAD: One.</p></block><block "
            "class='full_text'><p>One.</p>"
            "<p>Two.</p></block></body.content></body></nitf>");
        CHECK(article.paragraphs == Names{"One.", "Two."});
        CHECK(article.authors == Names{"JANE DOE"});
        CHECK(date_of(article.published) == "2007-01-01");
        CHECK(article.source == "The Daily Test");
        CHECK(article.section == "Foreign");
        CHECK(article.people == Names{"Doe, Jane"});
    }

    TEST_CASE("read puts an abstract before the text of NITF unless it is repeated") {
        const auto with_abstract = [](const std::string& abstract) {
            return only("<nitf><body><body.head><hedline><hl1>H</hl1></hedline><abstract><p>" +
                        abstract +
                        "</p></abstract></body.head><body.content><p>The "
                        "text.</p></body.content></body>"
                        "</nitf>")
                .paragraphs;
        };
        CHECK(with_abstract("In short.") == Names{"In short.", "The text."});
        CHECK(with_abstract("The text.") == Names{"The text."});
    }

    TEST_CASE("read knows the forms of datelines in NITF") {
        struct Case {
            std::string_view dateline;
            Dateline expected;
        };
        for (const Case& c : {
                 Case{"Unnao", {"Unnao", ""}},
                 Case{"PARIS, Oct 16 (AFP) -", {"PARIS", "Oct 16"}},
                 Case{"MOSCOW, Monday (Reuters)", {"MOSCOW", "Monday"}},
                 Case{"KANSAS CITY, Mo.", {"KANSAS CITY, Mo.", ""}},
                 Case{"BEIJING, Oct. 16 (Xinhua) --", {"BEIJING", "Oct. 16"}},
                 Case{"<location>Oslo</location>", {"Oslo", ""}},
             }) {
            CAPTURE(c.dateline);
            const Article article =
                only("<nitf><body><body.head><hedline><hl1>H</hl1></hedline><dateline>" +
                     std::string(c.dateline) + "</dateline></body.head></body></nitf>");
            CHECK(article.dateline == c.expected);
        }
    }

    TEST_CASE("read reads the dateline from the text of NITF if none is stated") {
        CHECK(with_body("<p>LIMA (TST) - Words.</p>").dateline == Dateline{"LIMA", ""});
    }

    TEST_CASE("read rejects NITF that was withdrawn or holds nothing") {
        const CollectingSink sink = read(
            "<batch><nitf><head><docdata management-status='canceled'/></head><body><body.content>"
            "<p>Kill.</p></body.content></body></nitf><nitf><head/></nitf><nitf><head><docdata "
            "management-status='embargoed'/></head><body><body.content><p>x</p></body.content></"
            "body>"
            "</nitf></batch>");
        REQUIRE(sink.rejects.size() == 2);
        CHECK(sink.rejects[0].code == "canceled");
        CHECK(sink.rejects[1].code == "no_text");
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].warnings == std::vector<Warning>{{"embargoed", 1}});
    }

    TEST_CASE("read names a file without any NITF") {
        const CollectingSink sink = read("<html><p>no</p></html>");
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects[0].code == "no_records");
    }

    TEST_CASE("sniff tells NITF from other XML") {
        const auto score = [](std::string_view head) { return nitf_reader().sniff(head, ""); };
        CHECK(
            score(
                "<?xml version='1.0'?>\n<!-- c <x> -->\n<!DOCTYPE nitf SYSTEM 'n.dtd' [<!ENTITY a "
                "'b'>]>\n<nitf>") == 95);
        CHECK(score("\xEF\xBB\xBF<nitf:nitf xmlns:nitf='x'>") == 95);
        CHECK(score("<batch><nitf version='3'>") == 85);
        CHECK(score("<batch><nitfx>") == 0);
        CHECK(score("A story about <nitf> tags") == 0);
        CHECK(score("<html><body><nitf>") == 0);
        CHECK(score("") == 0);
    }
}
