// Stop words, expansions and their limits, and errors of compilation.
#include "common/base/error.hpp"
#include "query/compile/compiler.hpp"
#include "query/compile/stop_words.hpp"
#include "query/compile/text_weight.hpp"
#include "query/search/facet_request.hpp"
#include "tests/property/archive.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <optional>

namespace dateline::compile {
namespace {

/// `query` without stop words of `language`, and what was dropped, in brackets.
std::string pruned(const std::string& query, const std::string& language = "en") {
    QueryWords words({"en", ""});
    const PrunedQuery result = drop_stop_words(property::tree_of(query), language, words);
    std::string text = print_query(result.tree);
    for (const std::string& word : result.dropped) {
        text += " [" + word + "]";
    }
    return text;
}

Article article_of(const std::string& text, const std::string& lang = "en") {
    Article article;
    article.title = text;
    article.lang = lang;
    return article;
}

/// An article of the `count` different words `zz0000`, `zz0001` …
Article many_words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        std::array<char, 16> word{};
        std::snprintf(word.data(), word.size(), "zz%04d ", i);
        text += word.data();
    }
    return article_of(text);
}

search::SearchRequest request_of(const std::string& query) {
    search::SearchRequest request;
    request.tree = property::tree_of(query);
    return request;
}

std::optional<ErrorCode> error_of(search::Searcher& searcher, const std::string& query) {
    try {
        static_cast<void>(searcher.search(request_of(query)));
        return std::nullopt;
    } catch (const Error& error) {
        return error.code();
    }
}

}  // namespace

TEST_SUITE("compile.compiler") {
    TEST_CASE("drop_stop_words leaves stop words out beside other words only") {
        CHECK(pruned("the summit") == "summit [the]");
        CHECK(pruned("The Summit OF leaders") == "Summit AND leaders [The] [OF]");
        CHECK(pruned("the") == "the");
        CHECK(pruned("to be or") == "to AND be AND or");
        CHECK(pruned("the NOT summit") == "the AND NOT summit");
        CHECK(pruned("the person:smith") == "the AND person:smith");
        CHECK(pruned("the title:summit") == "title:summit [the]");
        CHECK(pruned("the \"of\"") == "\"of\" [the]");
    }

    TEST_CASE(
        "drop_stop_words keeps words in quotes, in fields, exact ones, prefixes, tags, and those "
        "under OR and NOT") {
        for (const char* query : {"=the AND summit",
                                  "\"the\" AND summit",
                                  "title:the AND summit",
                                  "th* AND summit",
                                  "the OR summit",
                                  "NOT the AND summit",
                                  "\"#the\" AND summit"}) {
            CAPTURE(query);
            CHECK(pruned(query) == print_query(property::tree_of(query)));
        }
        CHECK(pruned("oil (the OR of)") == "oil AND (the OR of)");
        CHECK(pruned("oil OR (the gas)") == "oil OR gas [the]");
        CHECK(pruned("NOT (the gas)") == "NOT (the AND gas)");
    }

    TEST_CASE("drop_stop_words takes the words of its language only") {
        CHECK(pruned("der Gipfel the", "de") == "Gipfel AND the [der]");
        CHECK(pruned("the summit", "ja") == "the AND summit");
        CHECK(pruned("the summit", "") == "the AND summit");
    }

    TEST_CASE("search drops the same words with a lang: clause as without") {
        const testing::TempDir folder;
        search::Searcher searcher(property::index_articles(folder,
                                                           "archive.idx",
                                                           {article_of("the oil"),
                                                            article_of("oil price"),
                                                            article_of("Das Öl: oil", "de"),
                                                            article_of("oil", "de"),
                                                            article_of("the the")},
                                                           {2, 1}));
        search::SearchRequest request = request_of("the oil");
        request.facets = search::parse_facets("lang");
        const search::Answer answer = searcher.search(request);
        CHECK(answer.dropped == std::vector<std::string>{"the"});
        CHECK(answer.total == 4);
        REQUIRE(answer.facets[0].values.size() == 2);
        for (const search::FacetValueCount& value : answer.facets[0].values) {
            CAPTURE(value.query);
            CHECK(searcher.search(request_of(value.query)).total == value.articles);
        }
    }

    TEST_CASE("search allows a wildcard 1000 words and no more") {
        const testing::TempDir folder;
        search::Searcher at_limit(
            property::index_articles(folder, "at-limit", {many_words(1000)}, {1, 1}));
        search::Searcher over(property::index_articles(folder, "over", {many_words(1001)}, {1, 1}));
        for (const char* query : {"zz*", "title:zz*", "hlead:zz*"}) {
            CAPTURE(query);
            CHECK(at_limit.search(request_of(query)).total == 1);
            CHECK(error_of(over, query) == ErrorCode::QuerySyntax);
        }
        CHECK(over.search(request_of("zz0*")).total == 1);
        CHECK(over.search(request_of("body:zz0*")).total == 0);
    }

    TEST_CASE("search allows a name 1000 entities and no more") {
        const testing::TempDir folder;
        Article article = article_of("Names");
        for (int i = 0; i < 1000; ++i) {
            article.people.push_back("John Smith " + std::to_string(i));
        }
        search::Searcher at_limit(property::index_articles(folder, "at-limit", {article}, {1, 1}));
        CHECK(at_limit.search(request_of("person:\"john smith\"")).total == 1);
        article.people.emplace_back("Old John Smith");
        search::Searcher over(property::index_articles(folder, "over", {article}, {1, 1}));
        CHECK(error_of(over, "person:\"john smith\"") == ErrorCode::QuerySyntax);
        CHECK(over.search(request_of("person:=\"old john smith\"")).total == 1);
        CHECK(over.search(request_of("person:smith")).total == 1);
    }

    TEST_CASE("search refuses a word without letters and digits") {
        const testing::TempDir folder;
        search::Searcher searcher(
            property::index_articles(folder, "archive.idx", {article_of("Oil")}, {1, 1}));
        for (const parse::NodeKind kind : {parse::NodeKind::Word, parse::NodeKind::Phrase}) {
            search::SearchRequest request;
            request.tree.kind = kind;
            request.tree.text = "!?";
            try {
                static_cast<void>(searcher.search(request));
                FAIL_CHECK("no error");
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::QuerySyntax);
                CHECK(std::string(error.what()).find("'!?'") != std::string::npos);
            }
        }
    }

    TEST_CASE("drop_stop_words_of_bag leaves stop words out unless all are such") {
        QueryWords words({"en", ""});
        const auto bag = [&](const std::string& query) {
            const PrunedQuery result =
                drop_stop_words_of_bag(property::tree_of(query), "en", words);
            return print_query(result.tree) + ' ' + std::to_string(result.dropped.size());
        };
        CHECK(bag("what OR about OR oil OR prices") == "oil OR prices 2");
        CHECK(bag("what OR oil^2") == "oil^2 1");
        CHECK(bag("to OR be") == "to OR be 0");
        CHECK(bag("the") == "the 0");
    }

    TEST_CASE("index_languages lists the languages by frequency, the unknown one last") {
        const testing::TempDir folder;
        const auto index = property::index_articles(folder,
                                                    "archive.idx",
                                                    {article_of("a", "fr"),
                                                     article_of("b", "de-at"),
                                                     article_of("c", "de"),
                                                     article_of("d", "en")},
                                                    {2, 1});
        const storage::IndexReader reader(index);
        CHECK(index_languages(reader) == std::vector<std::string>{"de", "en", "fr"});
    }
}

}  // namespace dateline::compile
