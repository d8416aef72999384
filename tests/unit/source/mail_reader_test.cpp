// Newsletters: header fields, MIME, and the borders of mbox files.
#include "indexer/source/web/mail_reader.hpp"

#include "indexer/source/web/mail_text.hpp"
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

CollectingSink read_mail(std::string_view bytes, const SourceOptions& options = {}) {
    return read_bytes(mail_reader(), bytes, options);
}

Article only(std::string_view bytes, const SourceOptions& options = {}) {
    const CollectingSink sink = read_mail(bytes, options);
    REQUIRE(sink.articles.size() == 1);
    CHECK(sink.rejects.empty());
    CHECK(is_clean(sink.articles[0]));
    return sink.articles[0];
}

Strings titles(const CollectingSink& sink) {
    Strings list;
    for (const Article& article : sink.articles) {
        list.push_back(article.title);
    }
    return list;
}

/// A part of a message, with its boundary before it.
std::string part(const std::string& fields, const std::string& body) {
    return "--b\r\n" + fields + "\r\n\r\n" + body + "\r\n";
}

std::string multipart(const std::string& kind, const std::string& parts) {
    return "Subject: S\r\nContent-Type: multipart/" + kind +
           "; boundary=\"b\"\r\n\r\npreamble\r\n" + parts + "--b--\r\nepilogue\r\n";
}

Strings paragraphs(const std::string& message) {
    return only(message).paragraphs;
}

const std::string kLetter =
    "Received: by mx.example; Fri, 17 Oct 2025 08:00:00 +0000\r\n"
    "Message-ID: <1@news.example>\r\n"
    "From: \"The Daily\" <daily@news.example>\r\n"
    "To: you@b.example\r\n"
    "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?= =?utf-8?B?IGF1cyBX?=\r\n =?UTF-8?B?aWVu?=\r\n"
    "Date: Thu, 16 Oct 2025 18:02:00 +0200 (CEST)\r\n"
    "List-Id: <daily.news.example>\r\n"
    "Content-Language: de-AT, en\r\n"
    "Archived-At: <https://news.example/1>\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n"
    "\r\n"
    "First line\r\nof a paragraph.\r\n\r\nSecond.\r\n";

}  // namespace

