// Who is who within one text.
#include "indexer/analysis/people/person_joins.hpp"

#include "indexer/analysis/people/name_linker.hpp"
#include "tests/unit/people/marked.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <set>

namespace dateline::analysis {
namespace {

std::vector<LinkedName> link(std::string_view marked) {
    const testing::MarkedText text = testing::read_marked(marked);
    return NameLinker(nullptr).link(text.text, text.mentions, 2020);
}

// The names that the mentions get, in order, with / between.
std::string names_in(std::string_view marked) {
    std::string names;
    for (const LinkedName& linked : link(marked)) {
        names += (names.empty() ? "" : " / ") + linked.name;
    }
    return names;
}

struct Case {
    std::string_view text;
    std::string_view names;
};

void check_all(std::initializer_list<Case> rows) {
    for (const Case& row : rows) {
        CAPTURE(row.text);
        CHECK(names_in(row.text) == row.names);
    }
}

}  // namespace

TEST_SUITE("analysis.person_joins") {
    TEST_CASE("link joins a single name to the full name before or behind it") {
        check_all({
            {"[Vladimir Putin] spoke. [Putin] left.", "Vladimir Putin / Vladimir Putin"},
            {"[Putin] to speak\n[Vladimir Putin] spoke.", "Vladimir Putin / Vladimir Putin"},
            {"[Hillary Clinton] won. [Hillary] smiled.", "Hillary Clinton / Hillary Clinton"},
            {"[Xi Jinping] met [Xi]'s aides.", "Xi Jinping / Xi Jinping"},
            {"[Bashar al-Assad] and [Assad] and [al-Assad].",
             "Bashar al-Assad / Bashar al-Assad / Bashar al-Assad"},
            {"[Louis van Gaal], [Van Gaal], [van Gaal], [Gaal]",
             "Louis van Gaal / Louis van Gaal / Louis van Gaal / Louis van Gaal"},
            {"[F. W. de Klerk] met aides. [De Klerk] left.", "F. W. de Klerk / F. W. de Klerk"},
            {"[José Hernández Rivera] ran. [Hernández] won. [Hernández Rivera] wept.",
             "José Hernández Rivera / José Hernández Rivera / José Hernández Rivera"},
            {"[Viktor Orbán] came. [ORBAN] left.", "Viktor Orbán / Viktor Orbán"},
            {"[Volodymyr Zelenskyy] came. [Zelensky] left.",
             "Volodymyr Zelenskyy / Volodymyr Zelenskyy"},
            {"[William Clinton] came. [Bill] left.", "William Clinton / William Clinton"},
            {"[John F. Kennedy] came. [JFK] left.", "John F. Kennedy / John F. Kennedy"},
            {"[Edward \"Ted\" Kennedy] came. [Ted] left.", "Edward Kennedy / Edward Kennedy"},
            {"[Martin Luther King Jr.] spoke. [King] left.",
             "Martin Luther King Jr. / Martin Luther King Jr."},
        });
    }

    TEST_CASE("link gives the fullest name to all full names of a person") {
        check_all({
            {"[John Mahama], once [John Dramani Mahama]",
             "John Dramani Mahama / John Dramani Mahama"},
            {"[V. Putin] is [Vladimir Putin].", "Vladimir Putin / Vladimir Putin"},
            {"[Orbán Viktor] is [Viktor Orbán]; [Viktor Orbán].",
             "Viktor Orbán / Viktor Orbán / Viktor Orbán"},
            {"[VLADIMIR PUTIN] SPEAKS\n[Vladimir Putin] spoke.", "Vladimir Putin / Vladimir Putin"},
            {"[VLADIMIR MCDONALD] SPEAKS", "Vladimir McDonald"},
        });
    }

    TEST_CASE("link tells families apart") {
        check_all({
            // By titles and by words beside the name.
            {"[Bill Clinton] and [Hillary Clinton] came. [Mrs.|Clinton] spoke. [Mr.|Clinton] left.",
             "Bill Clinton / Hillary Clinton / Hillary Clinton / Bill Clinton"},
            {"[President|George Bush] and [Laura Bush] came. [President|Bush] spoke.",
             "George Bush / Laura Bush / George Bush"},
            {"[Bill Clinton] came. His wife [Clinton] left.", "Bill Clinton / Clinton"},
            // By the pronoun behind.
            {"[Bill Clinton] and [Hillary Clinton] came. [Clinton] said she was tired.",
             "Bill Clinton / Hillary Clinton / Hillary Clinton"},
            // The person the text is about.
            {"[Desbah Yellowhair] wove. [Desbah Yellowhair] died. Her husband, [Kee Yellowhair], "
             "mourns. [Yellowhair] was 90.",
             "Desbah Yellowhair / Desbah Yellowhair / Kee Yellowhair / Desbah Yellowhair"},
            // A given name says which.
            {"[Tony Smith] met [Ann Smith]. [Ann] left.", "Tony Smith / Ann Smith / Ann Smith"},
        });
    }

    TEST_CASE("link keeps apart what does not fit") {
        check_all({
            {"[George Bush Sr] met [George Bush Jr].", "George Bush Sr / George Bush Jr"},
            {"[George W. Bush] met [George P. Bush] and [George Bush].",
             "George W. Bush / George P. Bush / George Bush"},
            {"[Vladimir Putin] met [Orban].", "Vladimir Putin / Orban"},
            {"[Paul Smith] came. [Mr|Paul] left.", "Paul Smith / Paul"},
            {"[Li Keqiang] met [Lee].", "Li Keqiang / Lee"},
            {"[Mr.|Jones] met [Mrs.|Jones].", "Jones / Jones"},
            {"[Saddam Hussein] met [King|Hussein].", "Saddam Hussein / Hussein"},
            {"[King|Frederik IX] met [King|Frederik X].", "Frederik IX / Frederik X"},
            {"[Ivan Petrov] came. “My own mother”, [Petrov] said, “stayed.”",
             "Ivan Petrov / Ivan Petrov"},
            {"[Margrethe] and [Queen|Margrethe II]", "Margrethe II / Margrethe II"},
        });
    }

    TEST_CASE("link takes a name behind known as for another name of the person") {
        check_all({
            {"[Arsenio Cuevas], 36, is called [Tatu]. [Tatu] kicked.",
             "Arsenio Cuevas / Arsenio Cuevas / Arsenio Cuevas"},
            {"[Arsenio Cuevas], known as \"[Tatu]\", kicked.", "Arsenio Cuevas / Arsenio Cuevas"},
            {"[Arsenio Cuevas] came. It is known as [Tatu].", "Arsenio Cuevas / Tatu"},
        });
    }

    TEST_CASE("link says why and whether it is doubtful") {
        const std::vector<LinkedName> linked =
            link("[Tony Smith] met [Bob Smith]. [Mr|Smith] left. [Tony] and [Tony B. Smith].");
        REQUIRE(linked.size() == 5);
        CHECK(linked[2].reason == JoinReason::Surname);
        CHECK(linked[2].doubtful);
        CHECK(linked[2].honorific == "Mr");
        CHECK(linked[3].reason == JoinReason::GivenName);
        CHECK_FALSE(linked[3].doubtful);
        CHECK(linked[0].reason == JoinReason::Variant);
        CHECK(linked[0].id == "P:tony-b-smith");
        CHECK(linked[4].reason == JoinReason::Alone);
    }

    TEST_CASE("link takes a title that was tagged with the name for a title") {
        const std::vector<LinkedName> linked = link("[President Vladimir Putin] spoke.");
        REQUIRE(linked.size() == 1);
        CHECK(linked[0].honorific == "President");
        CHECK(linked[0].id == "P:vladimir-putin");
        CHECK(names_in(
                  "[Mines Minister Arturo Grisanti] and the [Prime|Minister] and [Minister Roh]") ==
              "Arturo Grisanti / Roh");
    }

    TEST_CASE("link links every person and organisation once and no place") {
        const std::string_view marked =
            "[Putin] in <Moscow> for {Gazprom}: [...] [Vladimir Putin], [Putin's] {Inc}.";
        std::vector<std::uint32_t> mentions;
        for (const LinkedName& linked : link(marked)) {
            mentions.push_back(linked.mention);
        }
        CHECK(mentions == std::vector<std::uint32_t>{0, 2, 4, 5, 6});
    }

    TEST_CASE("link links each mention of made up texts once and always the same way") {
        constexpr std::array kWords = std::to_array<std::string_view>(
            {"Putin", "VLADIMIR", "al-", "\"Ted\"", "de", "Jr",  "X",  "II", "O’Brien", "J.R.",
             "习",    "Ünal",     "-",   "(",       "'s", "Mr.", "Li", "",   "Kim",     "Jong-un"});
        std::mt19937 random(4);  // NOLINT(cert-msc51-cpp): the same texts in every run
        for (int round = 0; round < 300; ++round) {
            std::string marked;
            for (int mention = 0; mention < 12; ++mention) {
                std::string name;
                const std::size_t words = 1 + random() % 3;
                for (std::size_t word = 0; word < words; ++word) {
                    name +=
                        (name.empty() ? "" : " ") + std::string(kWords[random() % kWords.size()]);
                }
                marked += (random() % 4 == 0 ? "{" + name + "}" : "[" + name + "]") + " (he) ";
            }
            CAPTURE(marked);
            const std::vector<LinkedName> linked = link(marked);
            CHECK(linked == link(marked));
            std::set<std::uint32_t> mentions;
            for (const LinkedName& name : linked) {
                CHECK(mentions.insert(name.mention).second);
                CHECK(name.id.starts_with(name.type == MentionType::Person ? "P:" : "O:"));
                CHECK(name.id.size() > 2);
            }
        }
    }

    TEST_CASE("link gives a paragraph the same ids when unrelated text stands before it") {
        const std::string_view text = "[Tony Smith] met [Bob Smith]. [Smith] left.";
        const std::string longer = "[Ana Ruiz] sang.\n" + std::string(text);
        const std::vector<LinkedName> alone = link(text);
        const std::vector<LinkedName> behind = link(longer);
        REQUIRE(behind.size() == alone.size() + 1);
        for (std::size_t i = 0; i < alone.size(); ++i) {
            CHECK(alone[i].id == behind[i + 1].id);
        }
    }
}

}  // namespace dateline::analysis
