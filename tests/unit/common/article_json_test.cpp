// Articles through JSON and back: any article, both forms, and what is no article.
#include "common/article/article_json.hpp"

#include "common/base/utf8.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>

namespace dateline {
namespace {

class ArticleMaker {
public:
    explicit ArticleMaker(std::uint64_t seed) : engine_(seed) {}

    Article article() {
        Article article;
        article.id = "i" + text();  // not empty, else the complete form puts the public id there
        for (std::string* field : {&article.collection,
                                   &article.locator.file,
                                   &article.locator.member,
                                   &article.format,
                                   &article.title,
                                   &article.published_from,
                                   &article.lang,
                                   &article.lang_from,
                                   &article.source,
                                   &article.section,
                                   &article.url,
                                   &article.dateline.place,
                                   &article.dateline.date}) {
            *field = text();
        }
        for (std::vector<std::string>* list : {&article.paragraphs,
                                               &article.captions,
                                               &article.authors,
                                               &article.people,
                                               &article.places,
                                               &article.orgs,
                                               &article.topics}) {
            for (std::size_t i = below(4); i > 0; --i) {
                list->push_back(text());
            }
        }
        for (std::uint32_t i = 0; i < article.paragraphs.size(); ++i) {
            if (below(2) == 0) {
                article.blocks.push_back({i, static_cast<BlockKind>(below(5))});
            }
        }
        for (std::size_t i = below(3); i > 0; --i) {
            set_evidence(article, text(), text());
        }
        article.locator.offset_bytes = engine_();
        article.locator.record = below(1000);
        article.published = date();
        article.modified = date();
        for (std::size_t i = below(3); i > 0; --i) {
            article.mentions.push_back(mention());
            article.warnings.push_back({text(), engine_() >> below(64)});
        }
        return article;
    }

private:
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(engine_() % bound); }

    std::string text() {
        static const std::array<std::string_view, 12> pieces = {"a",
                                                                "B ",
                                                                "\"",
                                                                "\\",
                                                                "\n",
                                                                "\t",
                                                                "\x01",
                                                                "\u00E9",
                                                                "\u6771",
                                                                "\U0001F600",
                                                                "</script>",
                                                                "\u2028"};
        std::string text;
        for (std::size_t i = below(6); i > 0; --i) {
            text += pieces[below(pieces.size())];
        }
        return text;
    }

    std::optional<time::Published> date() {
        static const std::array<std::string_view, 8> dates = {"",
                                                              "1000",
                                                              "2025-10",
                                                              "2025-10-16",
                                                              "2025-10-16T18:02:00Z",
                                                              "2025-10-16T20:02:00.125+02:00",
                                                              "9999-12-31T23:59:59.999Z",
                                                              "1899-01-01T00:00:00-11:30"};
        return time::parse_iso_time(dates[below(dates.size())]);
    }

