// The user's entities file: what it says, and which mistakes are found where.
#include "common/entities/entities_file.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::entities;

namespace {

EntitiesFile parsed(std::string_view text) {
    return EntitiesFile::parse(text, "e.conf");
}

std::string complaint(std::string_view text) {
    try {
        static_cast<void>(parsed(text));
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Usage);
        return std::string(error.what()) + " | " + error.hint();
    }
    return "taken";
}

}  // namespace

TEST_SUITE("entities.entities_file") {
    TEST_CASE("parse reads entities with all they may have") {
        const EntitiesFile file = parsed(
            "\xEF\xBB\xBF# people\n"
            "[person \"Vladimir  Putin\"]\n"
            "id = P:Vladimir-Putin\n"
            "alias = Wladimir Putin ; a comment\n"
            "alias = \"Putin # V.\"\n"
            "merge = v-putin\n"
            "merge = @V.Putin\n"
            "separate = P:igor-putin\n"
            "[place \"Paris, Texas\"] id = L:4717560\n"
            "[org \"OPEC\"] alias = \"Opec cartel\"\n");
        REQUIRE(file.entities().size() == 3);
        const UserEntity& putin = file.entities()[0];
        CHECK(putin.id == "P:vladimir-putin");
        CHECK(putin.name == "Vladimir Putin");
        CHECK(putin.aliases == std::vector<std::string>{"Wladimir Putin", "Putin # V."});
        CHECK(putin.merges == std::vector<std::string>{"P:v-putin", "P:v-putin"});
        CHECK(putin.separations == std::vector<std::string>{"P:igor-putin"});
        CHECK(file.entities()[1].id == "L:4717560");
        CHECK(file.entities()[2].id == "O:opec");
    }

    TEST_CASE("parse reads blocked names for one type or all") {
        const EntitiesFile file = parsed("[blocked]\nperson = Reuter\nany = Staff Writer\n");
        REQUIRE(file.blocked().size() == 4);
        CHECK(file.blocked()[0].letter == 'P');
        CHECK(file.blocked()[0].slug == "reuter");
        CHECK(file.blocked()[1].letter == 'P');
        CHECK(file.blocked()[2].letter == 'L');
        CHECK(file.blocked()[3].letter == 'O');
        CHECK(file.blocked()[3].slug == "staff-writer");
        CHECK_FALSE(file.is_empty());
        CHECK(parsed("# nothing\n").is_empty());
    }

    TEST_CASE("parse names file and line of a mistake and what was meant") {
        struct Mistake {
            const char* text;
            const char* complaint;
        };
        for (const Mistake& mistake : {
                 Mistake{
                     "\n[persn \"A\"]\n",
                     "e.conf:2: there are no sections '[persn]' | did you mean '[person ...]'?"},
                 Mistake{"[block]\n",
                         "e.conf:1: there are no sections '[block]' | did you mean '[blocked]'?"},
                 Mistake{"[person]\n",
                         "e.conf:1: the name of a section is missing | write [person \"Vladimir "
                         "Putin\"], [place \"...\"], [org \"...\"] or [blocked]"},
                 Mistake{"[person \"--\"]\n",
                         "e.conf:1: '--' is not a name | a name has letters or digits"},
                 Mistake{"[person \"A\"]\nalais = B\n",
                         "e.conf:2: there is no setting 'alais' in a section [person] | did you "
                         "mean 'alias'?"},
                 Mistake{"[blocked]\nalias = B\n",
                         "e.conf:2: there is no setting 'alias' in a section [blocked] | the "
                         "settings are person, place, org, any"},
                 Mistake{"alias = B\n",
                         "e.conf:1: 'alias' stands before the first section | write [person "
                         "\"Vladimir Putin\"], [place \"...\"], [org \"...\"] or [blocked]"},
                 Mistake{"[person \"A\"]\nalias =\n",
                         "e.conf:2: alias needs a value | leave the line out"},
                 Mistake{"[person \"A\"]\nmerge = O:b\n",
                         "e.conf:2: 'O:b' is not the id of a person | ids of this section begin "
                         "with P: as --entities-report prints them"},
                 Mistake{"[person \"A\"]\nid = P:\n",
                         "e.conf:2: 'P:' is not an id | write it as --entities-report prints it"},
                 Mistake{"[person \"A\"]\nid = b\nid = c\n",
                         "e.conf:3: 'id' is set twice in one section | set it once"},
                 Mistake{"[person \"A\"]\n[person \"a\"]\n",
                         "e.conf:2: the id P:a stands for two entities: see line 1 | put all that "
                         "is one entity in one section"},
                 Mistake{"[person \"A\"]\nmerge = c\n[person \"B\"]\nmerge = c\n",
                         "e.conf:4: the id P:c stands for two entities: see line 2 | put all that "
                         "is one entity in one section"},
                 Mistake{"[person \"A\"]\nalias = C\n[person \"B\"]\nalias = c\n",
                         "e.conf:4: the name 'c' stands for two entities: see line 2 | a name can "
                         "stand for one entity only"},
                 Mistake{"[person \"A\"]\nmerge = c\nseparate = P:C\n",
                         "e.conf:3: P:c is separated from its own entity: see line 2 | keep one of "
                         "the two lines"},
                 Mistake{"[person \"A\"]\n[blocked]\nany = a\n",
                         "e.conf:3: the name is blocked, but line 1 gives it to P:a | keep one of "
                         "the two lines"},
             }) {
            CHECK(complaint(mistake.text) == mistake.complaint);
        }
        CHECK(complaint("[person \"\xFF\"]\n").starts_with("'e.conf' is not valid UTF-8"));
    }

    TEST_CASE("parse lets a person and an organisation share a name") {
        CHECK(complaint("[person \"Jordan\"]\n[place \"Jordan\"]\n[blocked]\norg = Jordan\n") ==
              "taken");
    }

    TEST_CASE("keep_entities_file keeps a file with its index until an empty one comes") {
        const testing::TempDir folder;
        CHECK(find_entities_file({}, folder.path()).is_empty());
        keep_entities_file(parsed("[person \"A\"]\n"), folder.path());
        CHECK(find_entities_file({}, folder.path()).text() == "[person \"A\"]\n");
        const auto other = folder.path() / "other.conf";
        write_file_atomically(other, "[person \"B\"]\n");
        CHECK(find_entities_file(other.string(), folder.path()).entities()[0].name == "B");
        keep_entities_file(parsed("# nothing\n"), folder.path());
        CHECK(find_entities_file({}, folder.path()).is_empty());
        CHECK_THROWS_AS(
            static_cast<void>(find_entities_file((folder.path() / "none").string(), {})), Error);
    }
}
