// The HTML reader: metadata, body, encodings, limits.
#include "indexer/source/html/html_reader.hpp"

#include "common/time/published.hpp"
#include "indexer/source/html/html_charset.hpp"
#include "indexer/source/html/html_paragraphs.hpp"
#include "indexer/source/metadata_values.hpp"
#include "tests/unit/source/reader_fixture.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline::source {
namespace {

using Names = std::vector<std::string>;

const std::string kText =
    "The ministers met on Friday, said a spokesman, and they agreed on a plan, which parliament "
    "will discuss next week, in public, before it is put to the vote by the whole house.";

std::string page(const std::string& head, const std::string& body) {
    return "<!DOCTYPE html><html lang=\"en-GB\"><head>" + head + "</head><body>" + body +
           "</body></html>";
}

Article only(const std::string& html, const SourceOptions& options = {}) {
    KeepingSink sink = read_all(html_reader(), html, options);
    REQUIRE(sink.articles.size() == 1);
    return sink.articles[0];
}

}  // namespace

TEST_SUITE("source.html_reader") {
    TEST_CASE("read takes metadata from JSON-LD first") {
        const Article article = only(page(
            R"(<title>Wrong</title><meta property="og:title" content="Wrong too">
            <meta property="article:published_time" content="2001-01-01">
            <meta property="og:site_name" content="Example Wire"><link rel="canonical" href="https://e.org/a">
            <script type="application/ld+json">//<![CDATA[
            {"@graph":[{"@type":"ReportageNewsArticle","headline":"Plan agreed","datePublished":"2025-10-16T20:02:00+02:00",
             "dateModified":"2025-10-17","author":{"name":"By Ann Lee and Bo Ray"},"articleSection":"World",
             "identifier":"id-7","keywords":["a","b","a"]}]}
            //]]></script>)",
            "<p>" + kText + "</p>"));
        CHECK(article.title == "Plan agreed");
        CHECK(time::format_published(article.published.value()) == "2025-10-16T20:02:00+02:00");
        CHECK(article.published_from == "jsonld");
        CHECK(time::format_published(article.modified.value()) == "2025-10-17");
        CHECK(article.authors == Names{"Ann Lee", "Bo Ray"});
        CHECK(article.section == "World");
        CHECK(article.id == "id-7");
        CHECK(article.topics == Names{"a", "b"});
        CHECK(article.source == "Example Wire");
        CHECK(article.url == "https://e.org/a");
        CHECK(article.lang == "en-gb");
        CHECK(article.lang_from == "metadata");
        CHECK(article.format == "html");
        CHECK(article.paragraphs == Names{kText});
    }

    TEST_CASE("read says which kind of metadata the date is from") {
        struct Case {
            const char* head;
            const char* body;
            const char* from;
        };
        for (
            const Case& c : {
                Case{
                    R"(<meta property="article:published_time" content="2020-01-02"><meta name="date" content="1999">)",
                    "",
                    "opengraph"},
                Case{R"(<meta name="parsely-pub-date" content="2020-01-02">)",
                     R"(<time datetime="1999">)",
                     "meta"},
                Case{"",
                     R"(<span itemprop="datePublished" content="2020-01-02">x</span>)",
                     "microdata"},
                Case{"",
                     R"(<time datetime="yesterday">x</time><time datetime="2020-01-02">y</time>)",
                     "time"},
            }) {
            CAPTURE(c.from);
            const Article article = only(page(c.head, c.body + ("<p>" + kText + "</p>")));
            CHECK(time::format_published(article.published.value()) == "2020-01-02");
            CHECK(article.published_from == c.from);
        }
    }

    TEST_CASE("read warns of JSON-LD that cannot be read and goes on") {
        const Article article =
            only(page(R"(<script type="application/ld+json">{"@type":</script><title>T</title>)",
                      "<p>" + kText + "</p>"));
        CHECK(article.warnings == std::vector<Warning>{{"bad_jsonld", 1}});
        CHECK(article.title == "T");
    }

    TEST_CASE("read takes the JSON-LD body when the page shows much less") {
        const Article article = only(page(
            R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"H","articleBody":")" +
                kText + R"(\n)" + kText + R"("}</script>)",
            "<p>Subscribe to read on.</p>"));
        CHECK(article.paragraphs == Names{kText, kText});
    }

    TEST_CASE("read leaves out what surrounds the article") {
        const Article article = only(page(
            "<title>Plan agreed</title>",
            "<nav><a href=/>Home</a> <a href=/w>World</a></nav><header><a href=/>Logo</a></header>"
            "<article><h1>Plan agreed</h1><p>" +
                kText +
                "</p><div class=share-bar><a href=#>Tweet</a></div>"
                "<figure><img src=x><figcaption>A caption, of a photo</figcaption></figure>"
                "<h2>What next</h2><ul><li>First the vote</li><li>Then the law</li></ul>"
                "<aside>Read more: something else</aside><p>" +
                kText +
                "<br><br>Last words.</p>"
                "<script>var x = 'code';</script><form>Newsletter <input "
                "name=mail></form></article>"
                "<div class=related><a href=/1>Other story</a></div><div id=cookie-banner>We use "
                "cookies</div>"
                "<div id=comments><p>First! I disagree, and loudly, with all of this, as ever, I "
                "am afraid to say</p></div>"
                "<footer>Imprint</footer>"));
        CHECK(article.paragraphs ==
              Names{kText, "What next", "First the vote", "Then the law", kText, "Last words."});
    }

    TEST_CASE("read rejects a page without running text") {
        const KeepingSink sink =
            read_all(html_reader(), page("<title>T</title>", "<p>Too short to be one.</p>"));
        CHECK(sink.articles.empty());
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects[0].code == "no_article");
    }

    TEST_CASE("read rejects a page over the limit and keeps one at it") {
        const std::string html = page("", "<p>" + kText + "</p>");
        SourceOptions options;
        options.limits.article_bytes = html.size();
        CHECK(read_all(html_reader(), html, options).articles.size() == 1);
        options.limits.article_bytes = html.size() - 1;
        const KeepingSink sink = read_all(html_reader(), html, options);
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects[0].code == "too_long");
    }

    TEST_CASE("read survives elements inside each other by the hundred thousand") {
        std::string html;
        for (int i = 0; i < 100'000; ++i) {
            html += "<div>";
        }
        const KeepingSink sink = read_all(html_reader(), html + kText);
        CHECK(sink.articles.size() + sink.rejects.size() == 1);
    }

    TEST_CASE("read survives a tag with half a million attributes") {
        std::string html = "<p ";
        for (int i = 0; i < 500'000; ++i) {
            html += "a" + std::to_string(i) + " ";
        }
        CHECK(only(html + ">" + kText).paragraphs == Names{kText});
    }

    TEST_CASE("parse_html keeps what is written inside attributes and scripts") {
        CHECK(paragraphs_of_html(
                  "<p title=\"1 > 0\" class='a b'>x <script>if (a <b && c> d) {}</script>y") ==
              Names{"x y"});
        CHECK(paragraphs_of_html(std::string_view("a\0b", 3)) == Names{"a\uFFFDb"});
    }

    TEST_CASE("declared_charset finds the encoding in either kind of meta") {
        CHECK(declared_charset("<meta charset=\"ISO-8859-1\">") == "iso-8859-1");
        CHECK(declared_charset(
                  "<META http-equiv=Content-Type content='text/html; charset=KOI8-R'>") ==
              "koi8-r");
        CHECK(declared_charset("<meta name=a><meta charset=gbk />") == "gbk");
        CHECK(declared_charset("<meta charset=utf-16le>") == "utf-8");
        CHECK(declared_charset("<p>charset=koi8-r</p>").empty());
    }

    TEST_CASE("read decodes a page by its declaration") {
        const std::string page = "<meta charset=koi8-r><p>";
        CHECK(only(page + "\xC1 " + kText).paragraphs == Names{std::string("а ") + kText});
    }

    TEST_CASE("paragraphs_of_text splits at blank lines or at long lines") {
        const std::string long_line(91, 'x');
        CHECK(paragraphs_of_text("a\nb\n\n c ") == Names{"a b", "c"});
        CHECK(paragraphs_of_text("a\nb") == Names{"a b"});
        CHECK(paragraphs_of_text(long_line + "\n" + long_line) == Names{long_line, long_line});
        CHECK(paragraphs_of_text("\n\none\n") == Names{"one"});
        CHECK(paragraphs_of_text("").empty());
    }

    TEST_CASE("paragraphs_of_html keeps the lines of pre and joins single breaks") {
        CHECK(paragraphs_of_html("<pre>a\n  b</pre>x<br>y<br> <br>z") ==
              Names{"a\n  b", "x y", "z"});
        CHECK(paragraphs_of_html("&lt;tag&gt;&nbsp;&amp; <b>bold</b>ly") ==
              Names{"<tag> & boldly"});
    }

    TEST_CASE("looks_like_html sees tags and entities only") {
        for (const std::string_view text : {"a <b>c</b>", "x &amp; y", "&#233;", "<br/>"}) {
            CAPTURE(text);
            CHECK(looks_like_html(text));
        }
        for (const std::string_view text :
             {"1 < 2 and 3 > 2", "AT&T", "Q&A session; later", "", "<", "a <b", "x <y <z>"}) {
            CAPTURE(text);
            CHECK(looks_like_html(text) == (text == "x <y <z>"));
        }
    }

    TEST_CASE("normalise_lang gives BCP 47 in lower case or nothing") {
        CHECK(normalise_lang("en_US.UTF-8") == "en-us");
        CHECK(normalise_lang(" zh-Hant ") == "zh-hant");
        CHECK(normalise_lang("english").empty());
        CHECK(normalise_lang("e").empty());
        CHECK(normalise_lang("en-").empty());
        CHECK(normalise_lang("en-\xC3\xA9").empty());
    }

    TEST_CASE("sniff knows pages from feeds and other text") {
        const auto sniff = [](std::string_view head) { return html_reader().sniff(head, "a"); };
        CHECK(sniff("\xEF\xBB\xBF\n<!DOCTYPE HTML><html>") >= 90);
        CHECK(sniff("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>") > 50);
        CHECK(sniff("<!-- saved --><HTML>") > 50);
        CHECK(sniff("<div><p>a</p><p>b</p><br><a href=x>c</a></div>") > 0);
        CHECK(sniff("<?xml version=\"1.0\"?><rss><channel><description>&lt;p></description>") == 0);
        CHECK(sniff("<rss version=\"2.0\"><item><html>") == 0);
        CHECK(sniff("{\"body\":\"<html>\"}") == 0);
        CHECK(sniff("plain text") == 0);
        CHECK(sniff("") == 0);
    }
}

}  // namespace dateline::source