TEST_SUITE("source.mail_reader") {
    TEST_CASE("read takes the metadata of a newsletter") {
        const Article article = only(kLetter);
        CHECK(article.title == "Grüße aus Wien");
        CHECK(article.id == "1@news.example");
        CHECK(article.source == "The Daily");
        CHECK(article.authors.empty());
        CHECK(article.lang == "de-at");
        CHECK(article.url == "https://news.example/1");
        CHECK(article.format == "mail");
        REQUIRE(article.published.has_value());
        CHECK(time::format_published(*article.published) == "2025-10-16T18:02:00+02:00");
        CHECK(article.paragraphs == Strings{"First line of a paragraph.", "Second."});
        CHECK(article.warnings.empty());
    }

    TEST_CASE("read tells authors and sources apart") {
        struct Case {
            const char* from;
            const char* more;
            Strings authors;
            const char* source;
        };
        for (const Case& c : {
                 Case{"Jane Roe <j@a.example>", "", {"Jane Roe"}, ""},
                 Case{"j@a.example (Jane Roe)", "", {"Jane Roe"}, ""},
                 Case{"j@a.example", "", {}, ""},
                 Case{"\"j@a.example\" <j@a.example>", "", {}, ""},
                 Case{"j@a.example", "List-Unsubscribe: <x>\n", {}, "a.example"},
                 Case{"\"Roe, Inc.\" <j@a.example>, b@c.example",
                      "Precedence: bulk\n",
                      {},
                      "Roe, Inc."},
                 Case{"Jane Roe via The Wire <x@y.example>",
                      "List-Id: x\n",
                      {"Jane Roe"},
                      "The Wire"},
                 Case{"=?ISO-8859-1?Q?Andr=E9?= <a@b.example>", "", {"André"}, ""},
                 Case{"", "", {}, ""},
                 Case{")(", "", {}, ""},
             }) {
            CAPTURE(c.from);
            const Article article =
                only(std::string("From: ") + c.from + "\n" + c.more + "Subject: S\n\nText.\n");
            CHECK(article.authors == c.authors);
            CHECK(article.source == c.source);
        }
    }

    TEST_CASE("read takes the date of the newest hop if there is no other") {
        const Article article =
            only("Received: from a by b; Thu, 16 Oct 2025 18:02:00 +0000\nSubject: S\n\nText.\n");
        REQUIRE(article.published.has_value());
        CHECK(time::format_published(*article.published) == "2025-10-16T18:02:00Z");
        CHECK(only("Date: soon\nSubject: S\n\nT.\n").warnings ==
              std::vector<Warning>{{"bad_date", 1}});
        CHECK(only("Subject: S\n\nT.\n").warnings.empty());
    }

    TEST_CASE("read takes the alternative with more text") {
        const std::string plain = part(
            "Content-Type: text/plain",
            "Only in plain text. https://a.example/a-very-long-address-that-is-no-text-at-all");
        const std::string rich =
            part("Content-Type: text/html", "<p>Only in HTML, and this is longer.</p>");
        CHECK(paragraphs(multipart("alternative", plain + rich)) ==
              Strings{"Only in HTML, and this is longer."});
        const std::string stub = part("Content-Type: text/html", "<p>See it online</p>");
        CHECK(paragraphs(multipart("alternative",
                                   part("Content-Type: text/plain", "This is the text in plain.") +
                                       stub)) == Strings{"This is the text in plain."});
        CHECK(paragraphs(multipart(
                  "alternative",
                  part("", "Same text.") + part("Content-Type: text/html", "Same <b>text</b>."))) ==
              Strings{"Same text."});
    }

    TEST_CASE("read leaves out what mail programs hide") {
        CHECK(paragraphs("Content-Type: text/html\n\n<html><head><title>No</title></head><body>"
                         "<div style=\"max-height:0; DISPLAY: none\">No</div><p hidden>No</p>"
                         "<table><tr><td><p>One.</p><p>Two.</p></td></tr></table></body></html>") ==
              Strings{"One.", "Two."});
    }

    TEST_CASE("read joins the texts of a message and counts what is attached") {
        const Article article = only(multipart(
            "mixed",
            part("", "One.") + part("Content-Type: text/html", "<p>Two.</p>") +
                part("Content-Type: application/pdf", "%PDF") +
                part("Content-Type: image/png", "x") +
                part("Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt",
                     "No.")));
        CHECK(article.paragraphs == Strings{"One.", "Two."});
        CHECK(article.warnings == std::vector<Warning>{{"attachments_left_out", 2}});
    }

    TEST_CASE("read undoes transfer encodings and charsets") {
        CHECK(paragraphs("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
                         "Quoted-Printable\nSubject: S\n\nCaf=E9 =\nau lait = 2=\n") ==
              Strings{"Café au lait = 2"});
        CHECK(paragraphs(
                  "Content-Type: text/html; charset=\"windows-1251\"\nContent-Transfer-Encoding: "
                  "base64\n\nPHA+z/Do\r\n4uXyPC9wPg==\n") == Strings{"Привет"});
        SourceOptions options;
        options.charset = "cp850";
        CHECK(only("Subject: Caf\x82\n\nCaf\x82 x\n", options).title == "Café");
    }

    TEST_CASE("read reads multiparts that are not as they should be") {
        CHECK(paragraphs("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nText.\n") ==
              Strings{"Text."});
        CHECK(paragraphs("Content-Type: multipart/mixed\n\nText.\n") == Strings{"Text."});
        CHECK(paragraphs("Content-Type: multipart/mixed; boundary=c\n\nText.\n") ==
              Strings{"Text."});
        CHECK(paragraphs("Content-Type: text\n\nText.\n") == Strings{"Text."});
    }

    TEST_CASE("read bounds how deep parts lie in parts") {
        const auto nested = [](int levels) {
            std::string message = "Content-Type: text/plain\n\nDeep.\n";
            for (int i = 0; i < levels; ++i) {
                const std::string b = "b" + std::to_string(i) + "x";
                message = "Content-Type: multipart/mixed; boundary=" + b + "\n\n--" + b + "\n" +
                          message + "--" + b + "--\n";
            }
            return "Subject: S\n" + message;
        };
        CHECK(only(nested(16)).paragraphs == Strings{"Deep."});
        const Article deep = only(nested(17));
        CHECK(deep.paragraphs.empty());
        CHECK(deep.warnings == std::vector<Warning>{{"too_deep", 1}});
    }

    TEST_CASE("read reads pages saved as messages") {
        const std::string page = news_page("Saved");
        const Article article = only(
            "From: <Saved by Blink>\nSnapshot-Content-Location: https://news.example/s\n"
            "Subject: x\nDate: Thu, 16 Oct 2025 18:02:00 -0000\nMIME-Version: 1.0\n"
            "Content-Type: multipart/related; type=\"text/html\"; boundary=b\n\n"
            "--b\nContent-Type: text/html\nContent-Location: https://news.example/s\n\n" +
            page + "\n--b\nContent-Type: text/css\n\np {}\n--b--\n");
        CHECK(article.title == "Saved");
        CHECK(article.url == "https://news.example/s");
        CHECK_FALSE(article.published.has_value());
        CHECK(article.paragraphs.size() == 12);
    }

    TEST_CASE("read cuts mbox files and takes the quoting away") {
        const std::string first =
            "From a@b.example Thu Oct 16 18:02:00 2025\nSubject: 1\n\nText.\n>From here "
            "on.\n>>From there.\n\n"
            "From my window I see\nno header.\n\n";
        const CollectingSink sink = read_mail(
            first + "From - x\nX-A: y\nSubject: 2\n\nFrom then on: not after a blank line\nA: b\n");
        REQUIRE(titles(sink) == Strings{"1", "2"});
        CHECK(sink.articles[0].paragraphs.at(0) == "Text. From here on. >From there.");
        CHECK(sink.articles[0].paragraphs.at(1) == "From my window I see no header.");
        CHECK(sink.articles[1].locator.offset_bytes == first.size());
        CHECK(sink.articles[1].locator.record == 1);
    }

    TEST_CASE("read does not take a paragraph that begins with From for a message") {
        const std::string line = "From a@b.example Thu Oct 16 18:02:00 2025\n";
        for (const std::string_view text : {
                 "From the start it was late\n>From there too\n",
                 "From the start it was late.\nNote: so it was,\nand more\n",
                 "From 9 o'clock: late\nNote: so it was,\nand more\n",
             }) {
            CAPTURE(text);
            const CollectingSink sink =
                read_mail(line + "Subject: 1\n\nText.\n\n" + std::string(text));
            CHECK(sink.rejects.empty());
            REQUIRE(sink.articles.size() == 1);
            CHECK(sink.articles[0].paragraphs.size() == 2);
        }
    }

    TEST_CASE("read takes a single message for one whatever its text holds") {
        const CollectingSink sink = read_mail("Subject: 1\n\nText.\n\nFrom a b\nC: d\n\n>From e\n");
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].paragraphs.back() == ">From e");
    }

    TEST_CASE("read rejects messages over the limit and skips the note of a folder") {
        SourceOptions options;
        const std::string line = "From a b\n";
        const std::string message = "Subject: 1\n\n" + std::string(50, 'x') + "\n\n";
        options.limits.article_bytes = message.size();
        const std::string note = "X-IMAP: 1 2\nSubject: DON'T DELETE THIS MESSAGE -- F\n\nx\n\n";
        const std::string all = line + note + line + message + line + message;
        CHECK(titles(read_mail(all, options)) == Strings{"1", "1"});
        CHECK(read_mail(all, options).skips ==
              std::map<std::string, std::uint64_t>{{"folder_note", 1}});
        options.limits.article_bytes = message.size() - 1;
        const CollectingSink sink = read_mail(all + line + "Subject: 2\n\ny\n", options);
        CHECK(titles(sink) == Strings{"2"});
        REQUIRE(sink.rejects.size() == 2);
        CHECK(sink.rejects[0].code == "too_long");
    }

    TEST_CASE("read_inputs finds mail by its content and through compression") {
        const TempDir dir;
        std::string box = "From a b\n" + kLetter + "\nFrom c d\n" + kLetter + "\n";
        for (int i = 0; i < 5000; ++i) {
            box += std::to_string(i * 7919) + " words\n";
        }
        make_archive(dir.path() / "a", "raw", "zstd", {{"x", box}});
        make_archive(dir.path() / "b", "zip", "none", {{"news.eml", kLetter}});
        const std::string packed = make_archive(dir.path() / "c", "raw", "gzip", {{"x", box}});
        const std::string cut = dir.write("c", packed.substr(0, packed.size() - 1000)).string();
        CHECK(read_all({(dir.path() / "a").string()}).articles.size() == 2);
        CHECK(read_all({(dir.path() / "b").string()}).articles.size() == 1);
        const CollectingSink sink = read_all({cut});
        REQUIRE(sink.articles.size() == 2);
        CHECK(sink.articles[0].warnings.empty());
        CHECK(sink.articles[1].warnings == std::vector<Warning>{{"incomplete", 1}});
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects[0].code == "truncated");
    }

    TEST_CASE("sniff knows mail from what looks like it") {
        const Reader& reader = mail_reader();
        CHECK(reader.sniff(kLetter, "") > 90);
        CHECK(reader.sniff("From a b\nX: y\n", "") > 90);
        CHECK(reader.sniff("From: a\nTo: b\nSubject: c\nDate: d\n\n", "") > 50);
        for (const char* other : {"",
                                  "From here on\nwe walk.\n",
                                  "Title: a\nDate: b\nSource: c\n\nText.\n",
                                  "HTTP/1.1 200 OK\nA: b\n",
                                  "Date: a\nSubject: b\nno field\n"}) {
            CAPTURE(other);
            CHECK(reader.sniff(other, "a.eml") == 0);
        }
    }
}

