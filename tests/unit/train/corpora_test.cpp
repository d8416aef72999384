// The forms of labelled texts.
#include "indexer/train/corpora.hpp"

#include "common/base/error.hpp"
#include "indexer/train/arguments.hpp"
#include "indexer/train/article_corpus.hpp"
#include "indexer/train/bio_corpus.hpp"
#include "indexer/train/joined_text.hpp"
#include "indexer/train/manifest.hpp"
#include "indexer/train/meantime_corpus.hpp"
#include "indexer/train/variation.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::train {
namespace {

std::string joined(std::initializer_list<std::string_view> tokens, bool hyphens = false) {
    JoinedText text({.hyphens_are_tokens = hyphens});
    for (const std::string_view token : tokens) {
        static_cast<void>(text.add(token));
    }
    return text.text();
}

std::vector<std::string> names_of(const LabelledText& text) {
    constexpr std::string_view kLetters = "plo";
    std::vector<std::string> names;
    for (const LabelledName& name : text.names) {
        names.push_back(std::string(1, kLetters[static_cast<std::size_t>(name.type)]) + " " +
                        text.text.substr(name.start_bytes, name.end_bytes - name.start_bytes));
    }
    return names;
}

constexpr std::string_view kMeantime = R"(<?xml version="1.0" ?><Document doc_id="1">
<token number="0" sentence="0" t_id="1">President</token>
<token number="1" sentence="0" t_id="2">Ann</token>
<token number="2" sentence="0" t_id="3">Lee</token>
<token number="3" sentence="0" t_id="4">left</token>
<token number="4" sentence="0" t_id="5">Canadian</token>
<token number="5" sentence="0" t_id="6">Oslo</token>
<token number="6" sentence="1" t_id="7">Not</token>
<Markables>
<ENTITY_MENTION comment="" m_id="1" syntactic_type="NAM">
<token_anchor t_id="1"/>
<token_anchor t_id="2"/>
<token_anchor t_id="3"/>
</ENTITY_MENTION>
<ENTITY_MENTION comment="" m_id="2" syntactic_type="PRE.NAM">
<token_anchor t_id="5"/>
</ENTITY_MENTION>
<ENTITY_MENTION comment="" m_id="3" syntactic_type="NAM">
<token_anchor t_id="6"/>
</ENTITY_MENTION>
<ENTITY TAG_DESCRIPTOR="Ann Lee" ent_type="PER" m_id="4" />
<ENTITY TAG_DESCRIPTOR="Canada" ent_type="LOC" m_id="5" />
<ENTITY TAG_DESCRIPTOR="Oslo, Norway" ent_type="LOC" m_id="6" />
</Markables>
<Relations>
<REFERS_TO r_id="7"><source m_id="1" /><target m_id="4" /></REFERS_TO>
<REFERS_TO r_id="8"><source m_id="2" /><target m_id="5" /></REFERS_TO>
<REFERS_TO r_id="9"><source m_id="3" /><target m_id="6" /></REFERS_TO>
</Relations>
</Document>)";

}  // namespace