    Mention mention() {
        Mention mention;
        mention.type = static_cast<MentionType>(below(4));
        mention.start_bytes = static_cast<std::uint32_t>(below(4));
        mention.end_bytes = mention.start_bytes + 1 + static_cast<std::uint32_t>(below(4));
        mention.id = text();
        mention.name = text();
        mention.value = text();
        mention.method = text();
        mention.honorific = text();
        for (std::size_t i = below(3); i > 0; --i) {
            mention.path.push_back({text(), text(), text()});
        }
        if (below(2) == 0) {
            mention.coordinates = {static_cast<double>(below(180)) / 2, -47.498};
        }
        if (below(2) == 0) {
            const auto from = std::chrono::sys_days(std::chrono::days(below(20'000)));
            mention.days = {from, from + std::chrono::days(below(400)), text()};
        }
        return mention;
    }

    std::mt19937_64 engine_;
};

}  // namespace

TEST_SUITE("article.article_json") {
    TEST_CASE("read_article reads back what write_article wrote, in both forms") {
        ArticleMaker maker(7);
        for (int i = 0; i < 300; ++i) {
            const Article article = maker.article();
            for (const ArticleJsonForm form :
                 {ArticleJsonForm::Stored, ArticleJsonForm::Complete}) {
                const std::string json = write_article(article, form, "0123456789abcdef");
                CAPTURE(json);
                CHECK(json.find('\n') == std::string::npos);
                CHECK(is_valid_utf8(json));
                CHECK(read_article(json) == article);
            }
        }
    }

    TEST_CASE("write_article puts the public id in the complete form of an article without id") {
        const Article article;
        CHECK(read_article(write_article(article, ArticleJsonForm::Complete, "0123456789abcdef"))
                  ->id == "0123456789abcdef");
        CHECK(read_article(write_article(article, ArticleJsonForm::Stored, "0123456789abcdef")) ==
              article);
    }

    TEST_CASE("write_article replaces ill-formed UTF-8") {
        Article article;
        article.title = "a\xFF z";
        const auto read = read_article(write_article(article, ArticleJsonForm::Stored));
        REQUIRE(read.has_value());
        CHECK(read->title == "a\uFFFD z");
    }

    TEST_CASE("read_article refuses what is no article") {
        for (const std::string_view json : {"",
                                            "{",
                                            "[]",
                                            "7",
                                            "{}",
                                            R"({"schema":"dateline.article/2"})",
                                            R"({"schema":7})",
                                            R"({"schema":"dateline.article/1"} x)"}) {
            CAPTURE(json);
            CHECK_FALSE(read_article(json).has_value());
        }
    }

    TEST_CASE("read_article leaves out blocks that do not fit the paragraphs") {
        const auto article = read_article(
            R"({"schema":"dateline.article/1","paragraphs":["a","b"],"blocks":[{"paragraph":1,"kind":"quote"},)"
            R"({"paragraph":0,"kind":"heading"},{"paragraph":2,"kind":"quote"},{"paragraph":1,"kind":"x"},7]})");
        REQUIRE(article.has_value());
        CHECK(article->blocks == std::vector<Block>{{1, BlockKind::Quote}});
    }

    TEST_CASE("read_article gives back the quotes that write_article wrote") {
        Article article;
        article.paragraphs = {"\"Yes\" and \"no\""};
        article.quotes = {{1, 4, "P:ada", "Ada", "rules"}, {11, 13, "", "", ""}};
        for (const ArticleJsonForm form : {ArticleJsonForm::Stored, ArticleJsonForm::Complete}) {
            const auto read = read_article(write_article(article, form));
            REQUIRE(read.has_value());
            CHECK(read->quotes == article.quotes);
        }
    }

    TEST_CASE("read_article leaves out quotes that overlap or have no text") {
        const auto article = read_article(
            R"({"schema":"dateline.article/1","quotes":[{"start":3,"end":3},{"start":5,"end":9},)"
            R"({"start":8,"end":12},7,{"start":9,"end":4294967296},{"start":9,"end":10,"speaker":7}]})");
        REQUIRE(article.has_value());
        CHECK(article->quotes == std::vector<Quote>{{5, 9, "", "", ""}, {9, 10, "", "", ""}});
    }

    TEST_CASE("read_quote refuses what has no range") {
        CHECK(read_quote(R"({"start":0,"end":4294967295,"method":"m"})") ==
              Quote{0, 4294967295U, "", "", "m"});
        for (const std::string_view json : {"",
                                            "7",
                                            "{}",
                                            R"({"start":1})",
                                            R"({"end":1})",
                                            R"({"start":2,"end":2})",
                                            R"({"start":-1,"end":2})",
                                            R"({"start":0,"end":4294967296})"}) {
            CAPTURE(json);
            CHECK_FALSE(read_quote(json).has_value());
        }
    }

    TEST_CASE("drop_blank_paragraphs moves blocks with their paragraphs") {
        Article article;
        article.paragraphs = {" ", "a", "", "b", "\n", "c"};
        article.blocks = {{0, BlockKind::Table}, {1, BlockKind::Heading}, {5, BlockKind::Quote}};
        drop_blank_paragraphs(article);
        CHECK(article.paragraphs == std::vector<std::string>{"a", "b", "c"});
        CHECK(article.blocks == std::vector<Block>{{0, BlockKind::Heading}, {2, BlockKind::Quote}});
    }

    TEST_CASE("set_evidence keeps one row a field in order") {
        Article article;
        set_evidence(article, "title", "meta");
        set_evidence(article, "authors", "jsonld");
        set_evidence(article, "title", "opengraph");
        CHECK(article.evidence ==
              std::vector<Evidence>{{"authors", "jsonld"}, {"title", "opengraph"}});
    }

    TEST_CASE("read_article leaves out members of another type") {
        const auto article = read_article(
            R"({"schema":"dateline.article/1","title":7,"paragraphs":["a",7,"b"],"published":"soon","locator":"x",)"
            R"("mentions":[7,{"type":"ship"},{"type":"place","start":1,"end":2}],"warnings":7,"extra":{}})");
        REQUIRE(article.has_value());
        CHECK(article->title.empty());
        CHECK(article->paragraphs == std::vector<std::string>{"a", "b"});
        CHECK_FALSE(article->published.has_value());
        REQUIRE(article->mentions.size() == 1);
        CHECK(article->mentions[0].type == MentionType::Place);
        CHECK(article->warnings.empty());
    }

    TEST_CASE("write_article keeps a speaker of whom only the id or only the name is known") {
        Article article;
        article.title = "One two three";
        article.quotes = {{0, 3, "P:ada", "", "editor"}, {4, 7, "", "Eve", "editor"}};
        const auto read = read_article(write_article(article, ArticleJsonForm::Stored));
        REQUIRE(read.has_value());
        CHECK(read->quotes == article.quotes);
    }
}

}  // namespace dateline
