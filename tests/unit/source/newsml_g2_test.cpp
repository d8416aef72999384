// NewsML-G2 as agencies send it; all texts are invented.
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
    return dateline::testing::read_bytes(newsml_g2_reader(), xml);
}

Article only(std::string_view xml) {
    CollectingSink sink = read(xml);
    REQUIRE(sink.rejects.empty());
    REQUIRE(sink.articles.size() == 1);
    return sink.articles[0];
}

std::string date_of(const std::optional<time::Published>& date) {
    return date ? time::format_published(*date) : "none";
}

/// A news item with `meta` in its itemMeta, `content` in its contentMeta, and `set` for the rest.
std::string item(const std::string& meta, const std::string& content, const std::string& set) {
    return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x:1' version='2' "
           "xml:lang='en'><itemMeta>" +
           meta + "</itemMeta><contentMeta>" + content + "</contentMeta>" + set + "</newsItem>";
}

std::string inline_html(const std::string& body) {
    return "<contentSet><inlineXML contenttype='application/xhtml+xml'><html "
           "xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>" +
           body + "</body></html></inlineXML></contentSet>";
}

std::string rejection(const std::string& xml) {
    const CollectingSink sink = read(xml);
    REQUIRE(sink.articles.empty());
    REQUIRE(sink.rejects.size() == 1);
    return sink.rejects[0].code + ": " + sink.rejects[0].reason;
}

/// A message with a package, its story and a picture, as a French agency sends them.
constexpr std::string_view kMessage = R"(<?xml version="1.0" encoding="utf-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2025-10-16T10:00:00Z</sent><sender>afp.example</sender></header>
<itemSet>
<packageItem guid="urn:p" version="1"><itemMeta><itemClass qcode="ninat:composite"/></itemMeta><groupSet root="r"><group id="r" role="g:main"><itemRef residref="urn:t"/></group></groupSet></packageItem>
<newsItem guid="urn:t" version="3" xml:lang="fr"><rightsInfo><copyrightHolder qcode="nprov:AFP"/></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:AFP"/><versionCreated>2025-10-16T09:58:01+00:00</versionCreated><firstCreated>2025-10-16T09:12:00+00:00</firstCreated><pubStatus qcode="stat:usable"/><service qcode="afpsvc:mon"><name>Monde</name></service></itemMeta>
<contentMeta><urgency>4</urgency><contentCreated>2025-10-16T09:12:00+00:00</contentCreated><located type="cpnat:geoArea" qcode="city:lyon"><name>Lyon</name></located>
<creator role="crol:writer"><name>Anne Martin</name></creator><language tag="fr"/>
<subject type="cpnat:abstract" qcode="medtop:11000000"><name xml:lang="en">politics</name><name xml:lang="fr">politique</name></subject>
<subject type="cpnat:person" qcode="afpperson:9"/><subject type="cpnat:organisation" literal="Mairie de Lyon"/><subject qcode="iso3166-1a3:FRA"><name>France</name></subject><subject type="cpnat:abstract" qcode="medtop:1"/>
<keyword>ponts</keyword><slugline separator="-">pont-ville</slugline><headline xml:lang="fr">Un pont rouvre à Lyon</headline></contentMeta>
<assert qcode="afpperson:9"><name xml:lang="fr">Jean Dupont</name></assert>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Un pont rouvre à Lyon</h1><p>Le pont a rouvert.</p><h2>Travaux</h2><p>Deux&#160;ans.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:i" version="1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><headline>Pont</headline><description role="drol:caption">Le pont.</description></contentMeta><contentSet><remoteContent href="a.jpg" contenttype="image/jpeg"/></contentSet></newsItem>
</itemSet></newsMessage>)";

}  // namespace