TEST_SUITE("train.corpora") {
    TEST_CASE("JoinedText puts tokens together as print has them") {
        CHECK(joined({"U", ".", "S", ".", "troops"}) == "U.S. troops");
        CHECK(joined({"Putin", "\u2019", "s", "aide"}) == "Putin\u2019s aide");
        CHECK(joined({"Putin", "'s", "aide", ",", "he", "said", "."}) == "Putin's aide, he said.");
        CHECK(joined({"He", "said", "\"", "no", "\"", "."}) == "He said \"no\".");
        CHECK(joined({"``", "No", "''", "he", "said"}) == "\"No\" he said");
        CHECK(joined({"(", "GM", ")", "paid", "$", "5"}) == "(GM) paid $5");
        CHECK(joined({"well", "-", "known"}) == "well - known");
        CHECK(joined({"well", "-", "known"}, true) == "well-known");
        CHECK(joined({"Michael", "O'", "Leary"}) == "Michael O'Leary");
        CHECK(joined({"did", "n't"}) == "didn't");
    }

    TEST_CASE("read_bio makes documents of sentences with the ranges of names") {
        const std::vector<LabelledText> texts =
            read_bio("a.bio",
                     "Ann\tB-PER\nLee\tI-PER\nleft\tO\nRome\tI-LOC\n.\tO\n\n-DOCSTART-\tO\n\nEU\tB-"
                     "ORG\nUN\tB-"
                     "ORG\nwin\tB-MISC\n");
        REQUIRE(texts.size() == 2);
        CHECK(texts[0].text == "Ann Lee left Rome.");
        CHECK(names_of(texts[0]) == std::vector<std::string>{"p Ann Lee", "l Rome"});
        CHECK(names_of(texts[1]) == std::vector<std::string>{"o EU", "o UN"});
        CHECK(texts[1].name == "a.bio:2");
    }

    TEST_CASE("read_bio names the line without a tag") {
        try {
            static_cast<void>(read_bio("a.bio", "Ann\tB-PER\nLee\n"));
            FAIL("no error");
        } catch (const Error& error) {
            CHECK(std::string(error.what()) == "'a.bio', line 2: no tag in 'Lee'");
        }
    }

    TEST_CASE("read_meantime makes names of phrases and leaves adjectives out") {
        const LabelledText text = read_meantime("1.xml", kMeantime);
        CHECK(text.text == "President Ann Lee left Canadian Oslo");
        CHECK(names_of(text) == std::vector<std::string>{"p Ann Lee", "l Oslo"});
        CHECK_THROWS_AS(static_cast<void>(read_meantime("1.xml", "<token_anchor t_id=\"9\"/>")),
                        Error);
    }

    TEST_CASE("read_annotated checks that ranges hold their text") {
        const std::string text =
            "---\nid: a\ntitle: \"In Rome\"\ndate: 2020-01-01\nsource: S\n---\n\nAnn left.\n";
        const std::string good =
            R"({"set": "test", "annotations": [{"type": "person", "start": 9, "end": 12, "text": "Ann"},
                {"type": "place", "start": 3, "end": 7, "text": "Rome"},
                {"type": "date", "start": 0, "end": 2, "text": "In"}]})";
        const AnnotatedArticle article = read_annotated("a.txt", text, good);
        CHECK(article.set == "test");
        CHECK(names_of(article.text) == std::vector<std::string>{"l Rome", "p Ann"});
        const std::string bad =
            R"({"set": "test", "annotations": [{"type": "person", "start": 8, "end": 11, "text": "Ann"}]})";
        CHECK_THROWS_AS(static_cast<void>(read_annotated("a.txt", text, bad)), Error);
        CHECK_THROWS_AS(static_cast<void>(read_annotated("a.txt", text, "{")), Error);
    }

    TEST_CASE("read_corpora keeps test articles out of training") {
        const testing::TempDir folder;
        for (const std::string set : {"train", "test"}) {
            folder.write(set + ".txt",
                         "---\nid: a\ntitle: \"In Rome\"\n---\n\nAnn left " + set + ".\n");
            folder.write(set + ".json", R"({"set": ")" + set + R"(", "annotations": []})");
        }
        const std::string path = folder.path().string();
        for (const CorpusSet set : {CorpusSet::Train, CorpusSet::Test}) {
            const Corpora corpora = read_corpora({path}, set);
            REQUIRE(corpora.texts.size() == 1);
            const bool test = corpora.texts[0].text.find("left test") != std::string::npos;
            CHECK(test == (set == CorpusSet::Test));
        }
        CHECK(read_corpora({path}, CorpusSet::All).texts.size() == 2);
        folder.write("empty/readme.md", "nothing");
        CHECK_THROWS_AS(static_cast<void>(read_corpora({path + "/empty"}, CorpusSet::All)), Error);
    }

    TEST_CASE("with_other_names exchanges a person's words everywhere alike") {
        const NamePools pools{.given = {"Zoe"},
                              .family = {"Ximen"},
                              .places = {"Quito"},
                              .countries = {},
                              .organisations = {}};
        LabelledText text{.name = "a", .text = "Ann Lee met ANN and Lee.", .names = {}};
        text.names = {{MentionType::Person, 0, 7},
                      {MentionType::Person, 12, 15},
                      {MentionType::Person, 20, 23}};
        for (std::uint64_t seed = 1; seed < 9; ++seed) {
            Random random(seed);
            const LabelledText other = with_other_names(text, pools, random);
            const std::vector<std::string> names = names_of(other);
            REQUIRE(names.size() == 3);
            if (other.text.find("met") != std::string::npos) {
                CHECK(names == std::vector<std::string>{"p Zoe Ximen", "p ZOE", "p Ximen"});
            } else {
                CHECK(names[0] == "p ZOE XIMEN");
            }
        }
    }

    TEST_CASE("Arguments tells of what it does not know") {
        constexpr std::array<std::string_view, 2> kKnown{"seed", "rate"};
        const std::vector<std::string> good{"--seed=5", "a", "--rate", "0.5", "--", "--b"};
        const Arguments arguments(good, kKnown);
        CHECK(arguments.number("seed", 1, 10) == 5);
        CHECK(arguments.decimal("rate", 1) == doctest::Approx(0.5));
        CHECK(arguments.operands() == std::vector<std::string>{"a", "--b"});
        CHECK_THROWS_AS(static_cast<void>(arguments.number("seed", 1, 4)), Error);
        const std::vector<std::string> unknown{"--sed", "5"};
        CHECK_THROWS_AS((Arguments{unknown, kKnown}), Error);
        const std::vector<std::string> lacking{"--seed"};
        CHECK_THROWS_AS((Arguments{lacking, kKnown}), Error);
        const std::vector<std::string> wrong{"--seed", "x", "--rate", "-1"};
        CHECK_THROWS_AS(static_cast<void>(Arguments(wrong, kKnown).number("seed", 1, 4)), Error);
        CHECK_THROWS_AS(static_cast<void>(Arguments(wrong, kKnown).decimal("rate", 1)), Error);
    }

    TEST_CASE("manifest_json states hash licences and scores") {
        ModelManifest manifest;
        manifest.command = "tagger --out x";
        manifest.corpora.push_back(
            {.path = "a/wikigold.bio", .copies = 2, .texts = 3, .files = {}});
        manifest.corpora.push_back({.path = "a/other.bio", .copies = 1, .texts = 3, .files = {}});
        NameScores scores;
        scores[0] = {.right = 1, .found = 2, .marked = 4};
        manifest.scores.push_back({.path = "t", .scores = scores});
        const std::string json = manifest_json(manifest, "bytes");
        CHECK(json.find("CC BY 4.0, Wikigold") != std::string::npos);
        CHECK(json.find("not stated") != std::string::npos);
        CHECK(json.find("\"f1\": 33.3") != std::string::npos);
        CHECK(stated_hash(json).size() == 16);
        CHECK(stated_hash("{}").empty());
        CHECK_THROWS_AS(static_cast<void>(stated_hash("{")), Error);
    }
}

}  // namespace dateline::train
