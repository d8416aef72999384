// What the score of a hit is made of: boosts, entities, age, likeness.
#include "common/base/error.hpp"
#include "query/compile/compiler.hpp"
#include "query/parse/bag_of_words.hpp"
#include "tests/property/archive.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace dateline::search {
namespace {

Article article_of(const std::string& id, const std::string& title, int day = 0) {
    Article article;
    article.id = id;
    article.title = title;
    article.lang = "en";
    if (day > 0) {
        const std::chrono::sys_days date = std::chrono::year(2025) / std::chrono::March / day;
        article.published =
            time::Published{time::TimestampMs(date.time_since_epoch()), time::Precision::Day, {}};
        article.published_from = "metadata";
    }
    return article;
}

/// Adds a mention of a person at `start`.
void mention(Article& article, const std::string& id, const std::string& name, std::size_t start) {
    Mention mention;
    mention.type = MentionType::Person;
    mention.id = id;
    mention.name = name;
    mention.start_bytes = static_cast<std::uint32_t>(start);
    mention.end_bytes = static_cast<std::uint32_t>(start + name.size());
    mention.method = "model";
    article.mentions.push_back(mention);
}

parse::Node like(const std::string& id) {
    parse::Node node;
    node.kind = parse::NodeKind::Like;
    node.text = id;
    return node;
}

SearchRequest request_of(parse::Node tree) {
    SearchRequest request;
    request.tree = std::move(tree);
    request.limit = 100;
    return request;
}

std::vector<std::string> ids(Searcher& searcher, const SearchRequest& request) {
    std::vector<std::string> found;
    for (const Hit& hit : property::load_hits(searcher, searcher.search(request))) {
        found.push_back(hit.article.id);
    }
    return found;
}

std::map<std::string, double> scores(Searcher& searcher, const parse::Node& tree) {
    std::map<std::string, double> found;
    for (const Hit& hit : property::load_hits(searcher, searcher.search(request_of(tree)))) {
        found[hit.article.id] = hit.score;
    }
    return found;
}

}  // namespace

