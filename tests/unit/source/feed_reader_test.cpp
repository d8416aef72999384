// The reader of feeds: which streams it takes, how items are found, what broken feeds give.
#include "indexer/source/xml/feed_reader.hpp"

#include "common/time/published.hpp"
#include "indexer/source/media_type.hpp"
#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;

namespace {

CollectingSink read(std::string_view feed) {
    return dateline::testing::read_bytes(feed_reader(), feed);
}

std::vector<std::string> titles_of(const CollectingSink& sink) {
    std::vector<std::string> titles;
    for (const Article& article : sink.articles) {
        titles.push_back(article.title);
    }
    return titles;
}

using Titles = std::vector<std::string>;

/// The name of the reader that is surest of `head`.
std::string surest(std::string_view head) {
    std::string name = "none";
    int best = 0;
    for (const Reader* reader : readers()) {
        const int score = reader->sniff(head, "memory");
        if (score > best) {
            best = score;
            name = reader->name();
        }
    }
    return name;
}

}  // namespace

TEST_SUITE("source.feed_reader") {
    TEST_CASE("sniff takes feeds of every version") {
        for (const std::string_view head : {
                 "<rss version='0.91'><channel>",
                 "<?xml version='1.0'?>\n<!-- made -->\n<rss version='2.0'>",
                 "<RSS>",
                 "<feed xmlns='http://www.w3.org/2005/Atom'>",
                 "<feed version='0.3' xmlns='http://purl.org/atom/ns#'>",
                 "<a:feed xmlns:a='http://www.w3.org/2005/Atom'>",
                 "<!DOCTYPE rss [<!ENTITY nbsp '&#160;'>]><rss>",
                 "<rdf:RDF xmlns='http://purl.org/rss/1.0/'>",
                 "<rdf:RDF xmlns='http://my.netscape.com/rdf/simple/0.9/'>",
                 "<RDF><channel><title>T",
                 "<channel><title>T</title><item>",
             }) {
            CAPTURE(head);
            CHECK(surest(head) == "feed");
        }
    }

    TEST_CASE("sniff takes a feed in UTF-16") {
        std::string wide = "\xFF\xFE";
        for (const char c : std::string_view("<rss version='2.0'><channel>")) {
            wide += c;
            wide += '\0';
        }
        CHECK(feed_reader().sniff(wide, "memory") == 95);
    }

    TEST_CASE("sniff leaves other XML alone") {
        for (const std::string_view head : {
                 "<opml version='2.0'><body><outline type='rss'/>",
                 "<rdf:RDF xmlns:foaf='http://xmlns.com/foaf/0.1/'><foaf:Person>",
                 "<channel><programme>",
                 "<html><body><rss>",
                 "Text before <rss>",
                 "<items><item>",
                 "",
             }) {
            CAPTURE(head);
            CHECK(feed_reader().sniff(head, "memory.rss") == 0);
        }
    }

    TEST_CASE("sniff leaves feeds of whole news items to the readers of agencies") {
        CHECK(surest("<feed xmlns='http://www.w3.org/2005/Atom'><entry><content><newsItem>") ==
              "newsml-g2");
        CHECK(surest("<rss><channel><item><nitf><head>") == "nitf");
    }

    TEST_CASE("media_type names OPML") {
        CHECK(media_type("<?xml version='1.0'?><opml version='1.1'><head>") == "text/x-opml");
    }

    TEST_CASE("read takes items inside and beside of the channel") {
        const CollectingSink sink = read(
            "<rss><channel><title>C</title><item><title>1</title></item></channel>"
            "<item><title>2</title></item></rss>");
        CHECK(titles_of(sink) == Titles{"1", "2"});
        CHECK(sink.articles.at(0).source == "C");
        CHECK(sink.articles.at(1).source == "C");
        CHECK(sink.articles.at(1).locator.record == 1);
        CHECK(sink.articles.at(0).format == "feed");
    }

    TEST_CASE("read takes items of a fragment without rss") {
        CHECK(titles_of(read("<channel><item><title>1</title></item></channel>")) == Titles{"1"});
    }

    TEST_CASE("read takes RSS 1.0 with its channel beside the items") {
        const CollectingSink sink = read(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
            "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
            "<channel rdf:about='http://a.example/rss'><title>Wire</title>"
            "<dc:language>fr</dc:language><items><rdf:Seq><rdf:li resource='x'/></rdf:Seq></items>"
            "</channel><image><title>Logo</title></image>"
            "<item rdf:about='http://a.example/1'><title>T</title>"
            "<description>D</description><dc:date>2025-10-16T08:00:00Z</dc:date>"
            "<dc:creator>Ann Lee</dc:creator><dc:subject>Trade</dc:subject></item></rdf:RDF>");
        REQUIRE(sink.articles.size() == 1);
        const Article& article = sink.articles.front();
        CHECK(article.title == "T");
        CHECK(article.source == "Wire");
        CHECK(article.lang == "fr");
        CHECK(article.url == "http://a.example/1");
        CHECK(article.id.empty());
        CHECK(article.authors == std::vector<std::string>{"Ann Lee"});
        CHECK(article.topics == std::vector<std::string>{"Trade"});
        REQUIRE(article.published);
        CHECK(time::format_published(*article.published) == "2025-10-16T08:00:00Z");
        CHECK(article.published_from == "metadata");
    }

    TEST_CASE("read takes Atom 0.3") {
        const CollectingSink sink = read(
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>F</title><entry>"
            "<title mode='escaped' type='text/html'>A &amp;amp; B</title>"
            "<issued>2004-05-06T07:08:09Z</issued><modified>2004-05-07T00:00:00Z</modified>"
            "<content type='application/xhtml+xml' mode='xml'><p>One</p><p>Two</p></content>"
            "</entry></feed>");
        REQUIRE(sink.articles.size() == 1);
        const Article& article = sink.articles.front();
        CHECK(article.title == "A & B");
        CHECK(article.paragraphs == std::vector<std::string>{"One", "Two"});
        REQUIRE(article.published);
        CHECK(time::format_published(*article.published) == "2004-05-06T07:08:09Z");
        REQUIRE(article.modified);
        CHECK(time::format_published(*article.modified) == "2004-05-07T00:00:00Z");
        CHECK(article.warnings.empty());
    }

    TEST_CASE("read takes Atom with a prefix of its own") {
        const CollectingSink sink = read(
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>F</a:title><a:entry>"
            "<a:title>T</a:title><a:link href='http://a.example/1'/>"
            "<a:author><a:name>Ann Lee</a:name></a:author>"
            "<a:content>Text of it</a:content></a:entry></a:feed>");
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles.front().title == "T");
        CHECK(sink.articles.front().url == "http://a.example/1");
        CHECK(sink.articles.front().source == "F");
        CHECK(sink.articles.front().authors == std::vector<std::string>{"Ann Lee"});
        CHECK(sink.articles.front().paragraphs == std::vector<std::string>{"Text of it"});
    }

    TEST_CASE("read loses only the item that is broken") {
        const CollectingSink sink = read(
            "<rss><channel><item><title>1</title></item>"
            "<item><title>2</titel><description>a <b>c</description></item>"
            "<item><title>3</title><link>x < y & z</item>"
            "<item><title>4</title><item><title>5</title></item></channel></rss>");
        const Titles titles = titles_of(sink);
        REQUIRE(titles.size() == 5);
        CHECK(titles.at(0) == "1");
        CHECK(titles.at(3) == "4");
        CHECK(titles.at(4) == "5");
        CHECK(sink.articles.at(0).warnings.empty());
        REQUIRE_FALSE(sink.articles.at(1).warnings.empty());
        CHECK(sink.articles.at(1).warnings.front().code == "repaired_xml");
    }

    TEST_CASE("read takes items below a channel element that is not closed") {
        const CollectingSink sink = read(
            "<rss><channel><title>C</title><image><url>u<item><title>1</title></item>"
            "<item><title>2</title></item></channel></rss>");
        CHECK(titles_of(sink) == Titles{"1", "2"});
    }

    TEST_CASE("read gives what came of a feed that is cut off") {
        const CollectingSink sink = read(
            "<rss><channel><item><title>1</title></item><item><title>2</title><description>Half");
        CHECK(titles_of(sink) == Titles{"1", "2"});
        const std::vector<Warning>& warnings = sink.articles.at(1).warnings;
        CHECK(std::any_of(warnings.begin(), warnings.end(), [](const Warning& warning) {
            return warning.code == "truncated";
        }));
    }

    TEST_CASE("read takes entities of HTML that are not declared") {
        const CollectingSink sink = read(
            "<rss><channel><item><title>Caf&eacute;&nbsp;culture</title></item></channel></rss>");
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles.front().title.starts_with("Caf\xC3\xA9"));
        CHECK(sink.articles.front().title.ends_with("culture"));
    }

    TEST_CASE("read takes the encoding that a feed declares") {
        const CollectingSink sink = read(
            "<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><title>"
            "\xCC\xEE\xF1\xEA\xE2\xE0</title></item></channel></rss>");
        CHECK(titles_of(sink) == Titles{"\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0"});
    }

    TEST_CASE("read rejects a feed without items") {
        const CollectingSink sink = read("<rss><channel><title>C</title></channel></rss>");
        CHECK(sink.articles.empty());
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects.front().code == "no_article");
    }

    TEST_CASE("read rejects an item that is only a link") {
        const CollectingSink sink = read(
            "<rss><channel><item><link>http://a.example/1</link></item>"
            "<item><title>2</title></item></channel></rss>");
        CHECK(titles_of(sink) == Titles{"2"});
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects.front().code == "no_text");
    }

    TEST_CASE("read stops when the sink asks for it") {
        CollectingSink sink;
        sink.stop_after = 1;
        MemoryStream stream(
            "<rss><channel><item><title>1</title></item><item><title>2</title></item></channel>");
        feed_reader().read(stream, Locator{"memory", {}, 0, 0}, {}, sink);
        CHECK(titles_of(sink) == Titles{"1"});
        CHECK(sink.rejects.empty());
    }
}
