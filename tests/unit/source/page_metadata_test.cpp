// What pages say about their articles, in the habits of sites and systems of many countries. The
// pages are invented.
#include "common/time/published.hpp"
#include "indexer/source/html/html_page.hpp"
#include "tests/unit/source/reader_fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {
namespace {

using Names = std::vector<std::string>;

const std::string kText =
    "<p>The ministers met on Friday, said a spokesman, and they agreed on a plan, which parliament "
    "will discuss next week, in public, before it is put to the vote by the whole house.</p>";

std::string page(const std::string& attributes, const std::string& head, const std::string& body) {
    return "<!DOCTYPE html><html " + attributes + "><head><meta charset=utf-8>" + head +
           "</head><body>" + body + "</body></html>";
}

Article article_of(const std::string& html, const PageOrigin& origin = {}) {
    ReadPage read = read_page(html, origin, {});
    REQUIRE(read.article.has_value());
    return *std::move(read.article);
}

std::string published(const Article& article) {
    return article.published ? time::format_published(*article.published) : "";
}

std::string modified(const Article& article) {
    return article.modified ? time::format_published(*article.modified) : "";
}

std::string evidence(const Article& article, std::string_view field) {
    const auto found = std::find_if(article.evidence.begin(),
                                    article.evidence.end(),
                                    [&](const Evidence& each) { return each.field == field; });
    return found == article.evidence.end() ? "" : found->from;
}

std::string json_ld(const std::string& json) {
    return "<script type=\"application/ld+json\">" + json + "</script>";
}

}  // namespace

