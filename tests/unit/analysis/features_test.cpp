// Words, and what is asked of the lists of names.
#include "indexer/analysis/features.hpp"

#include "common/base/hash.hpp"
#include "common/gazetteer/name_class.hpp"
#include "common/names/honorifics.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {
namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

// Two names: a country of two words and a given name.
class TwoNames : public NameLists {
public:
    [[nodiscard]] ListedName longest(std::span<const std::uint64_t> tokens) const override {
        if (tokens.size() >= 2 && tokens[0] == hash64("south") && tokens[1] == hash64("korea")) {
            return {.size_tokens = 2, .classes = NameClasses{NameClass::Country}.bits};
        }
        if (!tokens.empty() && tokens[0] == hash64("maria")) {
            return {.size_tokens = 1, .classes = NameClasses{NameClass::GivenName}.bits};
        }
        return {};
    }
};

std::size_t position_of(std::string_view text,
                        const TextFeatures& features,
                        std::string_view word,
                        std::size_t nth = 0) {
    const std::vector<NameToken>& tokens = features.tokenized().tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const NameToken& token = tokens[i];
        if (text.substr(token.start_bytes, token.end_bytes - token.start_bytes) == word &&
            nth-- == 0) {
            return i;
        }
    }
    FAIL("no such word");
    return 0;
}

bool same_word(std::string_view text, std::string_view in_capitals, std::string_view small) {
    const TextFeatures features(text, nullptr);
    return features.words().word_at(position_of(text, features, in_capitals)).exact ==
           hash64(small);
}

std::vector<std::string_view> words(std::initializer_list<std::string_view> list) {
    return list;
}

}  // namespace

TEST_SUITE("analysis.features") {
    TEST_CASE("TextWords reads capitals as the rest of the text writes them") {
        const std::string text =
            "NATO CHIEF WARNS MCDONALD\n\nThe chief of NATO said that McDonald\u2019s deal was "
            "off.";
        CHECK(same_word(text, "NATO", "NATO"));
        CHECK(same_word(text, "CHIEF", "chief"));
        CHECK(same_word(text, "WARNS", "Warns"));
        CHECK(same_word(text, "MCDONALD", "Mcdonald"));
    }

    TEST_CASE("TextWords takes digits for each other") {
        const std::string text = "in 1987 and 2025";
        const TextFeatures features(text, nullptr);
        CHECK(features.words().word_at(1).exact == features.words().word_at(3).exact);
    }

    TEST_CASE("TextWords notes how the text uses a word") {
        const std::string text = "Mr Brown left. The brown dog of Maria Brown barked. Left stayed.";
        const TwoNames lists;
        const TextFeatures features(text, &lists);
        const TextWords& all = features.words();
        const WordUse& brown = all.use_of(all.word_at(1));
        CHECK(brown.small);
        CHECK(brown.capital_inside);
        CHECK(brown.after_title);
        CHECK(brown.after_given);
        const WordUse& left = all.use_of(all.word_at(position_of(text, features, "Left")));
        CHECK(left.small);
        CHECK_FALSE(left.capital_inside);
        CHECK_FALSE(left.after_title);
    }

    TEST_CASE("TextFeatures marks the longest listed name and its places") {
        const std::string text = "He left South Korea with Maria, South. Korea";
        const TwoNames lists;
        const TextFeatures features(text, &lists);
        CHECK(features.listed_at(2).position == ListedRun::kFirst);
        CHECK(features.listed_at(3).position == ListedRun::kLast);
        CHECK(features.listed_at(3).classes == NameClasses{NameClass::Country}.bits);
        CHECK(features.listed_at(5).position == ListedRun::kWhole);
        CHECK(features.listed_at(5).classes == NameClasses{NameClass::GivenName}.bits);
        // A sign stands between these two.
        CHECK(features.listed_at(7).classes == 0);
        CHECK(features.listed_at(0).classes == 0);
    }

    TEST_CASE("TextFeatures looks for names near capitals only") {
        const std::string text = "one two three four Five six seven eight nine ten. Eleven";
        const TextFeatures features(text, nullptr);
        REQUIRE(features.stretches().size() == 2);
        CHECK(features.stretches()[0].first_token == 2);
        CHECK(features.stretches()[0].end_token == 7);
        CHECK(features.stretches()[1].first_token == 11);
        CHECK(TextFeatures("no capitals here.", nullptr).stretches().empty());
    }

    TEST_CASE("TextFeatures gives marks in place of words outside the sentence") {
        const std::string text = "Go. Paris sleeps";
        const TextFeatures features(text, nullptr);
        const Sentence& second = features.tokenized().sentences.at(1);
        const std::size_t paris = position_of(text, features, "Paris");
        CHECK(features.word_near(second, paris, -1) == kBeforeSentence);
        CHECK(features.word_near(second, paris, 0) == features.words().id_of(paris));
        CHECK(features.word_near(second, paris, 2) == kAfterSentence);
    }

    TEST_CASE("TextFeatures gives equal features for equal texts and others for other words") {
        const auto features_of = [](std::string_view text) {
            const TextFeatures features(text, nullptr);
            const FeatureList list =
                features.context_features(features.tokenized().sentences[0], 1);
            return std::set<std::uint64_t>(list.begin(), list.end());
        };
        const std::set<std::uint64_t> first = features_of("In Paris today");
        CHECK(first.size() > 10);
        CHECK(first == features_of("In Paris today"));
        CHECK(first != features_of("In Paris now"));
        CHECK(first != features_of("In London today"));
    }

    TEST_CASE("TextFeatures tells words of different distance apart") {
        const TextFeatures features("Paris", nullptr);
        const Word& word = features.words().word_at(0);
        std::set<std::uint64_t> all;
        std::size_t count = 0;
        for (int distance = -kMaxDistance; distance <= kMaxDistance; ++distance) {
            const FeatureList list = TextFeatures::word_features(word, distance);
            all.insert(list.begin(), list.end());
            count += list.size();
        }
        CHECK(all.size() == count);
    }

    TEST_CASE("title_length counts the words of a title and leaves a name") {
        CHECK(names::title_length(words({"President", "Putin"})) == 1);
        CHECK(names::title_length(words({"Prime", "Minister", "Modi"})) == 2);
        CHECK(names::title_length(words({"former", "Vice", "President", "Al", "Gore"})) == 3);
        CHECK(names::title_length(words({"Secretary", "of", "State", "Shultz"})) == 1);
        CHECK(names::title_length(words({"House", "Speaker", "Jim", "Wright"})) == 2);
        CHECK(names::title_length(words({"Energy", "and", "Mines", "Minister", "Ali"})) == 4);
        CHECK(names::title_length(words({"Power", "Tulser"})) == 0);
        CHECK(names::title_length(words({"President"})) == 0);
        CHECK(names::title_length(words({"the", "President", "Putin"})) == 0);
        CHECK(names::title_length(words({"Vladimir", "Putin"})) == 0);
        CHECK(names::title_length(words({})) == 0);
    }
}

}  // namespace dateline::analysis
