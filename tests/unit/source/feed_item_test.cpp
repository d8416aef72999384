// Items of feeds, field by field.
#include "common/time/published.hpp"
#include "indexer/source/xml/feed_reader.hpp"
#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace dateline;
using namespace dateline::source;

namespace {

using Strings = std::vector<std::string>;

/// The only article of `feed`.
Article only(const std::string& feed) {
    auto sink = dateline::testing::read_bytes(feed_reader(), feed);
    REQUIRE(sink.articles.size() == 1);
    return std::move(sink.articles.front());
}

/// The article of an RSS item that holds `inside`, in a channel that also holds `channel`.
Article rss(const std::string& inside, const std::string& channel = {}) {
    return only(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:dcterms='http://purl.org/dc/terms/' "
        "xmlns:atom='http://www.w3.org/2005/Atom' "
        "xmlns:media='http://search.yahoo.com/mrss/' "
        "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' "
        "xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'><channel>" +
        channel + "<item>" + inside + "</item></channel></rss>");
}

/// The article of an Atom entry that holds `inside`, in a feed that also holds `feed`.
Article atom(const std::string& inside, const std::string& feed = {}) {
    return only("<feed xmlns='http://www.w3.org/2005/Atom'>" + feed + "<entry>" + inside +
                "</entry></feed>");
}

bool warns(const Article& article, std::string_view code) {
    return std::any_of(article.warnings.begin(),
                       article.warnings.end(),
                       [code](const Warning& warning) { return warning.code == code; });
}

std::string date(const std::optional<time::Published>& published) {
    return published ? time::format_published(*published) : "none";
}

std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += "word ";
    }
    return text;
}

}  // namespace

