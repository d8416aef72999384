// ninjs as agencies send it: packages, forms of a text, captions, and what is no article.
#include "common/time/published.hpp"
#include "indexer/source/json/json_reader.hpp"
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

CollectingSink read(std::string_view json) {
    return dateline::testing::read_bytes(json_reader(), json);
}

Article only(std::string_view json) {
    CollectingSink sink = read(json);
    REQUIRE(sink.rejects.empty());
    REQUIRE(sink.articles.size() == 1);
    return sink.articles[0];
}

std::string rejection(std::string_view json) {
    const CollectingSink sink = read(json);
    REQUIRE(sink.articles.empty());
    REQUIRE(sink.rejects.size() == 1);
    return sink.rejects[0].code + ": " + sink.rejects[0].reason;
}

}  // namespace

TEST_SUITE("source.json_ninjs") {
    TEST_CASE("read keeps the kinds of paragraphs in a ninjs body") {
        const Article article = only(R"({"uri":"urn:a:1","headline":"Ferry back","body_xhtml":
            "<h1>Ferry back</h1><p>One.</p><h2>Why</h2><ul><li>a</li><li>b</li></ul><blockquote><p>Q.</p></blockquote><table><tr><th>Port</th><td>3</td></tr></table><figure><img src='x'/><figcaption>The ferry.</figcaption></figure>"})");
        CHECK(article.paragraphs == Names{"One.", "Why", "a", "b", "Q.", "Port 3"});
        CHECK(article.blocks == std::vector<Block>{{1, BlockKind::Heading},
                                                   {2, BlockKind::ListItem},
                                                   {3, BlockKind::ListItem},
                                                   {4, BlockKind::Quote},
                                                   {5, BlockKind::Table}});
        CHECK(article.captions == Names{"The ferry."});
    }

    TEST_CASE("read prefers the HTML of several bodies and reads NITF without a page") {
        const Article html = only(R"({"uri":"u","headlines":[{"role":"short","value":"S"},
            {"role":"main","value":"Main"}],"bodies":[{"role":"text","contentType":"text/plain",
            "value":"One line."},{"role":"tt","contentType":"text/html","value":"<p>A</p><p>B</p>"}]})");
        CHECK(html.title == "Main");
        CHECK(html.paragraphs == Names{"A", "B"});
        const Article nitf = only(R"({"uri":"u","headline":"H","body_nitf":
            "<nitf><head><title>H</title></head><body><body.content><p>A</p><hl2>B</hl2></body.content></body></nitf>"})");
        CHECK(nitf.paragraphs == Names{"A", "B"});
        CHECK(nitf.blocks == std::vector<Block>{{1, BlockKind::Heading}});
    }

    TEST_CASE("read makes captions of the pictures of a ninjs package") {
        for (
            const std::string_view pictures :
            {R"({"main":{"uri":"p:1","type":"picture","headline":"No","description_text":"Two boats."}})",
             R"([{"name":"main","type":"picture","descriptions":[{"value":"Two boats."}]}])"}) {
            CAPTURE(pictures);
            const Article article = only(
                R"({"uri":"u","type":"composite","headline":"H","body_text":"Text.","associations":)" +
                std::string(pictures) + "}");
            CHECK(article.captions == Names{"Two boats."});
            CHECK(article.paragraphs == Names{"Text."});
        }
    }

    TEST_CASE("read gives the texts in a ninjs package without text as articles") {
        const CollectingSink sink = read(R"({"uri":"pkg","type":"composite","language":"de",
            "versioncreated":"2024-05-06T07:08:09Z","infosource":[{"name":"dpa"}],"headline":"Paket",
            "associations":{"a":{"uri":"t:1","type":"text","headline":"Eins","body_text":"Text eins."},
            "b":{"type":"text","headline":"Zwei","body_text":"Text zwei.","language":"en"},
            "c":{"uri":"p","type":"picture","description_text":"Ein Bild."},
            "d":{"uri":"t:3","type":"text","pubstatus":"canceled"},"e":null}})");
        REQUIRE(sink.articles.size() == 2);
        CHECK(sink.articles[0].id == "t:1");
        CHECK(sink.articles[0].lang == "de");
        CHECK(sink.articles[0].source == "dpa");
        CHECK(sink.articles[0].captions == Names{"Ein Bild."});
        CHECK(time::format_published(sink.articles[0].published.value()) == "2024-05-06T07:08:09Z");
        CHECK(sink.articles[1].id == "pkg#b");
        CHECK(sink.articles[1].lang == "en");
        CHECK(sink.articles[1].locator.record == 1);
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects[0].code == "canceled");
    }

    TEST_CASE("read takes the first version as published and this one as modified") {
        const Article article = only(R"({"uri":"u","headline":"H","body_text":"T.",
            "firstcreated":"2024-01-02T03:04:05+01:00","versioncreated":"2024-01-02T09:00:00+01:00"})");
        CHECK(time::format_published(article.published.value()) == "2024-01-02T03:04:05+01:00");
        CHECK(time::format_published(article.modified.value()) == "2024-01-02T09:00:00+01:00");
        const Article same =
            only(R"({"uri":"u","headline":"H","firstcreated":"2024-01-02T03:04:05Z",
            "versioncreated":"2024-01-02T03:04:05Z"})");
        CHECK_FALSE(same.modified.has_value());
    }

    TEST_CASE("read says of what type a ninjs item without text is") {
        struct Case {
            std::string_view json;
            std::string_view expected;
        };
        for (
            const Case& c : {
                Case{R"({"uri":"u","type":"picture","headline":"H","description_text":"C."})",
                     "no_text: picture item without a body; description is a caption"},
                Case{R"({"uri":"u","type":"video","headlines":[{"value":"H"}]})",
                     "no_text: video item without a body; description is a caption"},
                Case{R"({"uri":"u","type":"event","title":"Fair","descriptions":[{"value":"D"}]})",
                     "no_article: event item without a body: it announces news"},
                Case{R"({"uri":"u","title":"Fair","eventDetails":{"dates":{}}})",
                     "no_article: event item without a body: it announces news"},
                Case{
                    R"({"uri":"u","type":"text","headline":"H","body_text":"T","pubStatus":"canceled"})",
                    "canceled: its publisher has withdrawn it"},
                Case{R"({"uri":"u","type":"text","copyrightnotice":"c"})",
                     "no_text: no field with text among the keys (uri, type, copyrightnotice); use "
                     "--map body=KEY"},
            }) {
            CAPTURE(c.json);
            CHECK(rejection(c.json) == c.expected);
        }
    }

    TEST_CASE("read keeps an embargoed or withheld ninjs item and warns") {
        const Article article = only(R"({"uri":"u","headline":"H","body_text":"T.",
            "embargoed":"2030-01-01T00:00:00Z","pubstatus":"withheld"})");
        CHECK(article.warnings == std::vector<Warning>{{"embargoed", 1}, {"withheld", 1}});
    }

    TEST_CASE("read takes an alert that is nothing but a headline") {
        const Article article = only(R"({"uri":"u","type":"text","headline":"Quake hits coast"})");
        CHECK(article.title == "Quake hits coast");
        CHECK(article.paragraphs.empty());
    }

    TEST_CASE("read drops bare codes among the subjects of a ninjs item") {
        const Article article = only(R"({"uri":"u","headline":"H","subject":[{"literal":"16000000"},
            {"name":"Krieg","code":"1"}],"service":[{"name":"Ausland","code":"A"}]})");
        CHECK(article.topics == Names{"Krieg"});
        CHECK(article.section == "Ausland");
    }
}
