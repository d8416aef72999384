// Shingles, copies, and the subjects of an article.
#include "query/compile/likeness.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline::compile {
namespace {

Article article_of(const std::string& title, const std::string& paragraph = "") {
    Article article;
    article.title = title;
    if (!paragraph.empty()) {
        article.paragraphs = {paragraph};
    }
    return article;
}

bool copies(const Article& a, const Article& b) {
    return are_copies(shingles_of(a), shingles_of(b));
}

Mention mention(MentionType type, const std::string& id, std::uint32_t start) {
    Mention mention;
    mention.type = type;
    mention.id = id;
    mention.name = id.substr(2);
    mention.start_bytes = start;
    mention.end_bytes = start + 1;
    return mention;
}

}  // namespace

TEST_SUITE("search.likeness") {
    TEST_CASE("shingles_of counts runs of four words once") {
        CHECK(shingles_of(article_of("one two three four five")).size() == 2);
        CHECK(shingles_of(article_of("One two", "three FOUR five")) ==
              shingles_of(article_of("one two three four five")));
        CHECK(shingles_of(article_of("a a a a a a")).size() == 1);
        CHECK(shingles_of(article_of("one two")).size() == 1);
        CHECK(shingles_of(article_of("")).empty());
    }

    TEST_CASE("are_copies asks for half of the shingles of the one with fewer") {
        const Article whole = article_of("a b c d e f g h i j k l m n o p");
        CHECK(copies(whole, whole));
        CHECK(copies(whole, article_of("c d e f g h")));            // all of 3
        CHECK(copies(whole, article_of("c d e f g x y")));          // 2 of 4
        CHECK_FALSE(copies(whole, article_of("c d e f g x y z")));  // 2 of 5
        CHECK_FALSE(copies(whole, article_of("p o n m l k j i")));
        CHECK_FALSE(copies(whole, article_of("")));
        CHECK_FALSE(copies(article_of(""), article_of("")));
    }

    TEST_CASE("subjects_of takes what the article is about, most often named first") {
        Article article = article_of("title", "lead");
        article.paragraphs.push_back(std::string(100, 'x'));
        article.mentions = {mention(MentionType::Person, "P:in-title", 0),
                            mention(MentionType::Place, "L:1", 30),
                            mention(MentionType::Org, "O:once", 40)};
        for (std::uint32_t start = 50; start < 56; start += 2) {
            article.mentions.push_back(mention(MentionType::Place, "L:2", start));
        }
        article.mentions.push_back(mention(MentionType::Place, "L:1", 60));
        const std::vector<parse::Node> subjects = subjects_of(article);
        REQUIRE(subjects.size() == 2);
        CHECK(subjects[0].kind == parse::NodeKind::Id);
        CHECK(subjects[0].field->id == schema::FieldId::Place);
        CHECK(subjects[0].text == "2");
        CHECK(subjects[0].exact);
        CHECK(subjects[1].field->id == schema::FieldId::Person);
        CHECK(subjects[1].text == "in-title");
    }

    TEST_CASE("subjects_of gives no more than kLikeEntities") {
        Article article = article_of("a title of some length");
        for (std::uint32_t i = 0; i < 2 * kLikeEntities; ++i) {
            article.mentions.push_back(mention(MentionType::Person, "P:" + std::to_string(i), i));
        }
        CHECK(subjects_of(article).size() == kLikeEntities);
    }
}

}  // namespace dateline::compile
