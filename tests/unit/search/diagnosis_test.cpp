// Why queries find nothing, what to ask instead, and what open words and names stand for.
#include "query/search/diagnosis.hpp"

#include "common/base/error.hpp"
#include "query/search/searcher.hpp"
#include "tests/property/archive.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace dateline::search {
namespace {

Article article_of(const std::string& title, const std::string& text, const std::string& day) {
    static int number = 0;
    Article article;
    article.id = "a" + std::to_string(++number);
    article.title = title;
    article.paragraphs = {text};
    article.lang = "en";
    article.published = time::parse_iso_time(day);
    return article;
}

std::vector<Article> sample_articles() {
    std::vector<Article> articles;
    for (int i = 0; i < 5; ++i) {
        articles.push_back(article_of("Rates rise " + std::to_string(i),
                                      "The government raised interest rates again.",
                                      "2025-10-0" + std::to_string(i + 1)));
    }
    articles.push_back(
        article_of("Sanctions on oil", "Prices of crude oil rose after sanctions.", "2025-10-15"));
    articles.push_back(article_of("A price for oil", "Crude cost more.", "2025-10-20"));
    articles.back().people = {"Vladimir Putin"};
    return articles;
}

struct Archive {
    testing::TempDir folder;
    Searcher searcher;

    explicit Archive(const std::vector<Article>& articles = sample_articles())
        : searcher(property::index_articles(folder, "archive.idx", articles, {2, 1})) {}

    Answer search(const std::string& query, bool all_names = false) {
        SearchRequest request;
        request.tree = property::tree_of(query);
        request.all_names = all_names;
        return searcher.search(request);
    }

    Diagnosis diagnosis_of(const std::string& query) {
        REQUIRE(search(query).total == 0);
        return searcher.diagnose();
    }

    /// The suggestions for `query` with their articles.
    std::vector<std::pair<std::string, std::uint64_t>> suggestions_for(const std::string& query) {
        std::vector<std::pair<std::string, std::uint64_t>> found;
        for (const Suggestion& suggestion : diagnosis_of(query).suggestions) {
            found.emplace_back(suggestion.query, suggestion.articles);
        }
        return found;
    }
};

using List = std::vector<std::pair<std::string, std::uint64_t>>;
using Killers = std::vector<std::vector<std::size_t>>;

}  // namespace