TEST_SUITE("search.ranking") {
    TEST_CASE("search multiplies the score of a clause by its boost") {
        const testing::TempDir folder;
        Searcher searcher(property::index_articles(
            folder,
            "archive.idx",
            {article_of("a", "tin mine"), article_of("b", "oil mine"), article_of("c", "gas")},
            {2, 1}));
        parse::Node any = property::tree_of("tin OR oil");
        any.children[1].boost = 2.5;
        const std::map<std::string, double> found = scores(searcher, any);
        REQUIRE(found.size() == 2);
        CHECK(std::abs(found.at("b") - 2.5 * found.at("a")) < 1e-5);
        any.boost = 2;
        CHECK(std::abs(scores(searcher, any).at("b") - 5 * found.at("a")) < 1e-5);
    }

    TEST_CASE("search ranks articles that are about an entity before those that mention it") {
        const testing::TempDir folder;
        Article about = article_of("about", "talks");
        about.paragraphs = {"Ann Lee said so.", "Filler text of one more line here."};
        mention(about, "P:ann-lee", "Ann Lee", 7);
        Article mentions = article_of("mentions", "talks");
        mentions.paragraphs = {"Filler text of one more line here.", "Ann Lee said so."};
        mention(mentions, "P:ann-lee", "Ann Lee", 43);
        Searcher searcher(
            property::index_articles(folder, "archive.idx", {about, mentions}, {2, 1}));
        for (const std::string clause : {"person:lee", "person:\"Ann Lee\"", "person:@ann-lee"}) {
            CAPTURE(clause);
            const auto words = scores(searcher, property::tree_of("talks"));
            const auto both = scores(searcher, property::tree_of("talks AND " + clause));
            CHECK(std::abs(both.at("about") - words.at("about") - compile::kAboutWeight) < 1e-5);
            CHECK(std::abs(both.at("mentions") - words.at("mentions") - compile::kMentionWeight) <
                  1e-5);
            // Without words there is nothing to rank by but the date.
            const Answer alone = searcher.search(request_of(property::tree_of(clause)));
            CHECK(alone.sort == SortOrder::NewestFirst);
            CHECK(alone.total == 2);
        }
        CHECK(scores(searcher, property::tree_of("talks AND about:lee")).size() == 1);
    }

    TEST_CASE("search halves scores with each half-life") {
        const testing::TempDir folder;
        Searcher searcher(property::index_articles(folder,
                                                   "archive.idx",
                                                   {article_of("old", "tin tin tin", 1),
                                                    article_of("new", "tin can", 31),
                                                    article_of("undated", "tin can")},
                                                   {2, 1}));
        SearchRequest request = request_of(property::tree_of("tin"));
        CHECK(ids(searcher, request).front() == "old");
        const auto plain = scores(searcher, request.tree);
        request.half_life = 10;
        CHECK(ids(searcher, request).front() == "new");
        for (const Hit& hit : property::load_hits(searcher, searcher.search(request))) {
            CAPTURE(hit.article.id);
            const double share = hit.article.id == "new" ? 1 : 0.125;
            CHECK(std::abs(hit.score - share * plain.at(hit.article.id)) < 1e-5);
        }
        request.half_life = 36'500;
        CHECK(ids(searcher, request).front() == "old");
    }

    TEST_CASE("search reads a bag of words without its stop words") {
        const testing::TempDir folder;
        Searcher searcher(property::index_articles(
            folder,
            "archive.idx",
            {article_of("a", "the tin"), article_of("b", "oil"), article_of("c", "the gas")},
            {1, 1}));
        SearchRequest request =
            request_of(*parse::read_bag_of_words("What about the tin: oil?").tree);
        request.bag_of_words = true;
        const Answer answer = searcher.search(request);
        CHECK(answer.canonical == "tin OR oil");
        CHECK(answer.dropped == std::vector<std::string>{"what", "about", "the"});
        CHECK(answer.total == 2);
    }

    TEST_CASE("like finds earlier articles on the subject but no copies and not itself") {
        const std::string story = "cartel agrees tin export quota after price collapse in london";
        std::vector<Article> articles = {
            article_of("story", story, 10),
            article_of("copy", story + " update", 9),
            article_of("earlier", "tin cartel meets in london on export quota", 5),
            article_of("later", "tin cartel meets in london on export quota again", 15),
            article_of("undated", "tin cartel meets on london export quota"),
            article_of("other", "coffee harvest in brazil", 4)};
        for (int i = 0; i < 20; ++i) {
            articles.push_back(article_of("filler" + std::to_string(i), "rain and sun today", 2));
        }
        for (const std::uint32_t shards : {1U, 3U}) {
            CAPTURE(shards);
            const testing::TempDir folder;
            Searcher searcher(
                property::index_articles(folder, "archive.idx", articles, {shards, 1}));
            CHECK(ids(searcher, request_of(like("story"))) == std::vector<std::string>{"earlier"});
            const Answer answer = searcher.search(request_of(like("story")));
            CHECK(answer.sort == SortOrder::Relevance);
            REQUIRE_FALSE(answer.like.empty());
            CHECK(answer.like.size() <= compile::kLikeWords + compile::kLikeEntities);
            CHECK(std::any_of(answer.like.begin(), answer.like.end(), [](const auto& added) {
                return added.clause == "quota" && added.boost > 0;
            }));
            // Without a date there is no earlier and later.
            const std::vector<std::string> undated = ids(searcher, request_of(like("undated")));
            CHECK(std::find(undated.begin(), undated.end(), "later") != undated.end());
            CHECK(std::find(undated.begin(), undated.end(), "undated") == undated.end());
        }
    }

    TEST_CASE("like goes together with other clauses") {
        const testing::TempDir folder;
        Searcher searcher(
            property::index_articles(folder,
                                     "archive.idx",
                                     {article_of("story", "tin cartel export quota price", 10),
                                      article_of("one", "tin cartel fears quota fight", 5),
                                      article_of("two", "export quota of the tin cartel fails", 6),
                                      article_of("three", "rain", 7)},
                                     {2, 1}));
        parse::Node both = property::tree_of("fears AND x");
        both.children[1] = like("story");
        CHECK(ids(searcher, request_of(both)) == std::vector<std::string>{"one"});
        parse::Node without = property::tree_of("quota AND NOT x");
        without.children[1].children[0] = like("story");
        const std::vector<std::string> rest = ids(searcher, request_of(without));
        CHECK(rest == std::vector<std::string>{"story"});
    }

    TEST_CASE("like refuses an id that no article has") {
        const testing::TempDir folder;
        Searcher searcher(
            property::index_articles(folder, "archive.idx", {article_of("a", "tin")}, {1, 1}));
        try {
            static_cast<void>(searcher.search(request_of(like("nosuch"))));
            FAIL_CHECK("no error");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::QuerySyntax);
            CHECK(std::string(error.what()).find("@nosuch") != std::string::npos);
        }
        // An article none of whose words another one has.
        CHECK(ids(searcher, request_of(like("a"))).empty());
    }
}

}  // namespace dateline::search
