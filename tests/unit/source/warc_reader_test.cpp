// Web archives: records, HTTP, and lengths that are not true.
#include "indexer/source/web/warc_reader.hpp"

#include "tests/support/temp_dir.hpp"
#include "tests/unit/source/collecting_sink.hpp"
#include "tests/unit/source/make_archive.hpp"
#include "tests/unit/source/make_warc.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::source;
using namespace dateline::testing;

namespace {

using Strings = std::vector<std::string>;
using Counts = std::map<std::string, std::uint64_t>;

CollectingSink read_warc(std::string_view bytes, const SourceOptions& options = {}) {
    return read_bytes(warc_reader(), bytes, options);
}

Strings titles(const CollectingSink& sink) {
    Strings list;
    for (const Article& article : sink.articles) {
        list.push_back(article.title);
    }
    return list;
}

Strings codes(const CollectingSink& sink) {
    Strings list;
    for (const Rejected& rejected : sink.rejects) {
        list.push_back(rejected.code);
    }
    return list;
}

/// A record with a response of the status and fields, and the page `A`.
std::string answer(std::string_view status, std::string_view fields, std::string_view body) {
    return warc_record("response",
                       "WARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\n",
                       http_response(status, fields, body));
}

}  // namespace

TEST_SUITE("source.warc_reader") {
    TEST_CASE("read gives the pages of responses with address and place") {
        const std::string info = warc_record("warcinfo", "", "software: x\r\n");
        const std::string a = warc_page("A");
        const CollectingSink sink = read_warc(info + a + warc_page("B"));
        REQUIRE(titles(sink) == Strings{"A", "B"});
        CHECK(sink.rejects.empty());
        CHECK(sink.skips.empty());
        const Article& article = sink.articles[1];
        CHECK(article.url == "https://news.example/B");
        CHECK(article.id.empty());
        CHECK(article.format == "warc");
        CHECK_FALSE(article.published.has_value());
        CHECK(article.warnings.empty());
        CHECK(article.locator.offset_bytes == info.size() + a.size());
        CHECK(article.locator.record == 2);
    }

    TEST_CASE("read counts what is no page by its kind") {
        const std::string html = "Content-Type: text/html\r\n";
        const CollectingSink sink = read_warc(
            warc_record("request", "", "GET / HTTP/1.1\r\n\r\n") +
            warc_record("metadata", "", "fetchTimeMs: 3\r\n") +
            warc_record("revisit", "", http_response("200 OK", html, "")) +
            warc_record("conversion", "", "text") + warc_record("continuation", "", "text") +
            answer("301 Moved", html, news_page("x")) + answer("404 Not Found", html, "no") +
            answer("206 Partial Content", html, news_page("x")) +
            answer("200 OK", "Content-Type: image/png\r\n", "\x89PNG\r\n\x1A\n") +
            answer("200 OK", "Content-Type: text/plain\r\n", "User-agent: *") +
            answer("200 OK", html, "%PDF-1.4") + answer("200 OK", html, "") +
            warc_record("response", "Content-Type: text/dns\r\n", "20251016 a.example. IN A"));
        CHECK(sink.articles.empty());
        CHECK(sink.rejects.empty());
        CHECK(sink.skips == Counts{{"revisit", 1},
                                   {"conversion", 1},
                                   {"continuation", 1},
                                   {"redirect", 1},
                                   {"http_error", 2},
                                   {"not_html", 5}});
    }

    TEST_CASE("read takes any status and type that a page comes with") {
        for (const std::string& record :
             {answer("203 Non-Authoritative", "content-TYPE: TEXT/HTML\r\n", news_page("A")),
              answer("200", "Content-Type: application/xhtml+xml\r\n", news_page("A")),
              answer("200 OK", "", news_page("A")),
              answer("200 OK", "Content-Type: text/plain\r\n", news_page("A")),
              answer("200 OK", "Content-Type: html\r\n", news_page("A")),
              answer(
                  "200 OK", "Content-Type:\r\n  text/html;\r\n\tcharset=utf-8\r\n", news_page("A")),
              warc_record("resource", "Content-Type: text/html\r\n", news_page("A")),
              warc_record("resource", "", news_page("A")),
              warc_record("response", "Content-Type: application/http\r\n", news_page("A")),
              warc_record("response", "", http_response("200 OK", "", news_page("A")))}) {
            CAPTURE(record.substr(0, 200));
            CHECK(titles(read_warc(record)) == Strings{"A"});
        }
    }

    TEST_CASE("read reads older versions and bare line feeds") {
        std::string old = warc_page("A");
        old.replace(0, 8, "WARC/0.18");
        std::string unix_lines =
            warc_record("resource", "WARC-Target-URI: <http://a.example/b>\r\n", news_page("B"));
        std::erase(unix_lines, '\r');
        const CollectingSink sink = read_warc(old + unix_lines);
        REQUIRE(titles(sink) == Strings{"A", "B"});
        CHECK(sink.articles[1].url == "http://a.example/b");
    }

    TEST_CASE("read decodes by the charset that the response states") {
        std::string page = news_page("Caf\xE9");
        const CollectingSink sink = read_warc(
            answer("200 OK", "Content-Type: text/html; charset=\"ISO-8859-1\"\r\n", page));
        CHECK(titles(sink) == Strings{"Café"});
    }

    TEST_CASE("read reads ARC files") {
        const std::string page =
            http_response("200 OK", "Content-Type: text/html\r\n", news_page("A"));
        const std::string about =
            "1 0 Crawler\nURL IP-address Archive-date Content-type Archive-length\n";
        const auto line = [](const std::string& url, const std::string& type, std::size_t size) {
            return url + " 10.0.0.1 20051016180200 " + type + ' ' + std::to_string(size) + '\n';
        };
        const CollectingSink sink =
            read_warc(line("filedesc://a.arc", "text/plain", about.size()) + about + '\n' +
                      line("http://a.example/", "text/html", page.size()) + page + '\n' +
                      line("dns:a.example", "text/dns", 4) + "abcd\n" +
                      line("http://b.example/", "text/html", page.size() - 9) + page + '\n' +
                      line("http://c.example/", "text/html", page.size()) + page);
        REQUIRE(titles(sink) == Strings{"A", "A", "A"});
        CHECK(sink.articles[0].url == "http://a.example/");
        CHECK(sink.articles[1].warnings == std::vector<Warning>{{"wrong_length", 1}});
        CHECK(sink.articles[2].url == "http://c.example/");
        CHECK(sink.skips == Counts{{"not_html", 1}});
        CHECK(sink.rejects.empty());
    }

    TEST_CASE("read drops dates after the page was fetched") {
        const auto dated = [](const std::string& day) {
            std::string page = news_page("A");
            page.insert(page.find("</head>"),
                        "<meta property=\"article:published_time\" content=\"" + day + "\">");
            return read_warc(warc_record("resource", "WARC-Date: 2025-10-16T00:00:00Z\r\n", page));
        };
        CHECK(dated("2025-10-17").articles.at(0).published.has_value());
        const CollectingSink late = dated("2025-10-19");
        CHECK_FALSE(late.articles.at(0).published.has_value());
        CHECK(late.articles.at(0).published_from.empty());
    }

    TEST_CASE("read makes good a length that is not true") {
        for (const int wrong : {-20, -1, 5, 7, 300, 9000, 400000}) {
            CAPTURE(wrong);
            std::string a = warc_page("A");
            const std::size_t at = a.find("Content-Length: ") + 16;
            const std::size_t end = a.find('\r', at);
            const int length = std::stoi(a.substr(at, end - at));
            a.replace(at, end - at, std::to_string(length + wrong));
            std::string rest;
            for (int i = 0; i < 30; ++i) {
                rest += warc_page(std::to_string(i));
            }
            const CollectingSink sink = read_warc(a + rest);
            REQUIRE(sink.articles.size() == 31);
            CHECK(sink.articles[0].warnings == std::vector<Warning>{{"wrong_length", 1}});
            CHECK(sink.articles[1].warnings.empty());
            CHECK(sink.rejects.empty());
        }
    }

    TEST_CASE("read makes good a length that is missing") {
        std::string a = warc_page("A");
        const std::size_t at = a.find("Content-Length: ");
        a.erase(at, a.find('\n', at) + 1 - at);
        for (const std::string& bytes : {a + warc_page("B"), warc_page("B") + a}) {
            const CollectingSink sink = read_warc(bytes);
            CHECK(sink.articles.size() == 2);
            CHECK(sink.rejects.empty());
        }
    }

    TEST_CASE("read names bytes that belong to no record and goes on") {
        const std::string a = warc_page("A");
        const CollectingSink sink =
            read_warc(a + std::string(100'000, 'x') + "\r\n" + warc_page("B") + "garbage");
        CHECK(titles(sink) == Strings{"A", "B"});
        REQUIRE(codes(sink) == Strings{"stray_bytes", "stray_bytes"});
        CHECK(sink.rejects[0].locator.offset_bytes == a.size());
        CHECK(sink.rejects[0].reason.find("100002 bytes") != std::string::npos);
    }

    TEST_CASE("read rejects contents over the limit without losing the next") {
        const std::string record = warc_page("A");
        const std::size_t content =
            http_response("200 OK", "Content-Type: text/html; charset=UTF-8\r\n", news_page("A"))
                .size();
        SourceOptions options;
        options.limits.article_bytes = content;
        CHECK(titles(read_warc(record + warc_page("B"), options)) == Strings{"A", "B"});
        const std::string longer = answer("200 OK", "", std::string(300'000, 'x'));
        for (const std::string& bytes :
             {longer, longer.substr(0, longer.find("length") + 400'000)}) {
            const CollectingSink sink = read_warc(bytes + record, options);
            CHECK(titles(sink) == Strings{"A"});
            CHECK(codes(sink) == Strings{"too_long"});
        }
        options.limits.article_bytes = content - 1;
        const CollectingSink sink = read_warc(record + warc_page("B"), options);
        CHECK(sink.articles.empty());
        CHECK(codes(sink) == Strings{"too_long", "too_long"});
    }

    TEST_CASE("read does not skip over records because of a huge length") {
        std::string a = warc_page("A");
        const std::size_t at = a.find("Content-Length: ") + 16;
        a.replace(at, a.find('\r', at) - at, "99999999999999");
        const CollectingSink sink = read_warc(a + warc_page("B") + warc_page("C"));
        CHECK(titles(sink) == Strings{"B", "C"});
        CHECK(codes(sink) == Strings{"too_long"});
    }

    TEST_CASE("read rejects a header without end") {
        const CollectingSink sink =
            read_warc("WARC/1.0\r\nWARC-Type: response\r\nX: " + std::string(70'000, 'x') + "\r\n" +
                      warc_page("B"));
        CHECK(titles(sink) == Strings{"B"});
        CHECK(codes(sink) == Strings{"bad_record"});
    }

    TEST_CASE("read gives what is there of a record that breaks off") {
        const std::string whole = warc_page("A") + warc_page("B");
        const CollectingSink sink = read_warc(std::string_view(whole).substr(0, whole.size() - 40));
        REQUIRE(titles(sink) == Strings{"A", "B"});
        CHECK(sink.articles[1].warnings == std::vector<Warning>{{"incomplete", 1}});
        CHECK(codes(sink) == Strings{"truncated"});
        CHECK(codes(read_warc(warc_page("A") + "WARC/1.0\r\nWARC-Type: resp")) ==
              Strings{"truncated"});
    }

    TEST_CASE("read warns of records that the crawler cut") {
        const CollectingSink sink =
            read_warc(warc_record("resource", "WARC-Truncated: length\r\n", news_page("A")));
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].warnings == std::vector<Warning>{{"truncated_record", 1}});
    }

    TEST_CASE("read stops when asked to") {
        CollectingSink sink;
        sink.stop_after = 1;
        const std::string bytes = warc_page("A") + warc_page("B");
        MemoryStream stream(bytes);
        warc_reader().read(stream, {}, {}, sink);
        CHECK(titles(sink) == Strings{"A"});
    }
}