TEST_SUITE("search.diagnosis") {
    TEST_CASE("diagnose counts clauses and names the one that finds nothing") {
        Archive archive;
        const Diagnosis diagnosis = archive.diagnosis_of("sanctions xyzzyx date:2025-10");
        REQUIRE(diagnosis.clauses.size() == 3);
        CHECK(diagnosis.clauses[0].clause == "sanctions");
        CHECK(diagnosis.clauses[0].articles == 1);
        CHECK(diagnosis.clauses[1].articles == 0);
        CHECK(diagnosis.clauses[1].span.offset_bytes == 10);
        CHECK(diagnosis.clauses[1].span.size_bytes == 6);
        CHECK(diagnosis.clauses[2].articles == 7);
        CHECK(diagnosis.killers == Killers{{1}});
        REQUIRE(diagnosis.suggestions.size() == 1);
        CHECK(diagnosis.suggestions[0].query == "sanctions AND date:2025-10");
        CHECK(diagnosis.suggestions[0].reason == "without xyzzyx");
        CHECK(diagnosis.complete);
    }

    TEST_CASE("diagnose names the pair that finds nothing together") {
        Archive archive;
        const Diagnosis diagnosis = archive.diagnosis_of("oil interest title:rates");
        CHECK(diagnosis.killers == Killers{{0, 1}, {0, 2}});
        // What is left says most: the fewest articles.
        CHECK(archive.suggestions_for("oil sanctions interest").back() ==
              std::pair<std::string, std::uint64_t>{"oil AND sanctions", 1});
    }

    TEST_CASE("diagnose takes phrases and parts of the text apart") {
        Archive archive;
        CHECK(archive.suggestions_for("\"sanctions oil\"").back() ==
              std::pair<std::string, std::uint64_t>{"sanctions NEAR/10 oil", 1});
        CHECK(archive.suggestions_for("title:government").front() ==
              std::pair<std::string, std::uint64_t>{"government", 5});
    }

    TEST_CASE("diagnose finds the nearest day on either side") {
        Archive archive;
        CHECK(archive.suggestions_for("oil date:2025-10-16") ==
              List{{"oil AND date:2025-10-15", 1}, {"oil", 2}});
        CHECK(archive.suggestions_for("oil date:2025-10-18..2025-10-19").front().first ==
              "oil AND date:2025-10-20");
        CHECK(archive.suggestions_for("date:2030") == List{{"date:2025-10-20", 1}});
        CHECK(archive.diagnosis_of("oil date:2025-10-16").suggestions[0].reason ==
              "the nearest day to date:2025-10-16 is 2025-10-15");
    }

    TEST_CASE("diagnose corrects words and phrases and names") {
        Archive archive;
        CHECK(archive.suggestions_for("goverment").front() ==
              std::pair<std::string, std::uint64_t>{"government", 5});
        CHECK(archive.suggestions_for("\"intrest rates\"").front() ==
              std::pair<std::string, std::uint64_t>{"\"interest rates\"", 5});
        CHECK(archive.suggestions_for("person:putni oil").front() ==
              std::pair<std::string, std::uint64_t>{"person:putin AND oil", 1});
        CHECK(archive.suggestions_for("person:\"vladmir putin\"").front() ==
              std::pair<std::string, std::uint64_t>{"person:\"vladimir putin\"", 1});
    }

    TEST_CASE("diagnose finds words with and without their hyphens") {
        std::vector<Article> articles;
        for (int i = 0; i < 5; ++i) {
            articles.push_back(article_of("Talks", "Cooperation by e-mail.", "2025-10-01"));
        }
        Archive archive(articles);
        CHECK(archive.suggestions_for("co-operation").front() ==
              std::pair<std::string, std::uint64_t>{"cooperation", 5});
        CHECK(archive.suggestions_for("email").front() ==
              std::pair<std::string, std::uint64_t>{"e-mail", 5});
        CHECK(archive.suggestions_for("e-cooperation").empty());
    }

    TEST_CASE("diagnose suggests nothing where nothing is near") {
        Archive archive;
        CHECK(archive.suggestions_for("xyzzyx").empty());
        CHECK(archive.suggestions_for("person:nobodyatall").empty());
        CHECK(archive.suggestions_for("xyzzyx -oil").empty());  // all but oil is no answer
        CHECK(archive.suggestions_for("xyzzyx lang:en").empty());
    }

    TEST_CASE("diagnose stays within its number of trials") {
        Archive archive;
        std::string query = "xyzzyx";
        for (int i = 0; i < 40; ++i) {
            query += " (rates OR word" + std::to_string(i) + ")";
        }
        const Diagnosis diagnosis = archive.diagnosis_of(query);
        CHECK(diagnosis.clauses.size() == kMaxCountedClauses);
        CHECK_FALSE(diagnosis.complete);
    }

    TEST_CASE("check_spelling leaves rare words that are right alone") {
        std::vector<Article> articles;
        for (int i = 0; i < 120; ++i) {
            articles.push_back(article_of("", "the government and casual talk", "2025-10-01"));
        }
        articles.push_back(article_of("", "the goverment", "2025-10-01"));
        articles.push_back(article_of("", "a causal nexus", "2025-10-01"));
        Archive archive(articles);
        // A frequent word that is one common slip away.
        REQUIRE(archive.search("nexus goverment").total == 0);
        REQUIRE(archive.search("goverment").total == 1);
        CHECK_FALSE(archive.searcher.check_spelling(1).has_value());  // a plain letter is missing
        REQUIRE(archive.search("nexus").total == 1);
        CHECK_FALSE(archive.searcher.check_spelling(1).has_value());
        REQUIRE(archive.search("causal").total == 1);
        const std::optional<Spelling> spelling = archive.searcher.check_spelling(1);
        REQUIRE(spelling.has_value());  // a swap, and 120 times as frequent
        CHECK(spelling->query.query == "casual");
        CHECK(spelling->query.articles == 120);
        REQUIRE(spelling->corrections.size() == 1);
        CHECK(spelling->corrections[0].clause.articles == 1);
    }

    TEST_CASE("search says which words a fuzzy word stands for") {
        Archive archive;
        const Answer answer = archive.search("sanctoin~2");
        CHECK(answer.total == 1);
        REQUIRE(answer.expansions.size() == 1);
        CHECK(answer.expansions[0].clause == "sanctoin~2");
        REQUIRE(answer.expansions[0].words.size() == 1);
        CHECK(answer.expansions[0].words[0].word == "sanctions");
        CHECK(answer.expansions[0].words[0].articles == 1);
        CHECK(archive.search("sanctoin~1").total == 0);
        CHECK(archive.search("title:sanctoin~2").total == 1);
        CHECK(archive.search("title:goverment~1").total == 0);
        CHECK(archive.search("lead:goverment~1").total == 5);
        CHECK(archive.search("person:putni~1").total == 1);
        CHECK(archive.search("person:putni~1").names[0].entities[0].name == "Vladimir Putin");
    }

    TEST_CASE("search refuses a fuzzy word that stands for too many") {
        std::vector<Article> articles;
        std::string text;
        for (char a = 'a'; a <= 'z'; ++a) {
            for (char b = 'a'; b <= 'z'; ++b) {
                text += std::string(" aa") + a + b + "a";
                text += std::string(" aa") + a + "a" + b;
            }
        }
        articles.push_back(article_of("", text, "2025-10-01"));
        Archive archive(articles);
        CHECK(archive.search("aaaaa~1").total == 1);
        try {
            static_cast<void>(archive.search("aaaaa~2"));
            FAIL("no error");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::QuerySyntax);
            CHECK(std::string(error.what()) == "'aaaaa~2' stands for more than 1000 words");
            CHECK(std::string(error.hint()) == "write aaaaa~1");
        }
    }

    TEST_CASE("search says where an entity is only mentioned") {
        std::vector<Article> articles = sample_articles();
        articles[0].people = {"Steve Witkoff"};
        Archive archive(articles);
        const Answer answer = archive.search("about:witkoff");
        REQUIRE(answer.names.size() == 1);
        CHECK(answer.total == 0);
        REQUIRE(answer.names[0].only_mentioned.size() == 1);
        CHECK(answer.names[0].only_mentioned[0].name == "Steve Witkoff");
        CHECK(answer.names[0].only_mentioned[0].articles == 1);
        const Diagnosis diagnosis = archive.searcher.diagnose();
        CHECK_FALSE(diagnosis.spelling.has_value());
        REQUIRE(diagnosis.suggestions.size() == 1);
        CHECK(diagnosis.suggestions[0].articles == 1);
    }

    TEST_CASE("load_hit says which clauses hold where") {
        Archive archive;
        SearchRequest request;
        request.tree = property::tree_of("crude title:oil person:putin date:2025-10 -sanctions");
        request.matches = true;
        REQUIRE(archive.searcher.search(request).total == 1);
        const std::optional<Hit> hit = archive.searcher.load_hit(0);
        REQUIRE(hit.has_value());
        REQUIRE(hit->matches.size() == 4);
        CHECK(hit->matches[0].clause == "crude");
        REQUIRE(hit->matches[0].places.size() == 1);
        CHECK(hit->matches[0].places[0].field == "lead");
        CHECK(hit->matches[0].places[0].value == "Crude");
        CHECK(hit->matches[0].places[0].sentence.text == "Crude cost more.");
        CHECK(hit->matches[1].places[0].field == "title");
        CHECK(hit->matches[2].clause == "person:putin");
        CHECK(hit->matches[3].places[0].value == "2025-10-20");
    }
}

}  // namespace dateline::search