TEST_SUITE("source.mail_text") {
    TEST_CASE("decode_header_text decodes words and leaves what is none") {
        CHECK(decode_header_text("a =?utf-8?q?b_=63?= d", "") == "a b c d");
        CHECK(decode_header_text("=?utf-8?B?w4Q=?=\n =?utf-8?B?w5Y=?= x", "") == "ÄÖ x");
        CHECK(decode_header_text("=?utf-8?Q?=C3?= =?utf-8?Q?=84?=", "") == "Ä");
        CHECK(decode_header_text("=?iso-8859-1*de?Q?=C4?=", "") == "Ä");
        for (const char* text :
             {"=?", "=?utf-8?", "=?utf-8?X?a?=", "=?utf-8?Q?a", "a=?b", "=?utf-8?QQ?a?="}) {
            CAPTURE(text);
            CHECK(decode_header_text(text, "") == text);
        }
    }

    TEST_CASE("decode_base64 and decode_quoted_printable take what is broken") {
        CHECK(decode_base64("QUJD\r\nRA==") == "ABCD");
        CHECK(decode_base64("Q*U-J!D") == "ABC");
        CHECK(decode_base64("Q") == "");
        CHECK(decode_quoted_printable("a=3Db=c3=A4=\t \r\nc=") ==
              "a=b\xC3\xA4"
              "c=");
        CHECK(decode_quoted_printable("=4") == "=4");
        CHECK(decode_quoted_printable("=ZZ") == "=ZZ");
    }
}
