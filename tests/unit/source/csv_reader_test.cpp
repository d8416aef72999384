// Tables as they are exported, well formed and otherwise.
#include "indexer/source/text/csv_reader.hpp"

#include "indexer/source/text/csv_record.hpp"
#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;

namespace {

using Strings = std::vector<std::string>;

CollectingSink read(std::string_view bytes, const SourceOptions& options = {}) {
    return dateline::testing::read_bytes(csv_reader(), bytes, options);
}

int sniff(std::string_view bytes, std::string_view path = "a") {
    return csv_reader().sniff(bytes, path);
}

Strings codes(const CollectingSink& sink) {
    Strings list;
    for (const Rejected& rejected : sink.rejects) {
        list.push_back(rejected.code);
    }
    return list;
}

Strings titles(const CollectingSink& sink) {
    Strings list;
    for (const Article& article : sink.articles) {
        list.push_back(article.title);
    }
    return list;
}

std::string utf16(std::string_view ascii, bool little, bool mark) {
    std::string bytes = mark ? (little ? "\xFF\xFE" : "\xFE\xFF") : "";
    for (const char c : ascii) {
        bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
    }
    return bytes;
}

}  // namespace

TEST_SUITE("source.csv_record") {
    TEST_CASE("parse_csv_row takes quotes and line breaks as RFC 4180 says") {
        const CsvRow row = parse_csv_row("a,\"b \"\"c\"\"\",\"d\r\ne\"\r\nnext", {}, false);
        CHECK(row.cells == Strings{"a", "b \"c\"", "d\r\ne"});
        CHECK(row.size_bytes == 20);
        CHECK(row.lines == 2);
        CHECK(row.complete);
    }

    TEST_CASE("parse_csv_row tolerates what is no standard") {
        CHECK(parse_csv_row("a\rb", {}, false).cells == Strings{"a"});
        CHECK(parse_csv_row("\"a\" ,b\n", {}, false).cells == Strings{"a", "b"});
        CHECK(parse_csv_row("say \"a, b\"\n", {}, false).cells == Strings{"say \"a", " b\""});
        const CsvRow stray = parse_csv_row("\"he \"said\" it\",b\n", {}, false);
        CHECK(stray.cells == Strings{"he \"said\" it", "b"});
        CHECK(stray.stray_quotes == 2);
        const CsvDialect backslash{',', true, true};
        CHECK(parse_csv_row("\"a \\\"b\\\", c\",d\n", backslash, false).cells ==
              Strings{"a \"b\", c", "d"});
    }

    TEST_CASE("parse_csv_row says whether it saw the end of the row") {
        for (const std::string_view text : {"a,b", "a,\"b", "a,\"b\"", "a,\"b\"\r", "a,b\r"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_csv_row(text, {}, false).complete);
            CHECK(parse_csv_row(text, {}, true).complete);
        }
        CHECK(parse_csv_row("a,\"b", {}, true).open_quote);
        CHECK_FALSE(parse_csv_row("a,\"b\"", {}, true).open_quote);
    }

    TEST_CASE("parse_csv_row keeps what stands behind the last column allowed in one cell") {
        const CsvRow at_limit = parse_csv_row(std::string(kMaxColumns - 1, ','), {}, true);
        CHECK(at_limit.cells.size() == kMaxColumns);
        CHECK(at_limit.cells.back().empty());
        const CsvRow over = parse_csv_row(std::string(kMaxColumns, ','), {}, true);
        CHECK(over.cells.size() == kMaxColumns);
        CHECK(over.cells.back() == ",");
    }

    TEST_CASE("guess_csv finds the delimiter") {
        for (const char delimiter : {',', ';', '\t', '|'}) {
            CAPTURE(delimiter);
            std::string text = "id*title*text\n1*A, b; c*\"x\ny\"\n2*B*\"z*z\"\n";
            std::replace(text.begin(), text.end(), '*', delimiter);
            const CsvGuess guess = guess_csv(text);
            CHECK(guess.dialect.delimiter == delimiter);
            CHECK(guess.dialect.quotes);
            CHECK(guess.known == 3);
        }
        CHECK(guess_csv("sep=;\na,b;c,d\n1,2;3,4\n").dialect.delimiter == ';');
    }

    TEST_CASE("guess_csv turns quoting off where quotes are text") {
        const CsvGuess guess =
            guess_csv("title\ttext\n\"Yes\tHe said it\nB\tb\nNo\" is no\tc\n\"D\td\n");
        CHECK_FALSE(guess.dialect.quotes);
        CHECK(guess.rows == 4);
    }
}