TEST_SUITE("source.feed_item") {
    TEST_CASE("title is the item's own and not that of what is in it") {
        CHECK(rss("<author><title>Boss</title></author><media:title>M</media:title>"
                  "<image><title>I</title></image><title>Own</title>")
                  .title == "Own");
        CHECK(rss("<dc:title>D</dc:title><media:title>M</media:title>").title == "D");
        CHECK(rss("<media:group><media:title>In</media:title></media:group>"
                  "<media:title>M</media:title>")
                  .title == "M");
        CHECK(rss("<s:variant xmlns:s='http://a.example/s'><title>V</title></s:variant>"
                  "<title>Own</title>")
                  .title == "Own");
    }

    TEST_CASE("title is one plain line") {
        CHECK(rss("<title>A &amp;amp; B\n  &lt;b&gt;C&lt;/b&gt;</title>").title == "A & B C");
        CHECK(rss("<title><![CDATA[Q&#38;A <i>now</i>]]></title>").title == "Q&A now");
        CHECK(atom("<title type='text'>The &lt;p&gt; tag</title>").title == "The <p> tag");
        CHECK(atom("<title type='html'>The &lt;b&gt;tag&lt;/b&gt;</title>").title == "The tag");
        CHECK(atom("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>The "
                   "<b>tag</b></div></title>")
                  .title == "The tag");
    }

    TEST_CASE("text is content:encoded before the description") {
        const Article article =
            rss("<title>T</title><description>Short</description>"
                "<content:encoded><![CDATA[<h2>Head</h2><p>One&nbsp;two</p><ul><li>Item</li></ul>"
                "<figure><figcaption>Seen</figcaption></figure>]]></content:encoded>");
        REQUIRE(article.paragraphs.size() == 3);
        CHECK(article.paragraphs.at(0) == "Head");
        CHECK(article.paragraphs.at(2) == "Item");
        REQUIRE(article.blocks.size() == 2);
        CHECK(article.blocks.at(0).kind == BlockKind::Heading);
        CHECK(article.blocks.at(1).kind == BlockKind::ListItem);
        CHECK(article.captions == Strings{"Seen"});
        CHECK_FALSE(warns(article, "summary_only"));
    }

    TEST_CASE("text is the description if content:encoded is empty") {
        for (const std::string empty :
             {"<content:encoded/>",
              "<content:encoded>  </content:encoded>",
              "<content:encoded><![CDATA[<p> </p>]]></content:encoded>"}) {
            CAPTURE(empty);
            CHECK(rss(empty + "<description>D</description>").paragraphs == Strings{"D"});
        }
    }

    TEST_CASE("text may be mark-up that is escaped or not or in CDATA or escaped twice") {
        const Strings expected = {"One", "Two"};
        for (const std::string description :
             {"&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two",
              "<![CDATA[<p>One</p><p>Two]]>",
              "<p>One</p><p>Two</p>",
              "&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Two"}) {
            CAPTURE(description);
            const Article article = rss("<description>" + description + "</description>");
            CHECK(article.paragraphs == expected);
            CHECK(warns(article, "double_escaped") == description.starts_with("&amp;"));
        }
    }

    TEST_CASE("text that speaks of mark-up is not decoded twice") {
        const Article article =
            rss("<description>&lt;p&gt;Close it with &amp;lt;/p&amp;gt;.&lt;/p&gt;</description>");
        CHECK(article.paragraphs == Strings{"Close it with </p>."});
        CHECK_FALSE(warns(article, "double_escaped"));
    }

    TEST_CASE("text of Atom is read as its type says") {
        const std::string summary = "<summary>S</summary>";
        CHECK(atom(summary + "<content>Plain</content>").paragraphs == Strings{"Plain"});
        CHECK(atom(summary + "<content type='text'>a &lt;b&gt; c</content>").paragraphs ==
              Strings{"a <b> c"});
        CHECK(atom(summary + "<content type='html'>&lt;p&gt;A&lt;p&gt;B</content>").paragraphs ==
              Strings{"A", "B"});
        CHECK(atom(summary + "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
                             "<p>A</p><p>B</p></div></content>")
                  .paragraphs == Strings{"A", "B"});
        CHECK(atom(summary + "<content type='image/png'>AAAA</content>").paragraphs ==
              Strings{"S"});
        CHECK(atom(summary + "<content mode='base64'>AAAA</content>").paragraphs == Strings{"S"});
        CHECK(atom(summary + "<content type='html' src='http://a.example/'/>").paragraphs ==
              Strings{"S"});
    }

    TEST_CASE("text may be a body of XHTML") {
        CHECK(rss("<description>D</description><body xmlns='http://www.w3.org/1999/xhtml'>"
                  "<p>A</p></body>")
                  .paragraphs == Strings{"A"});
    }

    TEST_CASE("text comes from other vocabularies where the item has none") {
        CHECK(rss("<title>T</title><itunes:summary>I</itunes:summary>").paragraphs == Strings{"I"});
        CHECK(rss("<title>T</title><media:group><media:description>M</media:description>"
                  "</media:group>")
                  .paragraphs == Strings{"M"});
        CHECK(atom("<title>T</title><summary>S</summary>").paragraphs == Strings{"S"});
    }

    TEST_CASE("text that repeats the title is left out") {
        CHECK(rss("<title>T</title><description>T</description>").paragraphs.empty());
    }

    TEST_CASE("summary_only is said of summaries and of descriptions under 80 words") {
        CHECK(warns(rss("<description>" + words(79) + "</description>"), "summary_only"));
        CHECK_FALSE(warns(rss("<description>" + words(80) + "</description>"), "summary_only"));
        CHECK(warns(atom("<summary>" + words(90) + "</summary>"), "summary_only"));
        CHECK(warns(rss("<itunes:summary>" + words(90) + "</itunes:summary>"), "summary_only"));
        CHECK_FALSE(warns(atom("<content>One</content>"), "summary_only"));
        CHECK_FALSE(warns(rss("<title>T</title>"), "summary_only"));
    }

    TEST_CASE("summary_only counts characters where words have no blanks") {
        std::string text;
        for (int i = 0; i < 80; ++i) {
            text += "\xE6\x96\xB0";
        }
        CHECK_FALSE(warns(rss("<description>" + text + "</description>"), "summary_only"));
        CHECK(warns(rss("<description>" + text.substr(3) + "</description>"), "summary_only"));
    }

    TEST_CASE("url is the link for people") {
        const std::string title = "<title>T</title>";
        CHECK(rss(title + "<link> http://a.example/1 </link>").url == "http://a.example/1");
        CHECK(rss(title + "<atom:link rel='self' href='http://a.example/f'/>"
                          "<link>http://a.example/1</link>")
                  .url == "http://a.example/1");
        CHECK(rss(title + "<atom:link href='http://a.example/1'/>").url == "http://a.example/1");
        CHECK(rss(title + "<link>http://f.example/x</link>"
                          "<feedburner:origLink>http://a.example/1</feedburner:origLink>")
                  .url == "http://a.example/1");
        CHECK(atom(title + "<link rel='edit' href='http://a.example/e'/>"
                           "<link rel='alternate' type='application/json' "
                           "href='http://a.example/j'/><link type='text/html' "
                           "href='http://a.example/1'/>")
                  .url == "http://a.example/1");
    }

    TEST_CASE("url is made absolute") {
        const std::string link = "<link href='../p'/>";
        CHECK(only("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://a.example/b/'>"
                   "<entry xml:base='c/d/'><title>T</title>" +
                   link + "</entry></feed>")
                  .url == "http://a.example/b/c/p");
        CHECK(atom("<title>T</title>" + link, "<link href='http://a.example/b/c/'/>").url ==
              "http://a.example/b/p");
        CHECK(rss("<title>T</title><link>x</link>", "<link>http://a.example/b/</link>").url ==
              "http://a.example/b/x");
    }

    TEST_CASE("url that nothing makes absolute is left out or becomes the id") {
        const Article bare = atom("<title>T</title><link href='/p'/>");
        CHECK(bare.url.empty());
        CHECK(bare.id == "/p");
        const Article named = atom("<title>T</title><id>i</id><link href='/p'/>");
        CHECK(named.url.empty());
        CHECK(named.id == "i");
    }

    TEST_CASE("url of a comment on another site is the page of its own") {
        const std::string links =
            "<title>T</title><link href='http://b.example/story'/>"
            "<link rel='related' href='http://a.example/1'/>";
        CHECK(atom(links, "<link href='http://a.example/'/>").url == "http://a.example/1");
        CHECK(atom(links).url == "http://b.example/story");
        CHECK(atom(links, "<link href='http://b.example/'/>").url == "http://b.example/story");
    }

    TEST_CASE("guid is the url unless it says that it is none") {
        const std::string title = "<title>T</title>";
        const Article link = rss(title + "<guid>http://a.example/1</guid>");
        CHECK(link.url == "http://a.example/1");
        CHECK_FALSE(link.id == "http://a.example/1");
        const Article no_link = rss(title + "<guid isPermaLink='false'>http://a.example/1</guid>");
        CHECK(no_link.url.empty());
        CHECK(no_link.id == "http://a.example/1");
        const Article no_address = rss(title + "<guid isPermaLink='true'>post 7</guid>");
        CHECK(no_address.url.empty());
        CHECK(no_address.id == "post 7");
    }

    TEST_CASE("id is kept unless it is the url") {
        const std::string item = "<title>T</title><link>http://a.example/1</link>";
        CHECK(rss(item + "<guid>http://a.example/1</guid>").id.empty());
        CHECK(rss(item + "<guid>http://a.example/?p=1</guid>").id == "http://a.example/?p=1");
        CHECK(rss(item + "<guid>7</guid>").id == "7");
        CHECK(atom("<title>T</title><link href='http://a.example/1'/><id>tag:a,1</id>").id ==
              "tag:a,1");
    }

    TEST_CASE("id is kept where one page holds many items") {
        CHECK(rss("<title>T</title><link>http://a.example/day#1</link>"
                  "<guid>http://a.example/day#1</guid>")
                  .id == "http://a.example/day#1");
    }

    TEST_CASE("published is the first of the dates that are stated") {
        const std::string title = "<title>T</title>";
        for (const std::string stated : {"<pubDate>Thu, 16 Oct 2025 10:00:00 +0200</pubDate>",
                                         "<dc:date>2025-10-16T10:00:00+02:00</dc:date>",
                                         "<dcterms:created>2025-10-16T10:00:00+02:00"
                                         "</dcterms:created>",
                                         "<dcterms:issued>2025-10-16T10:00:00+02:00"
                                         "</dcterms:issued>",
                                         "<atom:updated>2025-10-16T10:00:00+02:00"
                                         "</atom:updated>"}) {
            CAPTURE(stated);
            const Article article = rss(title + stated);
            CHECK(date(article.published) == "2025-10-16T10:00:00+02:00");
            CHECK(article.published_from == "metadata");
            CHECK(date(article.modified) == "none");
        }
    }

    TEST_CASE("modified is the update of what has a date") {
        const Article article = atom(
            "<title>T</title><updated>2025-10-17T00:00:00Z</updated>"
            "<published>2025-10-16T00:00:00Z</published>");
        CHECK(date(article.published) == "2025-10-16T00:00:00Z");
        CHECK(date(article.modified) == "2025-10-17T00:00:00Z");
        const Article updated = atom("<title>T</title><updated>2025-10-17T00:00:00Z</updated>");
        CHECK(date(updated.published) == "2025-10-17T00:00:00Z");
        CHECK(date(updated.modified) == "none");
    }

    TEST_CASE("published warns of a date that cannot be read") {
        CHECK(warns(rss("<title>T</title><pubDate>soon</pubDate>"), "bad_date"));
    }

    TEST_CASE("authors are named without their addresses") {
        const auto author = [](const std::string& text) {
            return rss("<title>T</title><author>" + text + "</author>").authors;
        };
        CHECK(author("ann@a.example (Ann Lee)") == Strings{"Ann Lee"});
        CHECK(author("Ann Lee (ann@a.example)") == Strings{"Ann Lee"});
        CHECK(author("Ann Lee &lt;ann@a.example&gt;") == Strings{"Ann Lee"});
        CHECK(author("Ann Lee") == Strings{"Ann Lee"});
        CHECK(author("ann@a.example").empty());
        CHECK(author("ann@a.example (Ann Lee") == Strings{"Ann Lee"});
    }

    TEST_CASE("authors are those of the item before those of its source and feed") {
        const std::string feed = "<author><name>Of Feed</name></author>";
        const std::string source =
            "<title>T</title><source><author><name>Of Source</name></author></source>";
        CHECK(atom(source + "<author><name>Ann Lee</name></author>"
                            "<author><name>Bob Ray</name></author>",
                   feed)
                  .authors == Strings{"Ann Lee", "Bob Ray"});
        CHECK(atom(source, feed).authors == Strings{"Of Source"});
        CHECK(atom("<title>T</title>", feed).authors == Strings{"Of Feed"});
        CHECK(rss("<title>T</title><dc:creator>Ann Lee</dc:creator>"
                  "<dc:creator>Bob Ray</dc:creator><itunes:author>Show</itunes:author>")
                  .authors == Strings{"Ann Lee", "Bob Ray"});
        CHECK(rss("<title>T</title><itunes:author>Ann Lee</itunes:author>").authors ==
              Strings{"Ann Lee"});
    }

    TEST_CASE("authors as journals cite them are turned round") {
        CHECK(rss("<title>T</title><dc:creator>Kaur, M., Li-Beisson, Y., Rishi, A. K."
                  "</dc:creator>")
                  .authors == Strings{"M. Kaur", "Y. Li-Beisson", "A. K. Rishi"});
        CHECK(rss("<title>T</title><dc:creator>Ann Lee, Bob Ray</dc:creator>").authors ==
              Strings{"Ann Lee", "Bob Ray"});
    }

    TEST_CASE("source is that of the item before the feed") {
        const std::string channel = "<title>Feed &amp;amp; Co</title>";
        CHECK(rss("<title>T</title>", channel).source == "Feed & Co");
        CHECK(rss("<title>T</title><source url='u'>Wire</source>", channel).source == "Wire");
        CHECK(atom("<title>T</title><source><id>1</id><title>Wire</title></source>",
                   "<title>F</title>")
                  .source == "Wire");
        CHECK(atom("<title>T</title><source><id>1</id></source>", "<title>F</title>").source ==
              "F");
    }

    TEST_CASE("lang is the nearest that is stated") {
        const std::string channel = "<language>en-US</language>";
        CHECK(rss("<title>T</title>", channel).lang == "en-us");
        CHECK(rss("<title>T</title><dc:language>de</dc:language>", channel).lang == "de");
        CHECK(only("<feed xml:lang='fr' xmlns='http://www.w3.org/2005/Atom'><entry><title>T"
                   "</title></entry></feed>")
                  .lang == "fr");
        CHECK(only("<feed xml:lang='fr' xmlns='http://www.w3.org/2005/Atom'><entry xml:lang='it'>"
                   "<title>T</title></entry></feed>")
                  .lang == "it");
    }

    TEST_CASE("topics are categories and subjects and keywords") {
        CHECK(rss("<title>T</title><category domain='d'>World</category>"
                  "<category>Q&amp;amp;A</category><dc:subject>Trade</dc:subject>"
                  "<media:content><media:keywords>oil, gas</media:keywords></media:content>")
                  .topics == Strings{"World", "Q&A", "Trade", "oil", "gas"});
        CHECK(atom("<title>T</title><category term='t1' label='One'/><category term='t2'/>"
                   "<category term='http://a.example/kind#post'/>")
                  .topics == Strings{"One", "t2"});
    }

    TEST_CASE("captions are those of media content") {
        const Article article =
            rss("<title>T</title><description>D</description><media:group><media:content url='u'>"
                "<media:description>A &amp;amp; B</media:description></media:content></media:group>"
                "<media:description>All of it</media:description>");
        CHECK(article.captions == Strings{"A & B"});
        CHECK(article.paragraphs == Strings{"D"});
    }

    TEST_CASE("vocabularies are known by prefix where it is not declared") {
        const Article article = only(
            "<rss><channel><item><title>T</title><dc:creator>Ann Lee</dc:creator>"
            "<content:encoded>&lt;p&gt;Text</content:encoded></item></channel></rss>");
        CHECK(article.authors == Strings{"Ann Lee"});
        CHECK(article.paragraphs == Strings{"Text"});
    }
}
