// Reading and scoring texts whose places are known.
#include "indexer/train/place_corpus.hpp"

#include "common/base/error.hpp"
#include "indexer/train/commands.hpp"
#include "indexer/train/place_scores.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/places/marked_text.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <sstream>

namespace dateline::train {

namespace {

std::string location(std::string_view name, int start, int end, std::string_view point) {
    return "<location><name>" + std::string(name) + "</name><start>" + std::to_string(start) +
           "</start><end>" + std::to_string(end) + "</end>" + std::string(point) + "</location>";
}

constexpr std::string_view kParis = "<lat>48.85</lat><lon> 2.35</lon>";
constexpr std::string_view kElsewhere = "<lat>10</lat><lon>2.35</lon>";

std::string article(std::string_view text, const std::string& locations) {
    return "<article><source>x</source><text>" + std::string(text) + "</text><locations>" +
           locations + "</locations></article>";
}

}  // namespace

TEST_SUITE("places.place_corpus") {
    TEST_CASE("read_geovirus counts characters from one") {
        const std::string xml = article("É &amp; Paris", location("Paris", 5, 10, kParis));
        const std::vector<PlaceText> texts = read_geovirus("a.xml", xml, CorpusSet::All);
        REQUIRE(texts.size() == 1);
        CHECK(texts[0].text == "É & Paris");
        REQUIRE(texts[0].mentions.size() == 1);
        CHECK(texts[0].mentions[0].range == analysis::ByteRange{5, 10});
        REQUIRE(texts[0].places[0].point);
        CHECK(texts[0].places[0].point->longitude == 2.35);
    }

    TEST_CASE("read_geovirus parts the articles in two sets and passes comments over") {
        const std::string xml = article("Paris", location("Paris", 1, 6, kParis)) +
                                article("b", "") + "<!--" + article("c", "") + "-->" +
                                article("d", "");
        CHECK(read_geovirus("a.xml", xml, CorpusSet::All).size() == 3);
        CHECK(read_geovirus("a.xml", xml, CorpusSet::Train).size() == 2);
        const std::vector<PlaceText> test = read_geovirus("a.xml", xml, CorpusSet::Test);
        REQUIRE(test.size() == 1);
        CHECK(test[0].text == "b");
    }

    TEST_CASE("read_geovirus refuses ranges that do not hold their names") {
        for (const std::string& locations : {location("Paris", 0, 5, kParis),
                                             location("Paris", 1, 7, kParis),
                                             location("Pari", 1, 6, kParis),
                                             location("Paris", 6, 1, kParis),
                                             location("Paris", 1, 6, "<lat>x</lat><lon>1</lon>")}) {
            CAPTURE(locations);
            CHECK_THROWS_AS(static_cast<void>(read_geovirus(
                                "a.xml", article("Paris", locations), CorpusSet::All)),
                            Error);
        }
    }

    TEST_CASE("read_marked_article keeps people and organisations beside the places") {
        const std::string_view json = R"({"set": "test", "annotations": [
            {"type": "place", "start": 10, "end": 15, "text": "Paris", "entity": "Paris, FR"},
            {"type": "person", "start": 0, "end": 3, "text": "Ann", "entity": "Ann"},
            {"type": "date", "start": 4, "end": 6, "text": "in", "value": "2000"}]})";
        const auto read = read_marked_article("a.txt", "Ann is in Paris", json, CorpusSet::Test);
        REQUIRE(read);
        REQUIRE(read->mentions.size() == 2);
        CHECK(read->mentions[0].type == MentionType::Person);
        REQUIRE(read->places.size() == 1);
        CHECK(read->places[0].entity == "Paris, FR");
        CHECK_FALSE(read_marked_article("a.txt", "Ann is in Paris", json, CorpusSet::Train));
        CHECK_THROWS_AS(static_cast<void>(read_marked_article("a.txt", "x", "{", CorpusSet::All)),
                        Error);
    }

    TEST_CASE("score_places counts points within 161 km and says what is wrong") {
        const std::string xml =
            article("Paris and Paris and Xyzzyville",
                    location("Paris", 1, 6, kParis) + location("Paris", 11, 16, kElsewhere) +
                        location("Xyzzyville", 21, 31, kParis));
        const ScoredPlaces scored =
            score_places(analysis::shipped(), read_geovirus("a.xml", xml, CorpusSet::All));
        CHECK(scored.counts.mentions == 3);
        CHECK(scored.counts.with_candidate == 2);
        CHECK(scored.counts.resolved == 2);
        CHECK(scored.counts.right == 1);
        REQUIRE(scored.errors.size() == 2);
        CHECK(scored.errors[0].expected == "10.00 2.35");
        CHECK(scored.errors[1].found == "none");
    }

    TEST_CASE("score_places compares the country and the name of an entity") {
        const auto score = [](std::string_view entity) {
            const std::string json =
                R"({"set": "test", "annotations": [{"type": "place", "start": 3, "end": 8, )"
                R"("text": "Paris", "entity": ")" +
                std::string(entity) + "\"}]}";
            const auto text = read_marked_article("a.txt", "In Paris", json, CorpusSet::All);
            return score_places(analysis::shipped(), std::span(&*text, 1)).counts;
        };
        CHECK(score("Paris, FR").right == 1);
        CHECK(score("Paris, Texas, US").right == 0);
        CHECK(score("Paris, Texas, US").country_right == 0);
        CHECK(score("Lyon, FR").right == 0);
        CHECK(score("Lyon, FR").country_right == 1);
        CHECK(score("Paris, -").with_country == 0);
        CHECK(score("Paris, -").right == 1);
    }

    TEST_CASE("score_places_command prints figures for each set and lists errors") {
        const testing::TempDir folder;
        folder.write("GeoVirus.xml",
                     article("Paris", location("Paris", 1, 6, kParis)) +
                         article("Paris", location("Paris", 1, 6, kElsewhere)));
        const std::string path = (folder.path() / "GeoVirus.xml").string();
        const auto run = [&](const std::vector<std::string>& words) {
            std::ostringstream out;
            std::ostringstream err;
            CHECK(run_command(words, {.out = out, .err = err}) == 0);
            return out.str();
        };
        const std::string train = run({"score-places", "--set", "train", "--errors", "9", path});
        CHECK(train.find("right\t100.0 of 1 with a candidate") != std::string::npos);
        CHECK(train.find("meant") == std::string::npos);
        const std::string test = run({"score-places", "--set", "test", "--errors", "9", path});
        CHECK(test.find("right\t0.0 of 1 with a candidate") != std::string::npos);
        CHECK(test.find("meant 10.00 2.35") != std::string::npos);
    }

    TEST_CASE("score_places_command refuses a command line that it does not understand") {
        std::ostringstream sink;
        for (const std::vector<std::string>& words : {
                 std::vector<std::string>{"score-places"},
                 std::vector<std::string>{"score-places", "--set", "half", "x"},
                 std::vector<std::string>{"score-places", "--error", "1", "x"},
                 std::vector<std::string>{"score-place", "x"},
             }) {
            CAPTURE(words.size());
            CHECK_THROWS_AS(static_cast<void>(run_command(words, {.out = sink, .err = sink})),
                            Error);
        }
    }

    TEST_CASE("score_places is right about GeoVirus as often as it was") {
        const char* data = std::getenv("DATELINE_DATA");
        if (data == nullptr) {
            MESSAGE("skipped: DATELINE_DATA is not set");
            return;
        }
        const std::vector<PlaceText> texts =
            read_place_corpus(std::string(data) + "/places/GeoVirus.xml.xz", CorpusSet::All);
        CHECK(texts.size() == 229);
        const PlaceCounts counts = score_places(analysis::shipped(), texts).counts;
        CHECK(counts.mentions > 2000);
        // The figure that the project asks for: 89 in 100 of those with a candidate.
        CHECK(counts.right * 100 >= counts.with_candidate * 89);
    }
}

}  // namespace dateline::train
