// The user's names in mentions: renamed, left out, and found where nothing else found them.
#include "indexer/analysis/user_entities.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline;
using namespace dateline::analysis;

namespace {

const gazetteer::Gazetteer& shipped() {
    static const auto gazetteer = gazetteer::Gazetteer::open_installed();
    return gazetteer;
}

Mention mention(MentionType type,
                const std::string& text,
                const std::string& surface,
                const std::string& id,
                const std::string& name) {
    Mention made;
    made.type = type;
    made.start_bytes = static_cast<std::uint32_t>(text.find(surface));
    made.end_bytes = made.start_bytes + static_cast<std::uint32_t>(surface.size());
    made.id = id;
    made.name = name;
    made.method = "model";
    return made;
}

/// `id|name|text` of all mentions.
std::string applied(std::string_view file,
                    const std::string& text,
                    std::vector<Mention> mentions = {}) {
    UserEntities(entities::EntitiesFile::parse(file, "e.conf")).apply(text, shipped(), mentions);
    std::string shown;
    for (const Mention& each : mentions) {
        shown += each.id + '|' + each.name + '|' +
                 text.substr(each.start_bytes, each.end_bytes - each.start_bytes) + '\n';
    }
    return shown;
}

}  // namespace

TEST_SUITE("analysis.user_entities") {
    TEST_CASE("apply renames mentions by the text and by the canonical name") {
        const std::string text = "Ze met Zelensky.";
        const std::string file =
            "[person \"Volodymyr Zelenskyy\"]\nalias = Ze\nalias = V. Zelensky\n";
        CHECK(
            applied(
                file,
                text,
                {mention(MentionType::Person, text, "Ze", "P:ze", "Ze"),
                 mention(MentionType::Person, text, "Zelensky", "P:v-zelensky", "V. Zelensky")}) ==
            "P:volodymyr-zelenskyy|Volodymyr Zelenskyy|Ze\n"
            "P:volodymyr-zelenskyy|Volodymyr Zelenskyy|Zelensky\n");
    }

    TEST_CASE("apply keeps to the type of a mention") {
        const std::string text = "Jordan played.";
        const std::vector<Mention> mentions = {
            mention(MentionType::Place, text, "Jordan", "L:248816", "Jordan")};
        CHECK(applied("[person \"Michael Jordan\"]\nalias = Jordan\n", text, mentions) ==
              "L:248816|Jordan|Jordan\n");
    }

    TEST_CASE("apply leaves out blocked names of their types only") {
        const std::string text = "Reuter and Reuter Inc.";
        const std::vector<Mention> mentions = {
            mention(MentionType::Person, text, "Reuter", "P:reuter", "Reuter"),
            mention(MentionType::Org, text, "Reuter", "O:reuter", "Reuter")};
        CHECK(applied("[blocked]\nperson = REUTER\n", text, mentions) ==
              "O:reuter|Reuter|Reuter\n");
        CHECK(applied("[blocked]\nany = Reuter\n", text, mentions).empty());
        CHECK(applied("", text, mentions) == "P:reuter|Reuter|Reuter\nO:reuter|Reuter|Reuter\n");
    }

    TEST_CASE("apply gives a place what the gazetteer knows of its id") {
        const std::string text = "In Big Town.";
        std::vector<Mention> mentions = {
            mention(MentionType::Place, text, "Big Town", "L:big-town", "Big Town")};
        const auto file = entities::EntitiesFile::parse(
            "[place \"Budapest\"]\nid = L:3054643\nalias = Big Town\n", "e.conf");
        UserEntities(file).apply(text, shipped(), mentions);
        REQUIRE(mentions.size() == 1);
        CHECK(mentions[0].id == "L:3054643");
        CHECK(mentions[0].coordinates.has_value());
        REQUIRE_FALSE(mentions[0].path.empty());
        CHECK(mentions[0].path.back().id == "L:3054643");
    }

    TEST_CASE("apply finds names of several words as they are written") {
        const std::string file =
            "[org \"Grain Board\"]\nalias = Grain Board of Examples\nalias = Board\n"
            "[person \"Владимир\"]\nid = P:vladimir\n";
        CHECK(applied(file, "The Grain Board met.") == "O:grain-board|Grain Board|Grain Board\n");
        CHECK(applied(file, "Grain Board of Examples") ==
              "O:grain-board|Grain Board|Grain Board of Examples\n");
        CHECK(applied(file, "сказал Владимир.") == "P:vladimir|Владимир|Владимир\n");
        CHECK(
            applied(file, "The grain board, the Grain Boards, a NGrain Board, the Board").empty());
    }

    TEST_CASE("apply finds nothing where a mention is") {
        const std::string text = "Grain Board Inc";
        CHECK(applied("[org \"Grain Board\"]\n",
                      text,
                      {mention(MentionType::Org, text, "Grain Board Inc", "O:x", "X")}) ==
              "O:x|X|Grain Board Inc\n");
    }

    TEST_CASE("version differs by what apply looks at") {
        const auto version = [](std::string_view file) {
            return UserEntities(entities::EntitiesFile::parse(file, "e.conf")).version();
        };
        CHECK(version("").empty());
        CHECK(version("# a comment\n[person \"A\"]\n") == version("[person \"A\"]\nmerge = b\n"));
        CHECK(version("[person \"A\"]\n") != version("[person \"A\"]\nalias = B\n"));
        CHECK(version("[person \"A\"]\n") != version("[org \"A\"]\n"));
        CHECK(version("[blocked]\nperson = A\n") != version("[blocked]\norg = A\n"));
    }
}
