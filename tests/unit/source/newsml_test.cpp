// NewsML 1 and Reuters Corpus Volume 1 as they are out there; all texts are invented.
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
    return dateline::testing::read_bytes(newsml_reader(), xml);
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

/// A document with one item of `components`, and `status`.
std::string document(const std::string& components, const std::string& status = "Usable") {
    return "<NewsML><NewsEnvelope><SentFrom><Party FormalName='Test "
           "Wire'/></SentFrom></NewsEnvelope>"
           "<NewsItem><Identification><NewsIdentifier><ProviderId>test.example</ProviderId>"
           "<NewsItemId>77</NewsItemId><PublicIdentifier>urn:newsml:test.example:20031016:77:1"
           "</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><FirstCreated>"
           "20031016T120000+0100</FirstCreated><ThisRevisionCreated>20031016T123000+0100"
           "</ThisRevisionCreated><Status FormalName='" +
           status + "'/></NewsManagement>" + components + "</NewsItem></NewsML>";
}

std::string component(const std::string& role, const std::string& inner) {
    return "<NewsComponent>" + (role.empty() ? "" : "<Role FormalName='" + role + "'/>") + inner +
           "</NewsComponent>";
}

std::string text(const std::string& data) {
    return "<ContentItem><DataContent>" + data + "</DataContent></ContentItem>";
}

}  // namespace

TEST_SUITE("source.newsml_article") {
    TEST_CASE("read takes all fields of a NewsML item") {
        const Article article = only(document(component(
            "Main",
            "<NewsLines><HeadLine>Bridge opens</HeadLine><ByLine>By Jo Park and Ed "
            "Roe</ByLine><DateLine>LYON, Oct 16 (TST) -</DateLine><KeywordLine>bridges; "
            "cities</KeywordLine></NewsLines><AdministrativeMetadata><Provider><Party "
            "FormalName='TST'/>"
            "</Provider></AdministrativeMetadata><DescriptiveMetadata><Language FormalName='en'/>"
            "<SubjectCode><Subject FormalName='04000000'/><SubjectMatter FormalName='Transport'/>"
            "</SubjectCode><Location><Property FormalName='City' "
            "Value='Lyon'/></Location><TopicOccurrence "
            "Topic='#t1'/></DescriptiveMetadata><TopicSet><Topic Duid='t1'><TopicType "
            "FormalName='Person'/><Description>Jean Dupont</Description></Topic></TopicSet>" +
                text("<nitf><body><body.content><p>One.</p><hl2>Two</hl2></body.content></body></"
                     "nitf>"))));
        CHECK(article.format == "newsml");
        CHECK(article.id == "urn:newsml:test.example:20031016:77:1");
        CHECK(article.title == "Bridge opens");
        CHECK(article.authors == Names{"Jo Park", "Ed Roe"});
        CHECK(article.dateline == Dateline{"LYON", "Oct 16"});
        CHECK(date_of(article.published) == "2003-10-16T12:00:00+01:00");
        CHECK(date_of(article.modified) == "2003-10-16T12:30:00+01:00");
        CHECK(article.lang == "en");
        CHECK(article.source == "TST");
        CHECK(article.people == Names{"Jean Dupont"});
        CHECK(article.places == Names{"Lyon"});
        CHECK(article.topics == Names{"bridges", "cities", "Transport"});
        CHECK(article.paragraphs == Names{"One.", "Two"});
        CHECK(article.blocks == std::vector<Block>{{1, BlockKind::Heading}});
    }

    TEST_CASE("read makes an article of each component with a text of its own") {
        const CollectingSink sink = read(document(component(
            "",
            "<NewsLines><HeadLine>All</HeadLine></NewsLines><DescriptiveMetadata><Language "
            "FormalName='fr'/></DescriptiveMetadata>" +
                component("Main",
                          "<NewsLines><HeadLine>First</HeadLine></NewsLines>" + text("<p>A</p>")) +
                component("Supporting", text("<p>B</p>")))));
        REQUIRE(sink.articles.size() == 2);
        CHECK(sink.articles[0].title == "First");
        CHECK(sink.articles[0].id == "urn:newsml:test.example:20031016:77:1");
        CHECK(sink.articles[1].title == "All");
        CHECK(sink.articles[1].id == "urn:newsml:test.example:20031016:77:1#2");
        CHECK(sink.articles[1].lang == "fr");
        CHECK(sink.articles[1].source == "Test Wire");
    }

    TEST_CASE("read brings title subtitle and captions beside a story together") {
        const Article article = only(document(component(
            "",
            component("HeadLine", text("<p><b>Title</b></p>")) +
                component("SubHeadLine", text("<p>Sub</p>")) +
                component("StyleSheet", text(".a {color: red}")) +
                component("Contact", text("<p>Call us</p>")) +
                component("Photo",
                          "<NewsLines><HeadLine>The boat</HeadLine></NewsLines><ContentItem "
                          "Href='a.jpg'><MimeType FormalName='image/jpeg'/></ContentItem>") +
                component("Picture", component("Caption", text("The pier."))) +
                component("Body", text("<html><body><p>A</p></body></html>")))));
        CHECK(article.title == "Title");
        CHECK(article.paragraphs == Names{"Sub", "A"});
        CHECK(article.blocks == std::vector<Block>{{0, BlockKind::Heading}});
        CHECK(article.captions == Names{"The boat", "The pier."});
    }

    TEST_CASE("read takes one of equivalent components for each language") {
        const auto in = [](const std::string& lang, const std::string& body) {
            return component("",
                             "<DescriptiveMetadata><Language FormalName='" + lang +
                                 "'/></DescriptiveMetadata>" + text(body));
        };
        const CollectingSink sink = read(document(
            "<NewsComponent EquivalentsList='yes'>" + in("en", "<p>Short</p>") +
            in("en", "<p>A longer one</p>") + in("es", "<p>Uno</p>") + "</NewsComponent>"));
        REQUIRE(sink.articles.size() == 2);
        CHECK(sink.articles[0].paragraphs == Names{"A longer one"});
        CHECK(sink.articles[1].lang == "es");
    }

    TEST_CASE("read chooses among the forms of a text and leaves media out") {
        const Article article = only(document(component(
            "Main",
            "<ContentItem><MediaType FormalName='Text'/><DataContent>plain form of it</DataContent>"
            "</ContentItem><ContentItem><DataContent>&lt;p&gt;A&lt;/p&gt;&lt;p&gt;B&lt;/p&gt;</"
            "DataContent>"
            "</ContentItem><ContentItem><Encoding Notation='Base64'><DataContent>QUJD</DataContent>"
            "</Encoding></ContentItem><ContentItem><MimeType "
            "FormalName='image/gif'/><DataContent>R0lG"
            "</DataContent></ContentItem>")));
        CHECK(article.paragraphs == Names{"A", "B"});
    }

    TEST_CASE("read reads items inside of items") {
        const CollectingSink sink = read(document(
            component("",
                      text("<p>A</p>") +
                          "<NewsItem><Identification><NewsIdentifier><NewsItemId>5</NewsItemId>"
                          "</NewsIdentifier></Identification>" +
                          component("", text("<p>B</p>")) + "</NewsItem>")));
        REQUIRE(sink.articles.size() == 2);
        CHECK(sink.articles[1].id == "5");
        CHECK(sink.articles[1].paragraphs == Names{"B"});
    }

    TEST_CASE("read says why a NewsML item is no article") {
        const auto rejection = [](const std::string& xml) {
            const CollectingSink sink = read(xml);
            REQUIRE(sink.rejects.size() == 1);
            CHECK(sink.articles.empty());
            return sink.rejects[0].code + ": " + sink.rejects[0].reason;
        };
        CHECK(rejection(document(component("", text("<p>A</p>")), "Canceled")) ==
              "canceled: its publisher has withdrawn it");
        CHECK(
            rejection(document(component(
                "Main", "<ContentItem Href='a'><MediaType FormalName='Photo'/></ContentItem>"))) ==
            "no_text: NewsItem without text; it holds Photo");
        CHECK(rejection(document(component("", "<NewsItemRef NewsItem='urn:x'/>"))) ==
              "no_article: NewsItem without text; it refers to other items");
        CHECK(rejection("<NewsItem/>") == "no_text: NewsItem without text");
    }

    TEST_CASE("read keeps an embargoed NewsML item and warns") {
        const Article article = only(document(component("", text("<p>A</p>")), "Embargoed"));
        CHECK(article.warnings == std::vector<Warning>{{"embargoed", 1}});
    }

    TEST_CASE("sniff tells NewsML 1 and RCV1 from other XML") {
        const auto score = [](std::string_view head) { return newsml_reader().sniff(head, ""); };
        CHECK(score(document("")) == 95);
        CHECK(score("<?xml version='1.0'?><!DOCTYPE NewsML SYSTEM 'NewsML_1.2.dtd'><NewsML>") ==
              95);
        CHECK(score("<newsitem itemid='2'>") == 95);
        CHECK(score("<corpus><newsitem itemid='2'>") == 85);
        CHECK(score("<newsItem guid='x'>") == 0);
    }
}

