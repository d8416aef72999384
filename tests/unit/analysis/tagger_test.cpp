// The tagger on small models trained inside the tests, and the model that is in the repository.
#include "indexer/analysis/tagger.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/hash.hpp"
#include "common/gazetteer/name_class.hpp"
#include "indexer/analysis/firm_names.hpp"
#include "indexer/analysis/listed_countries.hpp"
#include "indexer/train/manifest.hpp"
#include "indexer/train/tagger_training.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {
namespace {

constexpr std::uint64_t kMaxModelFile = 5'000'000;

// A text with `[p Name]`, `[l Place]` and `[o Organisation]`.
train::LabelledText marked(std::string_view text) {
    train::LabelledText result{.name = std::string(text.substr(0, 20)), .text = {}, .names = {}};
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('['), text.size());
        result.text += text.substr(0, open);
        text.remove_prefix(open);
        if (text.empty()) {
            break;
        }
        const std::size_t close = text.find(']');
        const std::string_view name = text.substr(3, close - 3);
        const auto start = static_cast<std::uint32_t>(result.text.size());
        result.text += name;
        result.names.push_back({.type = text[1] == 'p'   ? MentionType::Person
                                        : text[1] == 'l' ? MentionType::Place
                                                         : MentionType::Org,
                                .start_bytes = start,
                                .end_bytes = static_cast<std::uint32_t>(result.text.size())});
        text.remove_prefix(close + 1);
    }
    return result;
}

std::vector<train::LabelledText> toy_texts() {
    std::vector<train::LabelledText> texts;
    for (const std::string_view name : {"Maria Lopez", "Ivan Petrov", "Chen Wei", "John Smith"}) {
        for (const std::string_view place : {"Paris", "Cairo", "Lima", "Oslo", "New York"}) {
            texts.push_back(marked("President [p " + std::string(name) + "] went to [l " +
                                   std::string(place) +
                                   "] today. He met the head of [o Acme Inc] in [l " +
                                   std::string(place) + "], which is nice."));
        }
    }
    return texts;
}

train::TrainedModel toy_model() {
    const train::TrainingSettings settings{.epochs = 3};
    return train::train_tagger(toy_texts(), nullptr, settings, [](const std::string&) {});
}

// `text` with its mentions in brackets, titles in braces behind them.
std::string tagged(const Tagger& tagger, const std::string& text) {
    constexpr std::string_view kLetters = "plo";
    std::string result;
    std::size_t done = 0;
    for (const NameMention& mention : tagger.tag(text)) {
        result += text.substr(done, mention.range.start_bytes - done) + "[" +
                  kLetters[static_cast<std::size_t>(mention.type)] + " " +
                  text.substr(mention.range.start_bytes,
                              mention.range.end_bytes - mention.range.start_bytes) +
                  "]";
        if (!mention.honorific.empty()) {
            result += "{" +
                      text.substr(mention.honorific.start_bytes,
                                  mention.honorific.end_bytes - mention.honorific.start_bytes) +
                      "}";
        }
        done = mention.range.end_bytes;
    }
    return result + text.substr(done);
}

// One country, under two names.
class OneCountry : public NameLists {
public:
    [[nodiscard]] ListedName longest(std::span<const std::uint64_t> tokens) const override {
        using gazetteer::NameClass;
        const std::uint32_t country = gazetteer::NameClasses{NameClass::Country}.bits;
        if (tokens.size() >= 2 && tokens[0] == hash64("upper") && tokens[1] == hash64("volta")) {
            return {.size_tokens = 2, .classes = country};
        }
        if (!tokens.empty() && tokens[0] == hash64("volta")) {
            return {.size_tokens = 1,
                    .classes = country | gazetteer::NameClasses{NameClass::FamilyName}.bits};
        }
        return {};
    }
};

}  // namespace