TEST_SUITE("source.page_metadata") {
    TEST_CASE("read_page reads datelines and bylines that only readers see") {
        struct Case {
            const char* attributes;
            std::string title;
            const char* body;
            std::string headline;
            std::string date;
            Names authors;
        };
        for (const Case& c : {
                 Case{"lang=de",
                      "Haushalt: Minister einigen sich - Politik - Beispiel-Zeitung",
                      "<header><span class=date>Montag, 23. November "
                      "2026</span></header><article><h1>Haushalt: "
                      "Minister einigen sich</h1><div class=byline>Von <a rel=author href=/a>Anna "
                      "Meier</a> und "
                      "Peter Groß, Berlin</div><div class=meta>16. Oktober 2025, 18:02 Uhr</div>",
                      "Haushalt: Minister einigen sich",
                      "2025-10-16T18:02:00Z",
                      {"Anna Meier", "Peter Groß"}},
                 Case{"",
                      "部长们就计划达成一致_国内新闻_示例网",
                      "<div class=header>2026年11月23日 "
                      "星期一</div><h1>部长们就计划达成一致</h1><div class=info>"
                      "<span>2025年10月16日 18:02</span> <span>来源：示例通讯社</span> "
                      "<span>作者：张三</span></div>",
                      "部长们就计划达成一致",
                      "2025-10-16T18:02:00Z",
                      {"张三"}},
                 Case{"lang=ko",
                      "장관들 계획 합의 | 예시일보",
                      "<h3 class=tit>장관들 계획 합의</h3><div class=info>입력 2025.10.16. 오후 "
                      "6:02 | 수정 2025.10.17. "
                      "오전 9:00</div><div class=reporter>김철수 기자 kim@example.kr</div>",
                      "장관들 계획 합의",
                      "2025-10-16T18:02:00Z",
                      {"김철수"}},
                 Case{"lang=ru",
                      "Министры согласовали план :: Политика :: Пример",
                      "<h1>Министры согласовали план</h1><div class=article__date>16 октября 2025, "
                      "18:02</div>"
                      "<div class=article__author>Автор: Иван Петров</div>",
                      "Министры согласовали план",
                      "2025-10-16T18:02:00Z",
                      {"Иван Петров"}},
                 Case{"lang=ar dir=rtl",
                      "اتفاق الوزراء على الخطة | المثال",
                      "<h1>اتفاق الوزراء على الخطة</h1><div class=info>كتب: أحمد "
                      "علي</div><div>الخميس ١٦ أكتوبر ٢٠٢٥ - "
                      "١٨:٠٢</div>",
                      "اتفاق الوزراء على الخطة",
                      "2025-10-16T18:02:00Z",
                      {"أحمد علي"}},
                 Case{"lang=fa dir=rtl",
                      "توافق وزیران",
                      "<h1>توافق وزیران</h1><div class=news_time>تاریخ انتشار: ۲۴ مهر ۱۴۰۴ - "
                      "۱۸:۰۲</div>",
                      "توافق وزیران",
                      "2025-10-16T18:02:00Z",
                      {}},
                 Case{"lang=th",
                      "รัฐมนตรีเห็นชอบแผน - ตัวอย่าง",
                      "<h1>รัฐมนตรีเห็นชอบแผน</h1><div>วันที่ 16 ต.ค. 2568 เวลา 18:02 น.</div>",
                      "รัฐมนตรีเห็นชอบแผน",
                      "2025-10-16T18:02:00Z",
                      {}},
                 Case{"lang=es",
                      "Los ministros acuerdan el plan | Política | EL EJEMPLO",
                      "<h1>Los ministros acuerdan el plan</h1><h2>Subtítulo</h2><span "
                      "class=firma>Por María Pérez "
                      "Gómez</span><p class=fecha>Madrid, 16 de octubre de 2025 Actualizado a las "
                      "18:02h</p>",
                      "Los ministros acuerdan el plan",
                      "2025-10-16",
                      {"María Pérez Gómez"}},
                 Case{"lang=hu",
                      "Megegyeztek a miniszterek - Példa",
                      "<h1>Megegyeztek a miniszterek</h1><div>Szerző: Kovács János 2025. október "
                      "16. 18:02</div>",
                      "Megegyeztek a miniszterek",
                      "2025-10-16T18:02:00Z",
                      {"Kovács János"}},
                 Case{"lang=it",
                      "Accordo tra i ministri - Corriere Esempio",
                      "<h1>Accordo tra i ministri</h1><div class=article-signature>di Mario Rossi "
                      "e Anna "
                      "Bianchi</div><div class=article-date>16 ottobre 2025 (modifica il 17 "
                      "ottobre 2025)</div>",
                      "Accordo tra i ministri",
                      "2025-10-16",
                      {"Mario Rossi", "Anna Bianchi"}},
                 Case{"lang=ja",
                      "閣僚が計画に合意：朝例新聞",
                      "<h1>閣僚が計画に合意</h1><time datetime=2025-10-16T18:02>2025年10月16日 "
                      "18時02分</time>",
                      "閣僚が計画に合意",
                      "2025-10-16T18:02:00Z",
                      {}},
                 Case{"lang=he dir=rtl",
                      "השרים הסכימו | דוגמה",
                      "<h1>השרים הסכימו</h1><div class=author>מאת: דנה כהן</div><div>16.10.25, "
                      "18:02</div>",
                      "השרים הסכימו",
                      "2025-10-16T18:02:00Z",
                      {"דנה כהן"}},
                 Case{"lang=vi",
                      "Các bộ trưởng đồng ý - Ví Dụ",
                      "<span class=date>Thứ năm, 16/10/2025, 18:02 (GMT+7)</span><h1>Các bộ trưởng "
                      "đồng ý</h1>"
                      "<p class=author_mail><strong>Nguyễn Văn A</strong></p>",
                      "Các bộ trưởng đồng ý",
                      "2025-10-16T18:02:00+07:00",
                      {"Nguyễn Văn A"}},
                 Case{"lang=en-US",
                      "Plan agreed - Example",
                      "<h1>Plan agreed</h1><p>By <b>ANN LEE</b> and BO RAY, Reuters</p><p>Updated "
                      "10/17/2025 9:00 "
                      "AM; Published 10/16/2025 6:02 PM EDT</p>",
                      "Plan agreed",
                      "2025-10-16T18:02:00-04:00",
                      {"ANN LEE", "BO RAY"}},
             }) {
            CAPTURE(c.headline);
            const Article article =
                article_of(page(c.attributes, "<title>" + c.title + "</title>", c.body + kText));
            CHECK(article.title == c.headline);
            CHECK(published(article) == c.date);
            CHECK(article.authors == c.authors);
        }
    }

    TEST_CASE("read_page finds the byline among other facts of a line") {
        struct Case {
            std::string line;
            Names authors;
        };
        for (const Case& c : {
                 Case{"<div>12 мая 2025, 10:45 | Автор: Олег Синицын | Просмотров: 231</div>",
                      {"Олег Синицын"}},
                 Case{"<p><small>October 14th, 2025 by Moira Quill</small></p>", {"Moira Quill"}},
                 Case{"<p>October is long gone by now, they say</p>", {}},
                 Case{"<ul><li>이민수 기자</li><li>승인 2025.10.16 14:21</li></ul>", {"이민수"}},
                 Case{"<div>เผยแพร่: 16 ต.ค. 2568 18:02 น. โดย: ผู้จัดการออนไลน์</div>",
                      {"ผู้จัดการออนไลน์"}},
                 Case{"<div class=byline><span>WELS Radio | By</span> <a>Dana Whitlock</a></div>",
                      {"Dana Whitlock"}},
                 Case{"<span class='post-author vcard'>Imechapishwa na <span class=fn>Juma "
                      "Bakari</span></span>",
                      {"Juma Bakari"}},
             }) {
            CAPTURE(c.line);
            const Article article =
                article_of(page("",
                                "<title>Breakwater opens late</title><meta property=og:site_name "
                                "content='WELS Radio'><meta name=author "
                                "content='WELS Radio'>",
                                "<h1>Breakwater opens late</h1>" + c.line + kText + kText));
            const Names site = {"WELS Radio"};
            CHECK(article.authors == (c.authors.empty() ? site : c.authors));
        }
    }

    TEST_CASE("read_page reads the dateline of an article inside a widget or a sidebar") {
        const auto published_in = [](const std::string& headline) {
            return published(article_of(
                page("",
                     "<title>Breakwater opens late this winter - Example</title>",
                     "<div class='widget Blog'><h3>" + headline +
                         "</h3><div class=date>16 October 2025</div>" + kText + kText + "</div>")));
        };
        CHECK(published_in("Breakwater opens late this winter") == "2025-10-16");
        CHECK(published_in("Ferry timetable backed by council") == "");
    }

    TEST_CASE("read_page takes a time named entry-date and updated for the publication") {
        const Article article =
            article_of(page("",
                            "<title>Breakwater opens late</title>",
                            "<h1>Breakwater opens late</h1><time class='entry-date updated' "
                            "datetime='2025-10-14T16:20:00+01:00'>October 14, 2025</time>" +
                                kText + kText));
        CHECK(published(article) == "2025-10-14T16:20:00+01:00");
    }

    TEST_CASE("read_page says for each field where it came from") {
        const Article article = article_of(page(
            "lang=en",
            "<title>Plan agreed | Example Wire</title><link rel=canonical "
            "href=/politics/2025/10/16/plan>"
            "<base href=https://www.example.com/><meta property=og:site_name content='Example "
            "Wire'>"
            "<meta property=article:published_time content=2025-10-16T18:02:00Z><meta name=lastmod "
            "content=2025-10-17><meta name=author content='Ann Lee'><meta name=keywords "
            "content='a, b'>",
            "<h1>Plan agreed</h1>" + kText));
        CHECK(article.url == "https://www.example.com/politics/2025/10/16/plan");
        CHECK(article.section == "politics");
        for (const auto& [field, from] :
             std::vector<std::pair<std::string, std::string>>{{"title", "html"},
                                                              {"published", "opengraph"},
                                                              {"modified", "meta"},
                                                              {"authors", "meta"},
                                                              {"lang", "html"},
                                                              {"source", "opengraph"},
                                                              {"url", "html"},
                                                              {"section", "url"},
                                                              {"topics", "meta"},
                                                              {"paragraphs", "html"}}) {
            CAPTURE(field);
            CHECK(evidence(article, field) == from);
        }
        CHECK(article.published_from == "opengraph");
        CHECK(
            std::is_sorted(article.evidence.begin(),
                           article.evidence.end(),
                           [](const Evidence& a, const Evidence& b) { return a.field < b.field; }));
    }

    TEST_CASE("read_page follows references in JSON-LD and repairs its faults") {
        const Article article = article_of(page(
            "lang=en",
            json_ld(
                R"(<!-- seo -->{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
             "headline":"He said "no" to it","author":[{"@id":"#p1"},{"@type":"Organization","name":"Example Wire"}],
             "datePublished":"2025-10-16T18:02:00","publisher":{"@id":"#org"},},
             {"@type":"Person","@id":"#p1","name":"Ann Lee"} {"@type":"Organization","@id":"#org","name":"Example Wire"}, // end
             )") +
                "<meta property=article:published_time content=2025-10-16T18:02:00-04:00>",
            "<h1>He said \"no\" to it</h1>" + kText));
        CHECK(article.title == "He said \"no\" to it");
        CHECK(article.authors == Names{"Ann Lee"});
        CHECK(article.source == "Example Wire");
        CHECK(published(article) == "2025-10-16T18:02:00-04:00");
        CHECK(article.published_from == "jsonld");
        CHECK(article.warnings.empty());
    }

    TEST_CASE("read_page takes the main values out of JSON-LD that nothing repairs") {
        const Article article = article_of(page(
            "",
            json_ld(
                R"({"@type":"NewsArticle","headline":"Plan agreed",nonsense,"datePublished":"2025-10-16",
                 "author":{"name":"Ann Lee"}})"),
            kText));
        CHECK(article.title == "Plan agreed");
        CHECK(published(article) == "2025-10-16");
        CHECK(article.authors == Names{"Ann Lee"});
        CHECK(article.warnings == std::vector<Warning>{{"bad_jsonld", 1}});
    }

    TEST_CASE("read_page chooses the article among several in JSON-LD") {
        const Article article = article_of(page("lang=en",
                                                json_ld(R"([{"@type":"WebSite","name":"Example"},
              {"@type":"NewsArticle","headline":"Other story","datePublished":"2020-01-01","author":"Bo Ray"},
              {"@type":"LiveBlogPosting","headline":"Storm live","datePublished":"2025-10-16T08:00:00Z","dateModified":"2025-10-16T18:00:00Z",
               "liveBlogUpdate":[{"@type":"BlogPosting","headline":"x","datePublished":"2025-10-16T17:00:00Z"}]}])") +
                                                    "<meta property=og:title content='Storm live'>",
                                                kText));
        CHECK(article.title == "Storm live");
        CHECK(published(article) == "2025-10-16T08:00:00Z");
        CHECK(modified(article) == "2025-10-16T18:00:00Z");
        CHECK(article.authors.empty());
        CHECK(article.source == "Example");
    }

    TEST_CASE("read_page keeps to the microdata of the article itself") {
        const Article article = article_of(
            page("",
                 "",
                 "<div itemscope itemtype=http://schema.org/WPHeader><span "
                 "itemprop=headline>Example</span></div>"
                 "<div itemscope itemtype=http://schema.org/NewsArticle><h1 itemprop=headline>Plan "
                 "agreed</h1>"
                 "<span itemprop=author itemscope itemtype=http://schema.org/Person><span "
                 "itemprop=name>Ann Lee</span>"
                 "</span><meta itemprop=datePublished content=2025-10-16T18:02:00+02:00><div "
                 "itemprop=articleBody>" +
                     kText +
                     "</div><div itemprop=comment itemscope "
                     "itemtype=http://schema.org/Comment><span itemprop=author>Troll"
                     "</span><meta itemprop=datePublished content=2025-10-18></div></div>"
                     "<div itemscope itemtype=http://schema.org/NewsArticle><span "
                     "itemprop=headline>Other</span>"
                     "<meta itemprop=datePublished content=2025-10-20></div>"));
        CHECK(article.title == "Plan agreed");
        CHECK(article.authors == Names{"Ann Lee"});
        CHECK(published(article) == "2025-10-16T18:02:00+02:00");
        CHECK(evidence(article, "published") == "microdata");
        CHECK(evidence(article, "authors") == "microdata");
    }

    TEST_CASE("read_page prefers the date that agrees with the address") {
        const std::string head =
            "<meta name=pubdate content=2012-01-01><meta name=parsely-pub-date content=2012-01-02>"
            "<meta property=og:url content=https://e.org/2025/10/16/plan>";
        CHECK(published(article_of(page("", head, kText))) == "2012-01-02");
        CHECK(published(article_of(page(
                  "", head + "<meta name=dc.date content=2025-10-17>", kText))) == "2025-10-17");
        CHECK(published(article_of(
                  page("lang=en", head, "<h1>Plan</h1><time>16 October 2025</time>" + kText))) ==
              "2025-10-16");
        // Within a week the better evidence is right: articles are planned ahead.
        CHECK(published(article_of(page("",
                                        "<meta name=pubdate content=2025-10-09><meta name=dc.date "
                                        "content=2025-10-16><meta property=og:url "
                                        "content=https://e.org/2025/10/16/plan>",
                                        kText))) == "2025-10-09");
        CHECK(published(article_of(page("",
                                        "<meta name=pubdate content=2025-10-08><meta name=dc.date "
                                        "content=2025-10-16><meta property=og:url "
                                        "content=https://e.org/2025/10/16/plan>",
                                        kText))) == "2025-10-16");
    }

    TEST_CASE("read_page passes over dates that cannot be and says so") {
        const Article article =
            article_of(page("",
                            "<meta property=article:published_time content=2015-26-26>"
                            "<meta property=og:published_time content=1970-01-01T00:00:00Z>"
                            "<meta name=pubdate content=2015-06-26T10:00:00Z>",
                            kText));
        CHECK(published(article) == "2015-06-26T10:00:00Z");
        CHECK(article.warnings == std::vector<Warning>{{"bad_date", 1}});
    }

    TEST_CASE("read_page takes no date from more than a day after the page was fetched") {
        const std::string html =
            page("",
                 "<meta property=article:published_time content=2025-10-18T00:00:00Z>"
                 "<meta name=pubdate content=2025-10-16>",
                 kText);
        PageOrigin origin;
        origin.fetched = std::chrono::sys_days(std::chrono::year(2025) / 10 / 17);
        CHECK(published(article_of(html, origin)) == "2025-10-18T00:00:00Z");
        *origin.fetched -= std::chrono::milliseconds(1);
        const Article article = article_of(html, origin);
        CHECK(published(article) == "2025-10-16");
        CHECK(article.warnings == std::vector<Warning>{{"date_after_fetch", 1}});
    }

    TEST_CASE("read_page reads digits in the order of the country") {
        const std::string body = "<h1>Plan agreed</h1><time>05/10/2025</time>" + kText;
        const auto url = [](const std::string& host) {
            return "<link rel=canonical href=https://" + host + "/politics/plan-agreed>";
        };
        CHECK(published(article_of(page("lang=en", url("www.example.co.uk"), body))) ==
              "2025-10-05");
        CHECK(published(article_of(page("lang=en", url("www.example.com"), body))) == "2025-05-10");
        CHECK(published(article_of(page("lang=fr", url("www.example.com"), body))) == "2025-10-05");
        const Article unclear = article_of(page("", url("www.example.com"), body));
        CHECK(published(unclear) == "");
        CHECK(unclear.warnings == std::vector<Warning>{{"ambiguous_date", 1}});
    }

    TEST_CASE("read_page finds a date in scripts and in the address at last") {
        const std::string script =
            "<script id=__NEXT_DATA__ type=application/json>{\"props\":{\"article\":{"
            "\"publishedAt\":\"2025-10-16T18:02:00Z\"}}}</script>";
        const Article scripted = article_of(
            page("lang=en", "", "<h1>Plan</h1><span>3 hours ago</span>" + kText + script));
        CHECK(published(scripted) == "2025-10-16T18:02:00Z");
        CHECK(scripted.published_from == "script");
        PageOrigin origin;
        origin.url = "https://e.org/2025/10/16/plan";
        const Article addressed = article_of(page("lang=en", "", kText), origin);
        CHECK(published(addressed) == "2025-10-16");
        CHECK(addressed.published_from == "url");
        CHECK(addressed.url == origin.url);
    }

    TEST_CASE("read_page takes no date from related articles comments and the footer") {
        const Article article = article_of(page(
            "lang=en",
            "",
            "<nav><time datetime=2025-10-01>x</time></nav><article><h1>Plan agreed</h1>" + kText +
                "</article>"
                "<div class=related-links><time datetime=2025-10-02>x</time></div><div "
                "id=comments><span class=date>3 "
                "October 2025</span></div><aside><time "
                "datetime=2025-10-04>x</time></aside><footer>© 5 October 2025"
                "</footer>"));
        CHECK(published(article) == "");
    }

    TEST_CASE("read_page takes the address of og url where canonical is the front page") {
        const Article article =
            article_of(page("",
                            "<link rel=canonical href=https://e.org/><meta property=og:url "
                            "content=https://e.org/plan?id=7&utm_source=x>",
                            kText));
        CHECK(article.url == "https://e.org/plan?id=7&utm_source=x");
        CHECK(article.source == "e.org");
        CHECK(evidence(article, "source") == "url");
    }

    TEST_CASE("read_page takes the section from breadcrumbs") {
        const Article article =
            article_of(page("",
                            json_ld(R"({"@type":"BreadcrumbList","itemListElement":[
            {"@type":"ListItem","position":1,"name":"Home"},{"@type":"ListItem","position":2,"item":{"name":"World"}},
            {"@type":"ListItem","position":3,"name":"Plan agreed"}]})"),
                            kText));
        CHECK(article.section == "World");
        CHECK(evidence(article, "section") == "jsonld");
    }

    TEST_CASE("read_page takes the author on the card of social networks") {
        const std::string card =
            "<meta name=twitter:label1 content='Escrito por'><meta name=twitter:data1 content='Ana "
            "Gil'>";
        CHECK(article_of(page("lang=es", card, kText)).authors == Names{"Ana Gil"});
        const std::string other =
            "<meta name=twitter:label1 content='Reading time'><meta name=twitter:data1 "
            "content='Two minutes'>";
        CHECK(article_of(page("lang=en", other, kText)).authors.empty());
    }

    TEST_CASE("read_page does not read a page again for each element around it") {
        // Reading the text of each of them anew would take hours.
        std::string html;
        for (int i = 0; i < 200; ++i) {
            html += "<div class=date><span itemprop=author>";
        }
        for (int i = 0; i < 200'000; ++i) {
            html += "<i class=byline></i>";
        }
        const ReadPage read = read_page(page("", "", html), {}, {});
        CHECK(read.code == "no_article");
    }
}

}  // namespace dateline::source
