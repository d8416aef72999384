// The text reader: heads, titles, paragraphs, encodings and limits.
#include "indexer/source/text/text_reader.hpp"

#include "indexer/source/text/text_layout.hpp"
#include "tests/unit/source/collecting_sink.hpp"
#include "tests/unit/source/make_archive.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;
using dateline::testing::read_bytes;

namespace {

using Strings = std::vector<std::string>;

Article parse(std::string_view text) {
    return parse_text_article(text, {});
}

Strings paragraphs(std::string_view text) {
    return split_paragraphs(split_lines(text));
}

std::string published(const Article& article) {
    return article.published ? time::format_published(*article.published) : "";
}

}  // namespace

TEST_SUITE("source.text_header") {
    TEST_CASE("parse_text_article reads front matter") {
        const Article article = parse(R"(---
# a comment
title: "Grain: prices \"rise\""
date: 2025-10-16T18:02:00+02:00
authors: [Jane Roe, 'O''Neil, Pat']
source: The Paper  # another
section: Business
lang: EN
url: https://example.org/a
id: a-17
collection: wire
tags:
  - cocoa
  - "coffee, green"
people: Paul Volcker; Alan Greenspan
places:
- Brazil
orgs: [IMF]
dateline: PARIS, Oct 16
unknown: left out
---

First paragraph.

Second.
)");
        CHECK(article.title == "Grain: prices \"rise\"");
        CHECK(published(article) == "2025-10-16T18:02:00+02:00");
        CHECK(article.published_from == "metadata");
        CHECK(article.authors == Strings{"Jane Roe", "O'Neil, Pat"});
        CHECK(article.source == "The Paper");
        CHECK(article.section == "Business");
        CHECK(article.lang == "en");
        CHECK(article.url == "https://example.org/a");
        CHECK(article.id == "a-17");
        CHECK(article.collection == "wire");
        CHECK(article.topics == Strings{"cocoa", "coffee, green"});
        CHECK(article.people == Strings{"Paul Volcker", "Alan Greenspan"});
        CHECK(article.places == Strings{"Brazil"});
        CHECK(article.orgs == Strings{"IMF"});
        CHECK(article.dateline == Dateline{"PARIS", "Oct 16"});
        CHECK(article.paragraphs == Strings{"First paragraph.", "Second."});
    }

    TEST_CASE("parse_text_article reads header lines with folded values") {
        const Article article = parse(
            "Title: Grain prices\n rise\nDate: Thu, 16 Oct 2025 18:02:00 +0200\nBy: Jane "
            "Roe\nX-Desk: 4\n\nText.\n");
        CHECK(article.title == "Grain prices rise");
        CHECK(published(article) == "2025-10-16T18:02:00+02:00");
        CHECK(article.authors == Strings{"Jane Roe"});
        CHECK(article.paragraphs == Strings{"Text."});
    }

    TEST_CASE("parse_text_article takes a headline with a colon for no header") {
        const Article article = parse("Iran: talks resume\n\nText.\n");
        CHECK(article.title == "Iran: talks resume");
        CHECK(article.paragraphs == Strings{"Text."});
    }

    TEST_CASE("parse_text_article leaves front matter that is not closed in the text") {
        const Article article = parse("---\ntitle: x\n\nText.\n");
        CHECK(article.title == "");
        CHECK(full_text(article) == "--- title: x\n\nText.");
    }

    TEST_CASE("parse_text_article warns of a date that it cannot read") {
        const Article article = parse("Title: x\nDate: 03/04/87\n\nText.\n");
        CHECK_FALSE(article.published.has_value());
        CHECK(article.warnings == std::vector<Warning>{{"ambiguous_date", 1}});
        CHECK(parse("Title: x\nDate: soon\n\nText.\n").warnings ==
              std::vector<Warning>{{"bad_date", 1}});
    }

    TEST_CASE("parse_text_article reads a URL and a date at the head") {
        const Article article = parse(
            "http://example.org/1/"
            "\n2012-03-25T20:23:00+0900\n前田敦子が卒業\n最初の段落。\n次の段落。\n");
        CHECK(article.url == "http://example.org/1/");
        CHECK(published(article) == "2012-03-25T20:23:00+09:00");
        CHECK(article.title == "前田敦子が卒業");
        CHECK(article.paragraphs == Strings{"最初の段落。", "次の段落。"});
    }
}

