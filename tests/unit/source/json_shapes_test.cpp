// The shapes of JSON articles.
#include "common/time/published.hpp"
#include "indexer/source/json/json_reader.hpp"
#include "tests/unit/source/reader_fixture.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline::source {
namespace {

using Names = std::vector<std::string>;

Article only(std::string_view json, const SourceOptions& options = {}) {
    KeepingSink sink = read_all(json_reader(), json, options);
    REQUIRE(sink.articles.size() == 1);
    return sink.articles[0];
}

std::string published(const Article& article) {
    return article.published ? time::format_published(*article.published) : "none";
}

}  // namespace

TEST_SUITE("source.json_shapes") {
    TEST_CASE("read takes back our own article JSON whole") {
        const Article article =
            only(R"({"schema":"dateline.article/1","id":"a1","collection":"wire",
            "locator":{"file":"x","member":"","offset":9},"format":"text","title":"Budapest",
            "paragraphs":["One <b>.","Two"],"text":"ignored","published":"2025-10-16T20:02:00+02:00",
            "published_from":"url","modified":"2025-10","lang":"en","lang_from":"cld2","source":"S",
            "section":"World","authors":["A and B"],"url":"https://e.org/a",
            "dateline":{"place":"Washington","date":"2025-10-16"},"people":["p"],"places":["l"],
            "orgs":["o"],"topics":["t"],"mentions":[{"type":"place","start":0,"end":8,"text":"Budapest",
            "id":"L:3054643","name":"Budapest","method":"model"},
            {"type":"date","start":10,"end":999,"value":"2025"}],
            "warnings":[{"code":"repaired_utf8","count":1}]})");
        CHECK(article.id == "a1");
        CHECK(article.collection == "wire");
        CHECK(article.format == "text");
        CHECK(article.paragraphs == Names{"One <b>.", "Two"});
        CHECK(published(article) == "2025-10-16T20:02:00+02:00");
        CHECK(article.published_from == "url");
        CHECK(time::format_published(article.modified.value()) == "2025-10");
        CHECK(article.lang_from == "cld2");
        CHECK(article.authors == Names{"A and B"});
        CHECK(article.dateline == Dateline{"Washington", "2025-10-16"});
        CHECK(article.orgs == Names{"o"});
        REQUIRE(article.mentions.size() == 1);
        CHECK(article.mentions[0].type == MentionType::Place);
        CHECK(article.mentions[0].end_bytes == 8);
        CHECK(article.mentions[0].id == "L:3054643");
        CHECK(article.mentions[0].name == "Budapest");
        CHECK(article.mentions[0].method == "model");
        CHECK(article.warnings == std::vector<Warning>{{"bad_mention", 1}});
    }

    TEST_CASE("read keeps the quotes of our own article JSON that fit its text") {
        const Article article = only(R"({"schema":"dateline.article/1","id":"a1","title":"T",
            "paragraphs":["\"Ja\" and \"né\", he said"],"quotes":[
            {"start":4,"end":6,"speaker":{"id":"P:ada","name":"Ada"},"method":"rules"},
            {"start":5,"end":7},{"start":13,"end":15},{"start":20,"end":999},{"end":9},7,
            {"start":13,"end":16}]})");
        CHECK(article.quotes ==
              std::vector<Quote>{{4, 6, "P:ada", "Ada", "rules"}, {13, 16, "", "", ""}});
        // One overlaps, one ends within a letter, one behind the text; one has no start, one is
        // none.
        CHECK(article.warnings == std::vector<Warning>{{"bad_quote", 5}});
    }

    TEST_CASE("read takes ninjs 1") {
        const Article article =
            only(R"({"uri":"urn:x:1","headline":"Ship trial","byline":"By Ann Lee and Bo Ray",
            "versioncreated":"2013-07-09T10:37:00Z","language":"EN_us","located":"Rome",
            "body_xhtml":"<div><p>Ship trial</p><p>One &amp; two</p><p>Three</p></div>",
            "person":[{"name":"F. S."}],"place":[{"name":"Italy"}],"organisation":[{"name":"Costa"}],
            "subject":[{"name":"Trial"}],"infosource":[{"name":"AP"}]})");
        CHECK(article.id == "urn:x:1");
        CHECK(article.title == "Ship trial");
        CHECK(article.authors == Names{"Ann Lee", "Bo Ray"});
        CHECK(article.paragraphs == Names{"One & two", "Three"});
        CHECK(published(article) == "2013-07-09T10:37:00Z");
        CHECK(article.published_from == "metadata");
        CHECK(article.lang == "en-us");
        CHECK(article.lang_from == "metadata");
        CHECK(article.dateline.place == "Rome");
        CHECK(article.people == Names{"F. S."});
        CHECK(article.places == Names{"Italy"});
        CHECK(article.orgs == Names{"Costa"});
        CHECK(article.topics == Names{"Trial"});
        CHECK(article.source == "AP");
    }

    TEST_CASE("read takes ninjs 2 and later with their lists") {
        const Article article =
            only(R"({"uri":"http://e.org/1","headlines":[{"role":"short","value":"S"},
            {"role":"main","value":"Long"}],"bodies":[{"contentType":"text/plain","value":"plain"},
            {"contentType":"text/vnd.IPTC.NITF","value":"<nitf><head><title>T</title></head><body><body.content><p>One</p><p>Two</p></body.content></body></nitf>"}],
            "contentCreated":"2023-10-08T02:34:03+02:00","people":[{"name":"P"}],
            "organisations":[{"name":"O"}],"subjects":[{"name":"S"}]})");
        CHECK(article.title == "Long");
        CHECK(article.paragraphs == Names{"One", "Two"});
        CHECK(article.url == "http://e.org/1");
        CHECK(published(article) == "2023-10-08T02:34:03+02:00");
        CHECK(article.people == Names{"P"});
    }

    TEST_CASE("read takes schema.org articles also inside a graph") {
        const Article article =
            only(R"({"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"W"},
            {"@type":["Thing","NewsArticle"],"headline":"A &amp; B","articleBody":"One.\n\nTwo.",
            "datePublished":"2024-02-03","author":[{"@type":"Person","name":"Ann"},"Bo"],
            "publisher":{"@type":"Organization","name":"Pub"},"inLanguage":"de-DE","articleSection":["W","X"],
            "keywords":"a, b,a","mainEntityOfPage":{"@id":"https://e.org/p"},
            "about":[{"@type":"Person","name":"Per"},{"@type":"Thing","name":"Th"}],
            "contentLocation":{"@type":"Place","name":"Pl"},"mentions":{"@type":"NewsMediaOrganization","name":"Or"}}]})");
        CHECK(article.title == "A & B");
        CHECK(article.paragraphs == Names{"One.", "Two."});
        CHECK(published(article) == "2024-02-03");
        CHECK(article.published_from == "metadata");
        CHECK(article.authors == Names{"Ann", "Bo"});
        CHECK(article.source == "Pub");
        CHECK(article.lang == "de-de");
        CHECK(article.section == "W");
        CHECK(article.topics == Names{"a", "b", "Th"});
        CHECK(article.url == "https://e.org/p");
        CHECK(article.people == Names{"Per"});
        CHECK(article.places == Names{"Pl"});
        CHECK(article.orgs == Names{"Or"});
    }

    TEST_CASE("read takes documents of the Washington Post collection") {
        const Article article =
            only(R"({"id":"b2e8","article_url":"https://w.com/a","title":"T","author":"By Ann Lee",
            "published_date":1325376562000,"source":"The Washington Post","contents":[null,
            {"type":"kicker","content":"Opinions"},{"type":"title","content":"T"},{"type":"byline","content":"By Bo"},
            {"type":"date","content":1325376562000},{"type":"image","fullcaption":"cap"},
            {"type":"sanitized_html","subtype":"paragraph","content":"One <i>two</i>."},
            {"type":"sanitized_html","content":"Three."}]})");
        CHECK(article.paragraphs == Names{"One two.", "Three."});
        CHECK(published(article) == "2012-01-01T00:09:22Z");
        CHECK(article.section == "Opinions");
        CHECK(article.authors == Names{"Ann Lee"});
        CHECK(article.source == "The Washington Post");
    }

    TEST_CASE("read takes JSON Feed with the feed as the source") {
        const Article article =
            only(R"({"version":"https://jsonfeed.org/version/1.1","title":"My Feed","items":[
            {"id":"2","url":"https://e.org/2","title":"T","content_html":"<p>One</p><p>Two</p>",
            "date_published":"2020-08-07T11:44:36-05:00","authors":[{"name":"Ann"}],"tags":["x","y"]}]})");
        CHECK(article.source == "My Feed");
        CHECK(article.paragraphs == Names{"One", "Two"});
        CHECK(article.authors == Names{"Ann"});
        CHECK(article.topics == Names{"x", "y"});
        CHECK(published(article) == "2020-08-07T11:44:36-05:00");
    }

    TEST_CASE("read fills in authors and language of a JSON Feed") {
        const Article article =
            only(R"({"version":"https://jsonfeed.org/version/1.1","title":"F","language":"de-DE",
            "authors":[{"name":"Ann"}],"items":[{"id":"2","title":"T","content_html":"<h2>One</h2>"}]})");
        CHECK(article.authors == Names{"Ann"});
        CHECK(article.lang == "de-de");
        REQUIRE(article.blocks.size() == 1);
        CHECK(article.blocks.front().kind == BlockKind::Heading);
        CHECK(article.warnings.empty());
    }

    TEST_CASE("read keeps the id of a JSON Feed item unless it is its address") {
        const auto feed = [](const std::string& ids) {
            return only(R"({"version":"https://jsonfeed.org/version/1","items":[{)" + ids +
                        R"("summary":"S","content_text":""}]})");
        };
        const Article same = feed(R"("id":"https://e.org/2","url":"https://e.org/2",)");
        CHECK(same.id != "https://e.org/2");
        CHECK(same.url == "https://e.org/2");
        CHECK(same.paragraphs == Names{"S"});
        REQUIRE(same.warnings.size() == 1);
        CHECK(same.warnings.front().code == "summary_only");
        CHECK(feed(R"("id":"https://e.org/2#a","url":"https://e.org/2#a",)").id ==
              "https://e.org/2#a");
        CHECK(feed(R"("id":"7","url":"https://e.org/2",)").id == "7");
    }

    TEST_CASE("read takes RSS in JSON with the channel as the source") {
        const Article article =
            only(R"({"rss":{"version":"2.0","channel":{"title":"C &amp; D","language":"en-us",
            "cloud":{"port":5337},"item":[{"title":"T","link":"http://e.org/1",
            "description":"One.","pubDate":"Thu, 16 Oct 2025 12:00:00 GMT"}]}}})");
        CHECK(article.title == "T");
        CHECK(article.source == "C & D");
        CHECK(article.lang == "en-us");
        CHECK(article.url == "http://e.org/1");
        CHECK(article.paragraphs == Names{"One."});
        CHECK(published(article) == "2025-10-16T12:00:00Z");
    }

    TEST_CASE("read takes flat objects by well-known keys") {
        const Article article =
            only(R"({"_id":{"$oid":"5f"},"Headline":"H","text":"One.\n\nTwo\nlines.",
            "pubDate":"20200131","byline":"by A. B. and C; D","outlet":"O","category":"C","link":"https://e.org",
            "language":"pt_BR","tags":"x,y","locations":["L"],"persons":["P"],"organizations":[{"name":"G"}],
            "dateline":"PARIS","collection":"c"})");
        CHECK(article.id == "5f");
        CHECK(article.title == "H");
        CHECK(article.paragraphs == Names{"One.", "Two lines."});
        CHECK(published(article) == "2020-01-31");
        CHECK(article.authors == Names{"A. B.", "C", "D"});
        CHECK(article.source == "O");
        CHECK(article.section == "C");
        CHECK(article.lang == "pt-br");
        CHECK(article.topics == Names{"x", "y"});
        CHECK(article.places == Names{"L"});
        CHECK(article.people == Names{"P"});
        CHECK(article.orgs == Names{"G"});
        CHECK(article.dateline.place == "PARIS");
        CHECK(article.collection == "c");
    }

    TEST_CASE("read understands dates as people write them into JSON") {
        struct Case {
            std::string_view json;
            std::string_view date;
        };
        for (const Case& c : {
                 Case{"1577836800", "2020-01-01T00:00:00Z"},
                 Case{"1577836800.25", "2020-01-01T00:00:00Z"},
                 Case{"1577836800000", "2020-01-01T00:00:00Z"},
                 Case{"\"1577836800\"", "2020-01-01T00:00:00Z"},
                 Case{"\"20200101\"", "2020-01-01"},
                 Case{"20200101", "2020-01-01"},
                 Case{"\"20200101T120000Z\"", "2020-01-01T12:00:00Z"},
                 Case{"\"20200101120000\"", "2020-01-01T12:00:00Z"},
                 Case{"\"20200101120000+0100\"", "2020-01-01T12:00:00+01:00"},
                 Case{"\"20200101T120000+0100\"", "2020-01-01T12:00:00+01:00"},
                 Case{"\"2020-01-01 12:00:00 UTC\"", "2020-01-01T12:00:00Z"},
                 Case{"\"Wed, 01 Jan 2020 12:00:00 GMT\"", "2020-01-01T12:00:00Z"},
                 Case{"\"January 1, 2020\"", "2020-01-01"},
                 Case{R"({"$date":"2020-01-01"})", "2020-01-01"},
                 Case{R"({"$date":{"$numberLong":"1577836800000"}})", "2020-01-01T00:00:00Z"},
             }) {
            CAPTURE(c.json);
            const Article article = only(R"({"body":"x","date":)" + std::string(c.json) + "}");
            CHECK(published(article) == c.date);
            CHECK(article.warnings.empty());
        }
    }

    TEST_CASE("read keeps an article whose date cannot be read and warns") {
        const Article article = only(R"({"body":"x","date":"2015-26-26"})");
        CHECK_FALSE(article.published.has_value());
        CHECK(article.published_from.empty());
        CHECK(article.warnings == std::vector<Warning>{{"bad_date", 1}});
    }

    TEST_CASE("read lets the field map win over known keys and follows dotted paths") {
        SourceOptions options;
        options.field_map = {{"title", "meta.title"}, {"body", "a.b"}, {"date", "when"}};
        const Article article =
            only(R"({"title":"no","meta":{"title":"yes"},"a.b":"text","body":"no","when":"2020"})",
                 options);
        CHECK(article.title == "yes");
        CHECK(article.paragraphs == Names{"text"});
        CHECK(published(article) == "2020");
    }
}

}  // namespace dateline::source
