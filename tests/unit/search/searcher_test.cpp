// Finding one article by id, loading hits, and the frame of an answer.
#include "query/search/searcher.hpp"

#include "common/base/error.hpp"
#include "query/search/facet_request.hpp"
#include "tests/property/archive.hpp"

#include <doctest/doctest.h>

#include <string>

namespace dateline::search {
namespace {

Article article_of(const std::string& id,
                   const std::string& title,
                   const std::string& collection = "") {
    Article article;
    article.id = id;
    article.title = title;
    article.collection = collection;
    article.lang = "en";
    return article;
}

/// The hint of the error that finding `id` gives; empty if there is none.
std::string hint_of(Searcher& searcher, const std::string& id) {
    try {
        static_cast<void>(searcher.find_article(id));
        return {};
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::QuerySyntax);
        return std::string(error.hint());
    }
}

SearchRequest request_of(const std::string& query) {
    SearchRequest request;
    request.tree = property::tree_of(query);
    return request;
}

}  // namespace

TEST_SUITE("search.searcher") {
    TEST_CASE("find_article takes a public id, a beginning of one, and a given id") {
        const testing::TempDir folder;
        Searcher searcher(property::index_articles(folder,
                                                   "archive.idx",
                                                   {article_of("00aa11bb22cc33dd", "One"),
                                                    article_of("00aa11bb22cc33de", "Two"),
                                                    article_of("Wire 7", "Three"),
                                                    article_of("00aa", "Four")},
                                                   {2, 1}));
        REQUIRE(searcher.find_article("00aa11bb22cc33dd").has_value());
        CHECK(searcher.find_article("00aa11bb22cc33dd")->article.title == "One");
        CHECK(searcher.find_article(" 00aa11bb22cc33de ")->article.title == "Two");
        CHECK(searcher.find_article("wire 7")->article.title == "Three");
        const std::string public_id = searcher.find_article("WIRE 7")->id;
        CHECK(searcher.find_article(public_id)->article.title == "Three");
        CHECK(searcher.find_article(public_id.substr(0, 8))->article.title == "Three");
        CHECK_FALSE(searcher.find_article("00aa11bb22cc33df").has_value());
        CHECK_FALSE(searcher.find_article("00a").has_value());  // too short for a beginning
        CHECK_FALSE(searcher.find_article("").has_value());
    }

    TEST_CASE("find_article lists the articles that a beginning fits") {
        const testing::TempDir folder;
        Searcher searcher(property::index_articles(
            folder,
            "archive.idx",
            {article_of("00aa11bb22cc33dd", "One"), article_of("00aa11bb22cc33de", "Two")},
            {2, 1}));
        CHECK(hint_of(searcher, "00aa") == "use one of @00aa11bb22cc33dd @00aa11bb22cc33de");
        CHECK(hint_of(searcher, "00aa11bb22cc33d") ==
              "use one of @00aa11bb22cc33dd @00aa11bb22cc33de");
        CHECK(hint_of(searcher, "00aa11bb22cc33dd").empty());
    }

    TEST_CASE("find_article lists the articles of several collections with one given id") {
        const testing::TempDir folder;
        Searcher searcher(
            property::index_articles(folder,
                                     "archive.idx",
                                     {article_of("7", "One", "one"), article_of("7", "Two", "two")},
                                     {2, 1}));
        CHECK(hint_of(searcher, "7").size() == std::string("use one of").size() + 2 * 18);
    }

    TEST_CASE("load_hit gives rank, marks and the stored article") {
        const testing::TempDir folder;
        Article article = article_of("7", "Summit on sanctions");
        article.paragraphs = {"Nothing here. The sanctions bite. Nothing there."};
        Searcher searcher(property::index_articles(
            folder, "archive.idx", {article, article_of("8", "Oil")}, {1, 1}));
        const Answer answer = searcher.search(request_of("sanction"));
        REQUIRE(answer.hits == 1);
        const std::optional<Hit> hit = searcher.load_hit(0);
        REQUIRE(hit.has_value());
        CHECK(hit->rank == 1);
        CHECK(hit->score > 0);
        CHECK(hit->article.title == article.title);
        CHECK(hit->title.marks == std::vector<Mark>{{10, 19}});
        REQUIRE(hit->snippets.size() == 1);
        CHECK(hit->snippets[0].text == "The sanctions bite.");
        CHECK(hit->snippets[0].marks == std::vector<Mark>{{4, 13}});
        CHECK_FALSE(hit->snippets[0].cut_before);
        CHECK_FALSE(hit->snippets[0].cut_after);
    }

    TEST_CASE("load_hit shows text before headings where neither has more of the query") {
        const testing::TempDir folder;
        Article article = article_of("7", "Summit");
        article.paragraphs = {"By Anna Kovacs", "The talks began."};
        article.blocks = {{0, BlockKind::Heading}};
        Searcher searcher(property::index_articles(folder, "archive.idx", {article}, {1, 1}));
        REQUIRE(searcher.search(request_of("summit")).hits == 1);
        CHECK(searcher.load_hit(0)->snippets[0].text == "The talks began.");
        REQUIRE(searcher.search(request_of("kovacs")).hits == 1);
        CHECK(searcher.load_hit(0)->snippets[0].text == "By Anna Kovacs");
    }

    TEST_CASE("load_hit says where the sentence of a snippet was cut") {
        const testing::TempDir folder;
        std::string before;
        std::string after;
        for (int i = 0; i < 80; ++i) {
            before += "before ";
            after += " after";
        }
        Article article = article_of("7", "Summit");
        article.paragraphs = {before + "sanctions" + after + "."};
        Searcher searcher(property::index_articles(folder, "archive.idx", {article}, {1, 1}));
        REQUIRE(searcher.search(request_of("sanctions")).hits == 1);
        const std::optional<Hit> hit = searcher.load_hit(0);
        REQUIRE(hit->snippets.size() == 1);
        CHECK(hit->snippets[0].cut_before);
        CHECK(hit->snippets[0].cut_after);
        REQUIRE(searcher.search(request_of("before")).hits == 1);
        CHECK_FALSE(searcher.load_hit(0)->snippets[0].cut_before);
    }

    TEST_CASE("search gives no hit beyond the last one") {
        const testing::TempDir folder;
        Searcher searcher(
            property::index_articles(folder, "archive.idx", {article_of("7", "Oil")}, {1, 1}));
        SearchRequest request = request_of("oil");
        request.offset = 1;
        CHECK(searcher.search(request).total == 1);
        CHECK(searcher.search(request).hits == 0);
        request.offset = 1000;
        CHECK(searcher.search(request).hits == 0);
        request.offset = 0;
        request.limit = 0;
        CHECK(searcher.search(request).hits == 0);
        CHECK(searcher.search(request).total == 1);
    }

    TEST_CASE("search sorts by date where nothing weighs") {
        const testing::TempDir folder;
        Searcher searcher(
            property::index_articles(folder, "archive.idx", {article_of("7", "Oil")}, {1, 1}));
        CHECK(searcher.search(request_of("oil")).sort == SortOrder::Relevance);
        CHECK(searcher.search(request_of("NOT gas")).sort == SortOrder::NewestFirst);
        CHECK(searcher.search(request_of("lang:en")).sort == SortOrder::NewestFirst);
        CHECK(searcher.search(request_of("lang:en OR oil")).sort == SortOrder::Relevance);
    }

    TEST_CASE("search works on an empty index") {
        const testing::TempDir folder;
        Searcher searcher(property::index_articles(folder, "archive.idx", {}, {2, 1}));
        for (const char* query : {"*",
                                  "oil",
                                  "\"oil price\"",
                                  "oi*",
                                  "person:smith",
                                  "date:2024",
                                  "after:2024",
                                  "date:none",
                                  "len:0",
                                  "NOT oil",
                                  "id:7",
                                  "lead:oil",
                                  "=oil",
                                  "person:\"John Smith\""}) {
            CAPTURE(query);
            SearchRequest request = request_of(query);
            request.facets = parse_facets("person,date.month");
            CHECK(searcher.search(request).total == 0);
        }
        CHECK_FALSE(searcher.find_article("0000000000000000").has_value());
        CHECK(searcher.info().articles == 0);
    }
}

}  // namespace dateline::search