TEST_SUITE("source.text_layout") {
    TEST_CASE("split_lines knows every line end") {
        CHECK(split_lines("a\nb\r\nc\rd") == std::vector<std::string_view>{"a", "b", "c", "d"});
        CHECK(split_lines("").empty());
        CHECK(split_lines("\n\n").size() == 2);
    }

    TEST_CASE("split_paragraphs joins hard-wrapped lines") {
        CHECK(paragraphs("one\ntwo  \n\n\nthree\n") == Strings{"one two", "three"});
        CHECK(paragraphs("\n外国人\n参政権\n\n次\n") == Strings{"外国人参政権", "次"});
        CHECK(paragraphs("한국\n신문\n\nx") == Strings{"한국 신문", "x"});
    }

    TEST_CASE("split_paragraphs begins one at an indented line") {
        CHECK(paragraphs("    One\nstill one.\n    Two\nstill two.\n") ==
              Strings{"One still one.", "Two still two."});
        CHECK(paragraphs("    all\n    alike\n\nx") == Strings{"all alike", "x"});
    }

    TEST_CASE("split_paragraphs takes long lines without blank lines as paragraphs") {
        const std::string line99(99, 'a');
        const std::string line100(100, 'a');
        CHECK(paragraphs(line100 + "\n" + line100).size() == 2);
        CHECK(paragraphs(line99 + "\n" + line100).size() == 1);
    }

    TEST_CASE("split_paragraphs keeps the lines of tables") {
        CHECK(paragraphs("  Wheat    10\n  Maize     9\n") == Strings{"Wheat    10\nMaize     9"});
        CHECK(paragraphs("One.  Two.\nThree.  Four.\n") == Strings{"One.  Two. Three.  Four."});
    }

    TEST_CASE("find_dateline finds place and date") {
        CHECK(find_dateline("WASHINGTON (AP) - Text") == Dateline{"WASHINGTON", ""});
        CHECK(find_dateline("PARIS, Oct 16 (Reuters) - Text") == Dateline{"PARIS", "Oct 16"});
        CHECK(find_dateline("ST. LOUIS, Mo., March 3 -- Text") ==
              Dateline{"ST. LOUIS, Mo.", "March 3"});
        CHECK(find_dateline("NEW YORK, March 3 — Text") == Dateline{"NEW YORK", "March 3"});
    }

    TEST_CASE("find_dateline is not taken in") {
        for (const char* text : {"",
                                 "Text without",
                                 "BREAKING - News",
                                 "He (the man) - said",
                                 "PARIS, 2 of us - went",
                                 "UPDATE 1, May 3 - x",
                                 "PARIS, Oct 32 - x"}) {
            CAPTURE(text);
            CHECK_FALSE(find_dateline(text).has_value());
        }
    }
}