TEST_SUITE("source.reuters_corpus_article") {
    TEST_CASE("read takes newsitems of Reuters Corpus Volume 1") {
        const CollectingSink sink = read(R"(<?xml version="1.0" encoding="iso-8859-1" ?>
<newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en">
<title>MEXICO: Markets wake up.</title><headline>Markets wake up.</headline><byline>Jo Park</byline><dateline>MEXICO CITY</dateline>
<text>
<p>Prices rose &quot;a lot&quot;.</p>
<p>They fell.</p>
</text>
<copyright>(c) Reuters Limited 1996</copyright>
<metadata><codes class="bip:countries:1.0"><code code="MEX"><editdetail attribution="x"/></code></codes>
<codes class="bip:topics:1.0"><code code="M11"/><code code="MCAT"/></codes>
<dc element="dc.publisher" value="Reuters Holdings Plc"/><dc element="dc.source" value="Reuters"/><dc element="dc.creator.location.country.name" value="MEXICO"/></metadata>
</newsitem>
<newsitem itemid="2287" date="19960821" xml:lang="de"><title>Nur Titel.</title></newsitem>
<newsitem itemid="2288"><copyright>c</copyright></newsitem>)");
        REQUIRE(sink.articles.size() == 2);
        const Article& article = sink.articles[0];
        CHECK(article.id == "2286");
        CHECK(article.title == "Markets wake up.");
        CHECK(article.authors == Names{"Jo Park"});
        CHECK(article.dateline == Dateline{"MEXICO CITY", ""});
        CHECK(article.paragraphs == Names{"Prices rose \"a lot\".", "They fell."});
        CHECK(date_of(article.published) == "1996-08-20");
        CHECK(article.lang == "en");
        CHECK(article.source == "Reuters");
        CHECK(article.places == Names{"MEX", "MEXICO"});
        CHECK(article.topics == Names{"M11", "MCAT"});
        CHECK(sink.articles[1].title == "Nur Titel.");
        CHECK(date_of(sink.articles[1].published) == "1996-08-21");
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects[0].code == "no_text");
    }
}