TEST_SUITE("source.csv_reader") {
    TEST_CASE("read takes columns by their names") {
        const CollectingSink sink = read(
            ",id,title,publication,author,date,year,month,url,content,section,language,tags\n"
            "0,17283,Rain ends drought,Example Times,\"Jane Roe, John Doe\",2016-12-31,2016.0,12.0,"
            "https://example.org/a,\"First part.\n\nSecond, part.\",World,en,\"rain, crops\"\n");
        REQUIRE(sink.articles.size() == 1);
        const Article& article = sink.articles.front();
        CHECK(article.id == "17283");
        CHECK(article.title == "Rain ends drought");
        CHECK(article.source == "Example Times");
        CHECK(article.authors == Strings{"Jane Roe", "John Doe"});
        REQUIRE(article.published);
        CHECK(time::format_published(*article.published) == "2016-12-31");
        CHECK(article.published_from == "metadata");
        CHECK(article.url == "https://example.org/a");
        CHECK(article.paragraphs == Strings{"First part.", "Second, part."});
        CHECK(article.section == "World");
        CHECK(article.lang == "en");
        CHECK(article.topics == Strings{"rain", "crops"});
        CHECK(article.format == "csv");
        CHECK(article.warnings.empty());
    }

    TEST_CASE("read states offset and number of each row") {
        const std::string bytes = "title,text\nA,\"a\na\"\n\nB,b\n";
        const CollectingSink sink = read(bytes);
        REQUIRE(sink.articles.size() == 2);
        CHECK(sink.articles[0].locator.offset_bytes == bytes.find("A,"));
        CHECK(sink.articles[0].locator.record == 0);
        CHECK(sink.articles[1].locator.offset_bytes == bytes.find("B,"));
        CHECK(sink.articles[1].locator.record == 1);
    }

    TEST_CASE("read turns mark-up in cells into paragraphs") {
        const CollectingSink sink =
            read("Title,Text\nA &amp; B,\"<p>One <b>two</b></p><p class=\"\"x\"\">Three</p>\"\n");
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].title == "A & B");
        CHECK(sink.articles[0].paragraphs == Strings{"One two", "Three"});
    }

    TEST_CASE("read decodes UTF-16 and keeps the offsets of the file") {
        const std::string text = "title\ttext\nA\ta\nB\tb\n";
        for (const bool little : {true, false}) {
            for (const bool mark : {true, false}) {
                CAPTURE(little);
                CAPTURE(mark);
                const std::string bytes = utf16(text, little, mark);
                CHECK(sniff(bytes) > 50);
                const CollectingSink sink = read(bytes);
                CHECK(titles(sink) == Strings{"A", "B"});
                CHECK(sink.articles.at(1).locator.offset_bytes ==
                      text.find("B\t") * 2 + (mark ? 2 : 0));
            }
        }
    }

    TEST_CASE("read takes the encoding that is declared or found") {
        SourceOptions options;
        options.charset = "cp850";
        CHECK(titles(read("title,text\nZ\x81rich,a\n", options)) == Strings{"Zürich"});
        const CollectingSink guessed = read(
            "title,text\nZ\xFCrich,ein gro\xDF"
            "er Tag\n");
        CHECK(titles(guessed) == Strings{"Zürich"});
        CHECK(guessed.articles.at(0).warnings == std::vector<Warning>{{"guessed_charset", 1}});
        CHECK(titles(read("\xEF\xBB\xBFtitle,text\nZürich,a\n")) == Strings{"Zürich"});
    }

    TEST_CASE("read takes the separator that Excel writes first") {
        const CollectingSink sink = read("sep=;\r\ntitle;text\r\nA, b;c\r\n");
        CHECK(titles(sink) == Strings{"A, b"});
        CHECK(sink.articles.at(0).locator.offset_bytes == 19);
    }

    TEST_CASE("read maps columns by name and by number") {
        SourceOptions options;
        options.field_map = {{"title", "Kopf"}, {"body", "3"}};
        const CollectingSink named = read("Nr;Kopf;Spalte\n1;A;aa\n2;B;bb\n", options);
        CHECK(titles(named) == Strings{"A", "B"});
        CHECK(named.articles.at(0).paragraphs == Strings{"aa"});
        options.field_map = {{"title", "1"}, {"body", "2"}};
        CHECK(titles(read("A,aa\nB,bb\n", options)) == Strings{"A", "B"});
        CHECK(titles(read("date,b\nA,aa\nB,bb\n", options)) == Strings{"A", "B"});
    }

    TEST_CASE("read rejects a table without text once and says what to do") {
        const CollectingSink sink =
            read("DATE\tNUMARTS\tTHEMES\n20250101\t3\tTAX\n20250102\t4\tX\n");
        CHECK(sink.articles.empty());
        REQUIRE(codes(sink) == Strings{"no_text"});
        CHECK(sink.rejects[0].reason ==
              "line 1: no column for the title or the text among DATE, NUMARTS, THEMES; name it by "
              "--map body=COLUMN, where COLUMN is a name or a number from 1");
    }

    TEST_CASE("read keeps the headlines of a table without text") {
        const CollectingSink sink = read(
            "stories_id,publish_date,title,url,language,media_name\n"
            "9,2019-05-01 08:00:00,Rain ends,https://example.org/r,en,Example Times\n");
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].id == "9");
        CHECK(sink.articles[0].source == "Example Times");
        CHECK(sink.articles[0].warnings == std::vector<Warning>{{"no_body", 1}});
    }

    TEST_CASE("read repairs rows whose missing or surplus cells do no harm") {
        const CollectingSink sink = read("title,text,url\nA,a\nB,b,u,,\n");
        CHECK(titles(sink) == Strings{"A", "B"});
        CHECK(sink.articles.at(0).warnings == std::vector<Warning>{{"ragged_row", 1}});
        CHECK(sink.articles.at(1).warnings.empty());
        const CollectingSink last = read("title,text\nA,one, two, three\n");
        CHECK(last.articles.at(0).paragraphs == Strings{"one, two, three"});
        CHECK(last.articles.at(0).warnings == std::vector<Warning>{{"ragged_row", 1}});
    }

    TEST_CASE("read rejects rows that would be misread and goes on") {
        const CollectingSink sink = read("title,text,url\nA,a,u\nB,b, more,u\nC\nD,d,u\n,,\n,,u\n");
        CHECK(titles(sink) == Strings{"A", "D"});
        CHECK(codes(sink) == Strings{"ragged_row", "ragged_row", "no_text"});
        CHECK(sink.rejects[0].reason.starts_with("line 3: the row has 4 columns, the header 3"));
        CHECK(sink.rejects[2].reason.starts_with("line 7: "));
    }

    TEST_CASE("read goes on at the next line after a quote that is not closed") {
        const CollectingSink sink =
            read("title,text,url\n\"A\",a,u\nB,\"b,u\nC,\"c\",u\nD,\"d\n\nd\",u\n");
        CHECK(titles(sink) == Strings{"A", "C", "D"});
        CHECK(codes(sink) == Strings{"unclosed_quote"});
        CHECK(sink.rejects.at(0).reason.starts_with("line 3: "));
        CHECK(sink.rejects.at(0).locator.record == 1);
    }

    TEST_CASE("read does not let an open quote swallow more than a record may have") {
        std::string bytes = "title,text\n\"A\",\"a\n";
        for (int row = 0; row < 2000; ++row) {
            bytes += "B" + std::to_string(row) + ",b\n";
        }
        SourceOptions options;
        options.limits.article_bytes = 1000;
        const CollectingSink sink = read(bytes, options);
        CHECK(sink.articles.size() == 2000);
        CHECK(codes(sink) == Strings{"unclosed_quote"});
        CHECK(read(bytes).articles.size() == 2000);
    }

    TEST_CASE("read takes a quote for text where no cell is quoted") {
        const CollectingSink sink = read("title,text\nA,\"a\nB,b\n");
        CHECK(titles(sink) == Strings{"A", "B"});
        CHECK(sink.articles.at(0).paragraphs == Strings{"\"a"});
    }

    TEST_CASE("read does not take longer than the input for many open quotes") {
        std::string bytes = "title,\"text\"\n";
        for (int row = 0; row < 50000; ++row) {
            bytes += "A,\"a\n";
        }
        const CollectingSink sink = read(bytes);
        CHECK(sink.articles.empty());
        CHECK(sink.rejects.size() == 50000);
    }

    TEST_CASE("read keeps to the length of a record") {
        SourceOptions options;
        options.limits.article_bytes = 20;
        const std::string fits = "A," + std::string(17, 'x') + "\n";
        CHECK(read("title,text\n" + fits, options).articles.size() == 1);
        const CollectingSink sink = read("title,text\nx" + fits + "B,b\n", options);
        CHECK(titles(sink) == Strings{"B"});
        CHECK(codes(sink) == Strings{"too_long"});
    }

    TEST_CASE("read drops zero bytes and words that mean nothing") {
        const CollectingSink sink = read(std::string("title,text,author\nA,a\0b,NULL\n", 29));
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].paragraphs == Strings{"ab"});
        CHECK(sink.articles[0].authors.empty());
    }

    TEST_CASE("sniff knows tables by their header") {
        CHECK(sniff("id,title,text\n1,A,\"a, b\"\n") == 85);
        CHECK(sniff("id,title,text\n1,A,\"a, b\"\n", "x.csv") == 88);
        CHECK(sniff("sep=;\nTitel;Inhalt\nA;a\n") == 85);
        CHECK(sniff("title,date,content\n1,A,\"a, b and so on without an end") == 70);
        CHECK(sniff("title,body,date\nA,B\nA,B,2001-01-01,x,y\n", "x.csv") == 53);
        CHECK(sniff("title,body,date\nA,B\nA,B,2001-01-01,x,y\n") == 0);
        CHECK(sniff("DATE\tLOCATIONS\tPERSONS\n1\ta\tb\n2\tc\td\n") == 60);
    }

    TEST_CASE("sniff leaves texts with commas alone") {
        for (const std::string_view text : {
                 "Leaders, in Budapest, met\n\nOne, two, three.\nFour, five, six.\n",
                 "Title: A, b\nDate: 2025-01-01\n\nText, here.\n",
                 "title, text\n",
                 "{\"title\": 1, \"text\": 2}\n{\"title\": 1, \"text\": 2}\n",
                 "<p>title,text</p>\na,b\nc,d\n",
                 "Paris, 3\nRome, 4\nBonn, 5\nBern, 6\nOslo, 7\n",
                 "",
             }) {
            CAPTURE(text);
            CHECK(sniff(text, "a.csv") == 0);
        }
    }
}