TEST_SUITE("analysis.tagger") {
    TEST_CASE("train_tagger gives the same bytes for the same texts and others for another seed") {
        const std::string first = toy_model().bytes;
        CHECK(first == toy_model().bytes);
        const train::TrainingSettings other{.epochs = 3, .seed = 2};
        CHECK(first !=
              train::train_tagger(toy_texts(), nullptr, other, [](const std::string&) {}).bytes);
    }

    TEST_CASE("train_tagger refuses texts without names") {
        CHECK_THROWS_AS(
            static_cast<void>(train::train_tagger(
                {marked("nothing here. Or there.")}, nullptr, {}, [](const std::string&) {})),
            Error);
    }

    TEST_CASE("Tagger finds names in texts like those it was trained on") {
        const testing::TempDir folder;
        const Tagger tagger(folder.write("toy.model", toy_model().bytes), nullptr);
        CHECK(tagged(tagger, "President Anna Petrov went to Rome today.") ==
              "President [p Anna Petrov]{President} went to [l Rome] today.");
        CHECK(tagged(tagger, "He met the head of Acme Inc in New York, which is nice.") ==
              "He met the head of [o Acme Inc] in [l New York], which is nice.");
        CHECK(tagger.tag("").empty());
        CHECK(tagger.tag("\n \n").empty());
        CHECK(tagger.model_version().size() == 16);
    }

    TEST_CASE("Tagger gives ranges in order inside the text whatever the text") {
        const testing::TempDir folder;
        const Tagger tagger(folder.write("toy.model", toy_model().bytes), nullptr);
        for (const std::string_view text :
             {"President\nPresident",
              "[[[",
              "A",
              "U.S.$",
              "'s Maria's",
              "\u6771\u4eac \u041f\u0435\u0442\u0440\u043e\u0432",
              "President President President",
              "Mr. Mr.",
              "\u201cMaria\u201d\u2014Paris\u2026 1. Ivan (Oslo) 9.58"}) {
            CAPTURE(text);
            std::uint32_t done = 0;
            for (const NameMention& mention : tagger.tag(text)) {
                CHECK(mention.range.start_bytes >= done);
                CHECK(mention.range.end_bytes > mention.range.start_bytes);
                CHECK(mention.honorific.end_bytes <= mention.range.start_bytes);
                done = mention.range.end_bytes;
            }
            CHECK(done <= text.size());
        }
    }

    TEST_CASE("mentions_of cuts titles and signs from the ends of names") {
        const std::string text =
            "Saying that Vice President Al Gore\u2019s US$ 5 went to \u201cOslo\u201d.";
        const TextFeatures features(text, nullptr);
        std::vector<Label> labels(features.tokenized().tokens.size(), Label::Outside);
        labels[2] = Label::BeginPerson;  // Vice President Al Gore 's
        for (std::size_t token = 3; token <= 6; ++token) {
            labels[token] = Label::InsidePerson;
        }
        labels[7] = Label::BeginPlace;  // US
        labels[12] = Label::BeginPlace;
        labels[13] = Label::InsidePlace;
        const std::vector<NameMention> mentions = mentions_of(text, features, labels);
        REQUIRE(mentions.size() == 2);
        const auto bytes = [&](ByteRange range) {
            return text.substr(range.start_bytes, range.end_bytes - range.start_bytes);
        };
        CHECK(bytes(mentions[0].range) == "Al Gore");
        CHECK(bytes(mentions[0].honorific) == "Vice President");
        CHECK(bytes(mentions[1].range) == "Oslo");
    }

    TEST_CASE("add_listed_countries adds what is a country only and free") {
        const OneCountry lists;
        const TextFeatures features("In Upper Volta and near Volta of Upper Volta", &lists);
        std::vector<Label> labels(features.tokenized().tokens.size(), Label::Outside);
        labels[8] = Label::BeginOrg;
        const std::vector<std::size_t> added = add_listed_countries(features, labels);
        CHECK(added == std::vector<std::size_t>{1});
        CHECK(labels[1] == Label::BeginPlace);
        CHECK(labels[2] == Label::InsidePlace);
        CHECK(labels[5] == Label::Outside);
        CHECK(labels[7] == Label::Outside);
        CHECK(labels[8] == Label::BeginOrg);
    }

    TEST_CASE("name_firms takes the short name of a company from people and small places") {
        class Endings : public NameLists {
        public:
            [[nodiscard]] ListedName longest(std::span<const std::uint64_t> tokens) const override {
                using gazetteer::NameClass;
                using gazetteer::NameClasses;
                if (!tokens.empty() && tokens[0] == hash64("corp")) {
                    return {.size_tokens = 1,
                            .classes = NameClasses{NameClass::OrganisationSuffix}.bits};
                }
                if (!tokens.empty() && tokens[0] == hash64("canada")) {
                    return {.size_tokens = 1, .classes = NameClasses{NameClass::Country}.bits};
                }
                return {};
            }
        };
        struct Case {
            std::string text;
            Label before;
            Label after;
        };
        const Endings lists;
        for (const Case& example : {
                 Case{"Stanley Corp said Stanley", Label::BeginPerson, Label::BeginOrg},
                 Case{"Stanley Corp said Stanley", Label::BeginPlace, Label::BeginOrg},
                 Case{"Stanley Club said Stanley", Label::BeginPerson, Label::BeginPerson},
                 Case{"Canada Corp said Canada", Label::BeginPlace, Label::BeginPlace},
                 Case{"Stanley Corp said Mr Stanley", Label::BeginPerson, Label::BeginPerson},
             }) {
            CAPTURE(example.text);
            const TextFeatures features(example.text, &lists);
            std::vector<Label> labels(features.tokenized().tokens.size(), Label::Outside);
            labels[0] = Label::BeginOrg;
            labels[1] = Label::InsideOrg;
            labels.back() = example.before;
            name_firms(features, labels);
            CHECK(labels.back() == example.after);
        }
    }

    TEST_CASE("the model of the repository is small enough and the one that its manifest names") {
        const std::string path = DATELINE_MODEL_SOURCE;
        const std::string bytes = read_file(path, kMaxModelFile);
        const std::string manifest = read_file(path + ".manifest.json", 1U << 20U);
        CHECK(train::stated_hash(manifest) == hex16(hash64(bytes)));
        CHECK(manifest.find("not stated") == std::string::npos);
        CHECK(manifest.find("/work") == std::string::npos);
        CHECK(manifest.find("/tmp") == std::string::npos);
        CHECK_NOTHROW(TaggerModel{path});
    }
}

}  // namespace dateline::analysis
