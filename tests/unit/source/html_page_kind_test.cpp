// Pages that are no articles, and articles that look a little like them.
#include "indexer/source/html/html_page_kind.hpp"

#include "indexer/source/html/html_reader.hpp"
#include "tests/unit/source/reader_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace dateline::source {
namespace {

const std::string kText =
    "The ministers met on Friday, said a spokesman, and they agreed on a plan, which parliament "
    "will discuss next week, in public, before it is put to the vote by the whole house.";

std::string page(const std::string& title, const std::string& body, const std::string& head = {}) {
    return "<!DOCTYPE html><html><head><meta charset=utf-8><title>" + title + "</title>" + head +
           "</head><body>" + body + "</body></html>";
}

/// The code of the page's rejection; `article` if it is one.
std::string kind_of(const std::string& html) {
    const KeepingSink sink = read_all(html_reader(), html);
    REQUIRE(sink.articles.size() + sink.rejects.size() == 1);
    return sink.rejects.empty() ? "article" : sink.rejects[0].code;
}

std::string teasers(int count) {
    std::string html;
    for (int i = 0; i < count; ++i) {
        html += "<article><h2><a href=/n/" + std::to_string(i) +
                ">Ferry company cancels its night crossings</a></h2><p>" + kText + "</p></article>";
    }
    return html;
}

std::string words(int count) {
    std::string text = "<p>";
    for (int i = 0; i < count; ++i) {
        text += "word ";
    }
    return text + "</p>";
}

}  // namespace

TEST_SUITE("source.html_page_kind") {
    TEST_CASE("read rejects error pages in many languages") {
        for (const char* title : {"404 Not Found",
                                  "Page not found | Example News",
                                  "Example News - Access Denied",
                                  "Just a moment...",
                                  "Seite nicht gefunden",
                                  "Página no encontrada - El Muelle",
                                  "Страница не найдена",
                                  "ページが見つかりません",
                                  "页面不存在",
                                  "الصفحة غير موجودة",
                                  "Sayfa bulunamadı"}) {
            CAPTURE(title);
            CHECK(kind_of(page(title, "<h1>Sorry</h1><p>" + kText + "</p>")) == "error_page");
        }
        CHECK(kind_of(page("Example", "<div>Please enable JavaScript to view this page.</div>")) ==
              "error_page");
    }

    TEST_CASE("read keeps an article about errors") {
        const std::string long_text =
            "<p>" + kText + "</p><p>" + kText + "</p><p>" + kText + "</p>";
        CHECK(kind_of(page("Why every site has a page for pages that were not found",
                           "<h1>Why every site has a page for pages that were not found</h1>" +
                               long_text)) == "article");
        CHECK(kind_of(page("Access denied: how a town lost its beach",
                           "<h1>Access denied: how a town lost its beach</h1>" + long_text,
                           "<meta property=article:published_time content=2024-05-03>")) ==
              "article");
    }

    TEST_CASE("read rejects front and section pages") {
        CHECK(kind_of(page("Example News", "<main>" + teasers(12) + "</main>")) == "index_page");
        CHECK(kind_of(page("World", "<main><h1>World</h1>" + teasers(4) + "</main>")) ==
              "index_page");
        std::string results;
        for (int i = 0; i < 10; ++i) {
            results += "<li><a href=/r/" + std::to_string(i) +
                       ">A headline that was found for you</a><p>A short lead of a sentence or "
                       "so, cut off at some point in the middle of what it…</p></li>";
        }
        CHECK(kind_of(page("Search results for harbour", "<ul>" + results + "</ul>")) ==
              "index_page");
    }

    TEST_CASE("read keeps an article with related articles below it") {
        CHECK(kind_of(page("Plan agreed by the ministers",
                           "<main><article><h1>Plan agreed by the ministers</h1><p>" + kText +
                               "</p><p>" + kText + "</p></article><section>" + teasers(12) +
                               "</section></main>")) == "article");
    }

    TEST_CASE("read needs some words and fewer of a dated page") {
        const std::string dated = "<meta property=article:published_time content=2024-05-03>";
        CHECK(kind_of(page("T", words(kMinBodyWords))) == "article");
        CHECK(kind_of(page("T", words(kMinBodyWords - 1))) == "no_article");
        CHECK(kind_of(page("T", words(kMinDatedWords), dated)) == "article");
        CHECK(kind_of(page("T", words(kMinDatedWords - 1), dated)) == "no_article");
        CHECK(kind_of(page("Video", "<video src=x></video>")) == "no_article");
    }
}

}  // namespace dateline::source
