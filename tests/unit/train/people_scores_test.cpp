// GUM's entities, and how joins are counted.
#include "indexer/train/people_scores.hpp"

#include "common/base/error.hpp"
#include "indexer/train/gum_corpus.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace dateline::train {
namespace {

// One token of GUM with its tag, features and last column.
std::string token(std::string_view word, std::string_view tag, std::string_view misc) {
    return "1\t" + std::string(word) + "\t_\t" + std::string(tag) + "\t_\tNumber=Sing\t0\t_\t_\t" +
           std::string(misc) + "\n";
}

std::string document() {
    return "# meta::dateCreated = 2017-07-18\n# newpar\n" +
           token("President", "PROPN", "Entity=(7-person-new-s-cf1-1,2,3-coref") +
           token("Ann", "PROPN", "_") + token("Lee", "PROPN", "Entity=7)") +
           token("met", "VERB", "_") +
           token("Bo", "PROPN", "Entity=(9-person-new-s-cf1-1-coref)|SpaceAfter=No") +
           token(".", "PUNCT", "_") + "# newpar\n" +
           token("The", "DET", "Entity=(7-person-giv-s-cf1-2-coref") +
           token("President", "PROPN", "Entity=7)") + token("and", "CCONJ", "_") +
           token("Lee", "PROPN", "Entity=(7-person-giv-s-cf1-1-coref)") + token("of", "ADP", "_") +
           token("Oslo", "PROPN", "Entity=(8-place-new-s-cf1-1-coref)");
}

// Persons A, A and B: Ann Lee, Lee, Lee.
LabelledText two_lees() {
    LabelledText text{.name = "t", .text = "Ann Lee met Lee. Lee left.", .names = {}};
    text.names = {
        {MentionType::Person, 0, 7}, {MentionType::Person, 12, 15}, {MentionType::Person, 17, 20}};
    text.entities = {"A", "A", "B"};
    return text;
}

PeopleScores scores_of(const LabelledText& text) {
    PeopleScores scores;
    score_links(analysis::NameLinker(nullptr), text, marked_mentions(text), scores);
    return scores;
}

}  // namespace

TEST_SUITE("train.people_scores") {
    TEST_CASE("read_gum takes the names of people without titles") {
        const LabelledText text = read_gum("g.conllu", document());
        CHECK(text.text == "President Ann Lee met Bo.\nThe President and Lee of Oslo");
        CHECK(text.year == 2017);
        CHECK(text.names == std::vector<LabelledName>{{MentionType::Person, 10, 17},
                                                      {MentionType::Person, 22, 24},
                                                      {MentionType::Person, 44, 47}});
        CHECK(text.entities == std::vector<std::string>{"7", "9", "7"});
    }

    TEST_CASE("read_gum rejects an entity that ends and did not begin") {
        CHECK_THROWS_AS(static_cast<void>(read_gum("g", token("Lee", "PROPN", "Entity=7)"))),
                        Error);
    }

    TEST_CASE("marked_mentions finds the title before a name on its line") {
        LabelledText text{.name = "t", .text = "By Prime Minister Lee.\nMr\nLee", .names = {}};
        text.names = {{MentionType::Person, 18, 21}, {MentionType::Person, 26, 29}};
        const std::vector<analysis::NameMention> mentions = marked_mentions(text);
        REQUIRE(mentions.size() == 2);
        CHECK(mentions[0].honorific == analysis::ByteRange{3, 17});
        CHECK(mentions[1].honorific.empty());
    }

    TEST_CASE("score_links counts surnames by the person they are marked for") {
        const PeopleScores scores = scores_of(two_lees());
        CHECK(scores.surnames == 2);
        CHECK(scores.surnames_right == 1);
        CHECK(scores.people.marked == 2);
        CHECK(scores.people.found == 1);
        CHECK(scores.people.right == 1);
        REQUIRE(scores.errors.size() == 2);
        CHECK(scores.errors[0].what == "surname");
        CHECK(scores.errors[1].what == "missing person");
    }

    TEST_CASE("score_links counts a person twice found as one too many") {
        LabelledText text = two_lees();
        text.text = "Ann Lee met Lex. Lex left.";
        text.entities = {"A", "A", "A"};
        const PeopleScores scores = scores_of(text);
        CHECK(scores.people.marked == 1);
        CHECK(scores.people.found == 2);
        CHECK(scores.people.right == 1);
    }
}

}  // namespace dateline::train
