// Text files with many articles, cut where a line of a pattern stands.
#include "indexer/source/text/line_records.hpp"

#include "indexer/source/text/line_pattern.hpp"
#include "indexer/source/text/text_reader.hpp"
#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;

namespace {

using Strings = std::vector<std::string>;

CollectingSink read(std::string_view bytes, std::string_view split_on, std::uint64_t limit = 1000) {
    SourceOptions options;
    options.split_on = split_on;
    options.limits.article_bytes = limit;
    return dateline::testing::read_bytes(TextReader(), bytes, options);
}

Strings titles(const CollectingSink& sink) {
    Strings list;
    for (const Article& article : sink.articles) {
        list.push_back(article.title);
    }
    return list;
}

/// Gives its bytes, then fails.
class FailingStream final : public ByteStream {
public:
    explicit FailingStream(std::string_view bytes) : inner_(bytes) {}

    [[nodiscard]] std::size_t read(std::span<char> buffer) override {
        const std::size_t got = inner_.read(buffer);
        if (got == 0) {
            throw StreamFailure{"truncated", "ends early"};
        }
        return got;
    }

private:
    MemoryStream inner_;
};

}  // namespace

TEST_SUITE("source.line_pattern") {
    TEST_CASE("line_pattern_problem says what is wrong with a pattern") {
        CHECK(line_pattern_problem("^TITLE: ") == std::nullopt);
        CHECK(line_pattern_problem("(") == "missing ): (");
        CHECK(line_pattern_problem("") == "the pattern is empty");
        CHECK(line_pattern_problem("^-*$") == "the pattern matches an empty line");
        CHECK(line_pattern_problem("(a)\\1").has_value());
    }

    TEST_CASE("matches takes time linear in the line") {
        const LinePattern pattern("^(a+)+b$");
        CHECK(pattern.matches("aab"));
        CHECK_FALSE(pattern.matches(std::string(100'000, 'a')));
        CHECK_FALSE(LinePattern("(").matches("("));
        CHECK(LinePattern("^第\\d+号").matches("第12号 ニュース"));
    }
}

TEST_SUITE("source.line_records") {
    TEST_CASE("read begins an article at each line that matches") {
        const std::string bytes = "TITLE: A\nDate: 2025-10-16\n\na one.\n\n\nTITLE: B\n\nb two.\n";
        const CollectingSink sink = read(bytes, "^TITLE: ");
        CHECK(titles(sink) == Strings{"A", "B"});
        CHECK(sink.articles.at(0).published.has_value());
        CHECK(sink.articles.at(0).paragraphs == Strings{"a one."});
        CHECK(sink.articles.at(1).locator.offset_bytes == bytes.find("TITLE: B"));
        CHECK(sink.articles.at(1).locator.record == 1);
        CHECK(sink.articles.at(1).format == "text");
    }

    TEST_CASE("read leaves out rows of dashes and keeps what stands before the first") {
        const CollectingSink sink = read("First\n\nx.\n=====\r\nSecond\r\n\r\ny.\n=====\n", "^=+$");
        CHECK(titles(sink) == Strings{"First", "Second"});
        CHECK(sink.articles.at(1).paragraphs == Strings{"y."});
    }

    TEST_CASE("read rejects an article that is too long and goes on") {
        const std::string bytes = "#1\n\n" + std::string(94, 'x') + "\n#2\n\nshort\n";
        CHECK(read(bytes, "^#", 99).articles.size() == 2);
        const CollectingSink sink = read(bytes, "^#", 98);
        CHECK(titles(sink) == Strings{"#2"});
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects[0].code == "too_long");
        CHECK(
            sink.rejects[0].reason ==
            "the article is longer than 98 bytes; check that --split-on matches the first line of "
            "each article, or raise the limit");
    }

    TEST_CASE("read decodes every article in the encoding of the stream") {
        const CollectingSink sink = read("#1\n\nZ\xFCrich und K\xF6ln\n#2\n\nplain\n", "^#");
        REQUIRE(sink.articles.size() == 2);
        CHECK(sink.articles[0].paragraphs == Strings{"Zürich und Köln"});
        CHECK(sink.articles[0].warnings == std::vector<Warning>{{"guessed_charset", 1}});
        CHECK(sink.articles[1].warnings.empty());
    }

    TEST_CASE("read marks the article before a failure and lets the failure pass") {
        SourceOptions options;
        options.split_on = "^#";
        CollectingSink sink;
        FailingStream stream("#1\n\na.\n#2\n\nb");
        CHECK_THROWS_AS(TextReader().read(stream, {}, options, sink), StreamFailure);
        REQUIRE(sink.articles.size() == 2);
        CHECK(sink.articles[0].warnings.empty());
        CHECK(sink.articles[1].warnings == std::vector<Warning>{{"incomplete", 1}});
    }
}