TEST_SUITE("source.newsml_g2_article") {
    TEST_CASE("read takes a news message and names what is no article in it") {
        const CollectingSink sink = read(kMessage);
        REQUIRE(sink.articles.size() == 1);
        const Article& article = sink.articles[0];
        CHECK(article.format == "newsml-g2");
        CHECK(article.id == "urn:t:3");
        CHECK(article.title == "Un pont rouvre à Lyon");
        CHECK(article.paragraphs == Names{"Le pont a rouvert.", "Travaux", "Deux ans."});
        CHECK(article.blocks == std::vector<Block>{{1, BlockKind::Heading}});
        CHECK(date_of(article.published) == "2025-10-16T09:12:00Z");
        CHECK(date_of(article.modified) == "2025-10-16T09:58:01Z");
        CHECK(article.lang == "fr");
        CHECK(article.source == "AFP");
        CHECK(article.section == "Monde");
        CHECK(article.authors == Names{"Anne Martin"});
        CHECK(article.dateline == Dateline{"Lyon", ""});
        CHECK(article.people == Names{"Jean Dupont"});
        CHECK(article.orgs == Names{"Mairie de Lyon"});
        CHECK(article.places == Names{"France"});
        CHECK(article.topics == Names{"politique", "ponts"});
        CHECK(article.locator.record == 1);
        REQUIRE(sink.rejects.size() == 2);
        CHECK(sink.rejects[0].code == "no_article");
        CHECK(sink.rejects[0].reason ==
              "packageItem refers to news items and has no text of its own");
        CHECK(sink.rejects[1].code == "no_text");
        CHECK(sink.rejects[1].reason == "newsItem of class 'picture'; no text in it");
    }

    TEST_CASE("read takes inline data as plain text and as HTML in CDATA") {
        const Article plain =
            only(item("",
                      "<headline>H</headline>",
                      "<contentSet><inlineData contenttype='text/plain'>One line\nand "
                      "more.\n\nTwo.</inlineData></contentSet>"));
        CHECK(plain.paragraphs == Names{"One line and more.", "Two."});
        const Article html =
            only(item("",
                      "<headline>H</headline>",
                      "<contentSet><inlineData contenttype='text/html'><![CDATA[<p>A &amp; "
                      "B</p><ul><li>C</li></ul>]]></inlineData></contentSet>"));
        CHECK(html.paragraphs == Names{"A & B", "C"});
        CHECK(html.blocks == std::vector<Block>{{1, BlockKind::ListItem}});
    }

    TEST_CASE("read takes the better of two forms of the same content") {
        const Article article = only(item(
            "",
            "<headline>H</headline>",
            "<contentSet><inlineData contenttype='text/plain'>Long plain text without "
            "marks.</inlineData>"
            "<inlineXML "
            "contenttype='application/xhtml+xml'><section><p>A</p><p>B</p></section></inlineXML>"
            "</contentSet>"));
        CHECK(article.paragraphs == Names{"A", "B"});
    }

    TEST_CASE("read takes NITF inside of an item and what only it states") {
        const Article article = only(item(
            "<provider literal='Test Wire'/>",
            "<dateline>BERLIN, 16 Oct (TST) -</dateline>",
            "<contentSet><inlineXML contenttype='application/nitf+xml'><nitf "
            "xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.head><hedline><hl1>Inner "
            "title</hl1></hedline><byline>By Jo "
            "Park</byline></body.head><body.content><p>A</p><media>"
            "<media-caption>C</media-caption></media></body.content></body></nitf></inlineXML></"
            "contentSet>"));
        CHECK(article.title == "Inner title");
        CHECK(article.authors == Names{"Jo Park"});
        CHECK(article.captions == Names{"C"});
        CHECK(article.source == "Test Wire");
        CHECK(article.dateline == Dateline{"BERLIN", "16 Oct"});
    }

    TEST_CASE("read reads items whose prefix nobody declared") {
        const Article article = only(
            "<rtr:newsItem "
            "guid='g'><rtr:contentMeta><rtr:headline>H</rtr:headline></rtr:contentMeta>"
            "<rtr:contentSet><rtr:inlineXML><x:html><x:body><x:p>A</x:p><x:h3>B</x:h3></x:body></"
            "x:html>"
            "</rtr:inlineXML></rtr:contentSet></rtr:newsItem>");
        CHECK(article.id == "g");
        CHECK(article.title == "H");
        CHECK(article.paragraphs == Names{"A", "B"});
        CHECK(article.blocks == std::vector<Block>{{1, BlockKind::Heading}});
    }

    TEST_CASE("read chooses the main headline in the language of the item") {
        const Article article =
            only(item("",
                      "<language tag='de-DE'/><headline xml:lang='en' "
                      "role='hld:main'>English</headline><headline role='hld:sub'>Sub"
                      "</headline><headline xml:lang='de'>Haupt</headline>",
                      inline_html("<p>x</p>")));
        CHECK(article.title == "Haupt");
        CHECK(article.lang == "de-de");
    }

    TEST_CASE("read finds the source where agencies state it") {
        struct Case {
            std::string meta;
            std::string content;
            std::string_view source;
        };
        for (const Case& c : {
                 Case{"<provider qcode='p:dpa'><name>dpa Deutsche Presse</name></provider>",
                      "",
                      "dpa Deutsche Presse"},
                 Case{"<provider qcode='nprov:XINHUA'/>", "", "XINHUA"},
                 Case{"<provider uri='https://www.example.org/about'/>",
                      "<creditline>TST</creditline>",
                      "TST"},
                 Case{"<provider uri='https://www.example.org/about'/>", "", "example.org"},
                 Case{"", "<infoSource literal='Info'/>", "Info"},
             }) {
            CAPTURE(c.source);
            CHECK(only(item(c.meta, c.content, inline_html("<p>x</p>"))).source == c.source);
        }
    }

    TEST_CASE("read takes by before creators and leaves the agency out") {
        const std::string both = "<by>Von Jo Park, dpa</by><creator><name>Ed Roe</name></creator>";
        const std::string provider = "<provider literal='dpa'/>";
        CHECK(only(item(provider, both, inline_html("<p>x</p>"))).authors == Names{"Jo Park"});
        CHECK(only(item(provider,
                        "<creator><name>dpa</name></creator><creator "
                        "type='cpnat:organisation'><name>Org</name></creator><creator><name>Ed "
                        "Roe</name></creator>",
                        inline_html("<p>x</p>")))
                  .authors == Names{"Ed Roe"});
    }

    TEST_CASE("read says why a news item is no article") {
        struct Case {
            std::string xml;
            std::string_view expected;
        };
        const std::string text = "<itemClass qcode='ninat:text'/>";
        for (const Case& c : {
                 Case{
                     item(text + "<pubStatus qcode='stat:canceled'/>", "", inline_html("<p>x</p>")),
                     "canceled: its publisher has withdrawn it"},
                 Case{item(text,
                           "<headline>H</headline>",
                           "<contentSet><remoteContent href='t.xml' "
                           "contenttype='application/nitf+xml'/></contentSet>"),
                      "no_text: newsItem of class 'text'; no text in it, but in another file: "
                      "'t.xml'"},
                 Case{item("<itemClass uri='http://cv.iptc.org/newscodes/ninature/video'/>",
                           "<headline>H</headline><description>D</description>",
                           ""),
                      "no_text: newsItem of class 'video'; no text in it"},
                 Case{item(text,
                           "",
                           "<contentSet><inlineXML><sports-content><team>7</team>"
                           "</sports-content></inlineXML></contentSet>"),
                      "no_text: newsItem of class 'text'; no text in it"},
                 Case{"<planningItem guid='p'><newsCoverageSet/></planningItem>",
                      "no_article: planningItem describes what news items refer to, and tells no "
                      "news"},
             }) {
            CAPTURE(c.xml);
            CHECK(rejection(c.xml) == c.expected);
        }
    }

    TEST_CASE("read takes an alert that is nothing but a headline from a news item") {
        const Article article = only(
            item("<itemClass qcode='ninat:text'/>", "<headline>Quake hits coast</headline>", ""));
        CHECK(article.title == "Quake hits coast");
        CHECK(article.paragraphs.empty());
    }

    TEST_CASE("read keeps embargoed and withheld news items and warns") {
        const Article article =
            only(item("<embargoed>2030-01-01T00:00:00Z</embargoed><pubStatus "
                      "qcode='stat:withheld'/>",
                      "",
                      inline_html("<p>x</p>")));
        CHECK(article.warnings == std::vector<Warning>{{"embargoed", 1}, {"withheld", 1}});
    }

    TEST_CASE("read keeps an item whose date cannot be read and warns") {
        const Article article =
            only(item("<versionCreated>soon</versionCreated>", "", inline_html("<p>x</p>")));
        CHECK_FALSE(article.published.has_value());
        CHECK(article.warnings == std::vector<Warning>{{"bad_date", 1}});
    }

    TEST_CASE("sniff tells NewsML-G2 from other XML") {
        const auto score = [](std::string_view head) { return newsml_g2_reader().sniff(head, ""); };
        CHECK(score(kMessage) == 95);
        CHECK(score("<newsItem guid='x'>") == 95);
        CHECK(score("<soap:Envelope><soap:Body><newsItem guid='x'>") == 85);
        CHECK(score("<feed><entry><content><nar:newsItem guid='x'>") == 97);
        CHECK(score("<NewsML><NewsItem>") == 0);
        CHECK(score("{\"a\":\"<newsItem>\"}") == 0);
    }
}