TEST_SUITE("source.text_reader") {
    TEST_CASE("parse_text_article takes a short first line as the title") {
        CHECK(parse("A headline\n\nText.").title == "A headline");
        CHECK(parse("# A headline\nText.").title == "A headline");
        CHECK(parse("A headline\n==========\nText.").title == "A headline");
        CHECK(parse("A headline\n    Text begins\nhere.").title == "A headline");
        CHECK(parse("Prague is the capital of the\nCzech republic.\n\nMore.").title.empty());
        CHECK(parse(std::string(300, 'a') + "\n\nText.").title.size() == 300);
        CHECK(parse(std::string(301, 'a') + "\n\nText.").title.empty());
        CHECK(parse("Only a sentence.").title.empty());
        CHECK(parse("Only a headline").title == "Only a headline");
    }

    TEST_CASE("parse_text_article copies the dateline and keeps it in the text") {
        const Article article = parse("Headline\n\nPARIS, Oct 16 (Reuters) - Text.\n");
        CHECK(article.dateline == Dateline{"PARIS", "Oct 16"});
        CHECK(article.paragraphs == Strings{"PARIS, Oct 16 (Reuters) - Text."});
    }

    TEST_CASE("read decodes other encodings") {
        using namespace std::string_view_literals;
        const CollectingSink sink = read_bytes(TextReader(), "\xFF\xFEZ\0\xFC\0r\0i\0c\0h\0"sv);
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].title == "Zürich");
        const CollectingSink western =
            read_bytes(TextReader(), "Z\xFCrich \x97 sch\xF6n und gro\xDF");
        REQUIRE(western.articles.size() == 1);
        CHECK(western.articles[0].title == "Zürich — schön und groß");
        CHECK(western.articles[0].warnings == std::vector<Warning>{{"guessed_charset", 1}});
    }

    TEST_CASE("read rejects what is longer than the limit") {
        SourceOptions options;
        options.limits.article_bytes = 100'000;
        CHECK(read_bytes(TextReader(), std::string(100'000, 'a'), options).articles.size() == 1);
        const CollectingSink sink = read_bytes(TextReader(), std::string(100'001, 'a'), options);
        CHECK(sink.articles.empty());
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects[0].code == "too_long");
    }

    TEST_CASE("read rejects a file without text") {
        using namespace std::string_view_literals;
        for (const std::string_view bytes :
             {""sv, " \n\t\n"sv, "\0\0\0\0"sv, "---\ndate: 2020-01-01\n---\n"sv}) {
            const CollectingSink sink = read_bytes(TextReader(), bytes);
            CHECK(sink.articles.empty());
            REQUIRE(sink.rejects.size() == 1);
            CHECK(sink.rejects[0].code == "no_text");
        }
    }

    TEST_CASE("sniff takes prose and leaves markup and data and code and binary files") {
        using namespace std::string_view_literals;
        const TextReader reader;
        for (const std::string_view text : {"Plain words."sv,
                                            "---\ntitle: x\n---\n"sv,
                                            "\xEF\xBB\xBFWords"sv,
                                            "Le pr\xE9sident a parl\xE9."sv,
                                            "1 < 2"sv,
                                            "[Photo] A man"sv,
                                            "\xFF\xFEZ\0\xFC\0r\0i\0"sv,
                                            "WAVES crash ftyp"sv}) {
            CAPTURE(text);
            CHECK(reader.sniff(text, "a.txt") > 0);
        }
        for (const std::string_view text :
             {"<?xml version=\"1.0\"?>"sv,
              "<!DOCTYPE html>"sv,
              "<html>"sv,
              "{\"a\": 1}"sv,
              "[{\"a\": 1}]"sv,
              "#!/bin/sh\necho"sv,
              "\x7F"
              "ELF\2\1\1\0\0\0\0\0\0\0\0\0"sv,
              "%PDF-1.4 x"sv,
              "\0\0\0\0"sv,
              ""sv,
              "int main() {\n  f();\n  g();\n  h();\n  return 0;\n}\n"sv}) {
            CAPTURE(text);
            CHECK(reader.sniff(text, "a.txt") == 0);
        }
    }

    TEST_CASE("read_inputs reads every article of the livedoor corpus") {
        const char* data = std::getenv("DATELINE_DATA");
        if (data == nullptr) {
            MESSAGE("skipped: DATELINE_DATA does not name the folder with livedoor-ja");
            return;
        }
        const auto file = std::filesystem::path(data) / "livedoor-ja" / "livedoor-2-of-9.tar.zst";
        const CollectingSink sink = dateline::testing::read_all({file.string()});
        std::size_t documents = 0;
        std::size_t articles = 0;
        std::size_t complete = 0;
        for (const Article& article : sink.articles) {
            const std::string name =
                std::filesystem::path(article.locator.member).filename().string();
            if (name == "LICENSE.txt" || name == "README.txt" || name == "CHANGES.txt") {
                ++documents;
                continue;
            }
            ++articles;
            CAPTURE(article.locator.member);
            const bool dated =
                article.published && article.published->zone == std::chrono::minutes(540);
            complete += dated && article.url.starts_with("http://") && !article.title.empty() &&
                                !article.paragraphs.empty() && article.warnings.empty()
                            ? 1
                            : 0;
        }
        MESSAGE(articles << " articles, " << sink.rejects.size() << " rejected, "
                         << sink.types.size() << " unrecognised");
        CHECK(sink.rejects.empty());
        CHECK(sink.types.empty());
        CHECK(documents == 4);
        CHECK(articles == 1640);
        CHECK(complete == articles);
        CHECK(sink.progress_bytes == std::filesystem::file_size(file));
    }
}
