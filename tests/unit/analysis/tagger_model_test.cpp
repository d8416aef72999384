// Model files: weights come back, damage is found.
#include "indexer/analysis/tagger_model.hpp"

#include "common/base/error.hpp"
#include "indexer/analysis/model_format.hpp"
#include "indexer/train/model_bytes.hpp"
#include "indexer/train/random.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace dateline::analysis {
namespace {

train::ModelContent content_of(std::size_t rows) {
    train::ModelContent content{.rows = {}, .step = 0.01F, .transitions = {}};
    train::Random random(3);
    for (std::size_t i = 0; i < rows; ++i) {
        train::WeightRow row{.feature = random.next(), .weights = {}};
        for (float& weight : row.weights) {
            weight = static_cast<float>(static_cast<int>(random.below(255)) - 127) / 100;
        }
        content.rows.push_back(row);
    }
    content.transitions[1][2][3] = -77;
    return content;
}

LabelScores scores_for(const TaggerModel& model, std::uint64_t feature) {
    FeatureList list;
    list.add(feature);
    return model.plus({}, list);
}

// What opening a model of these bytes complains of; "" if nothing.
std::string complaint(const std::string& bytes) {
    const testing::TempDir folder;
    try {
        const TaggerModel model(folder.write("a.model", bytes));
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::InputUnreadable);
        CHECK_FALSE(error.hint().empty());
        return error.what();
    }
    return "";
}

bool says(const std::string& bytes, std::string_view what) {
    return complaint(bytes).find(what) != std::string::npos;
}

}  // namespace

TEST_SUITE("analysis.tagger_model") {
    TEST_CASE("TaggerModel gives back the weights of every feature and nothing for others") {
        for (const std::size_t rows : {0U, 1U, 5U, 700U}) {
            CAPTURE(rows);
            const train::ModelContent content = content_of(rows);
            const testing::TempDir folder;
            const TaggerModel model(folder.write("a.model", train::model_bytes(content)));
            CHECK(model.feature_count() == rows);
            for (const train::WeightRow& row : content.rows) {
                const LabelScores scores = scores_for(model, row.feature);
                for (std::size_t label = 0; label < kLabels; ++label) {
                    CHECK(scores[label] == std::lround(row.weights[label] * 100));
                }
            }
            CHECK(scores_for(model, 0x123456789ABCDEFULL) == LabelScores{});
            CHECK(model.transitions(1)[2][3] == -77);
            CHECK(model.transitions(0)[2][3] == 0);
        }
    }

    TEST_CASE("TaggerModel refuses what is no model or of another version") {
        std::string bytes = train::model_bytes(content_of(20));
        CHECK(complaint(bytes).empty());
        CHECK(says("", "no model"));
        CHECK(says("DLTAGGER", "no model"));
        CHECK(says(bytes.substr(0, kBucketsOffset - 1), "no model"));
        std::string other = bytes;
        other[0] = 'X';
        CHECK(says(other, "no model"));
        other = bytes;
        other[8] = static_cast<char>(kModelVersion + 1);
        CHECK(says(other, "another version"));
        other = bytes;
        other[12] = static_cast<char>(kFeatureVersion + 1);
        CHECK(says(other, "another version"));
    }

    TEST_CASE("TaggerModel refuses a cut, longer or changed file") {
        const std::string bytes = train::model_bytes(content_of(20));
        CHECK(says(bytes.substr(0, bytes.size() - 1), "bytes"));
        CHECK(says(bytes + '\0', "bytes"));
        for (std::size_t at = kChecksumOffset; at < bytes.size(); at += 37) {
            CAPTURE(at);
            std::string changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ 0x10);
            CHECK_FALSE(complaint(changed).empty());
        }
    }

    TEST_CASE("TaggerModel refuses a folder and a file that is not there") {
        const testing::TempDir folder;
        CHECK_THROWS_AS(TaggerModel{folder.path()}, Error);
        CHECK_THROWS_AS(TaggerModel{folder.path() / "none"}, Error);
    }

    TEST_CASE("keep_strongest drops weak rows and keeps the file below its limit") {
        train::ModelContent content = content_of(700);
        content.rows[0].weights = {};
        content.rows[0].weights[3] = 0.049F;
        content.rows[1].weights = {};
        content.rows[1].weights[3] = -0.05F;
        const std::uint64_t weak = content.rows[0].feature;
        const std::uint64_t strong = content.rows[1].feature;
        train::keep_strongest(content, 0.05F, 1'000'000);
        const auto has = [&](std::uint64_t feature) {
            return std::any_of(content.rows.begin(),
                               content.rows.end(),
                               [&](const train::WeightRow& row) { return row.feature == feature; });
        };
        CHECK_FALSE(has(weak));
        CHECK(has(strong));
        train::keep_strongest(content, 0.05F, 3000);
        CHECK(train::model_bytes(content).size() <= 3000);
        CHECK(content.rows.size() > 150);
        CHECK_FALSE(has(strong));
    }
}

}  // namespace dateline::analysis
