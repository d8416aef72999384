// Organisations and their short names.
#include "common/names/organisation_name.hpp"
#include "indexer/analysis/people/name_linker.hpp"
#include "tests/unit/people/marked.hpp"

#include <doctest/doctest.h>

namespace dateline::analysis {
namespace {

std::string ids_in(std::string_view marked) {
    const testing::MarkedText text = testing::read_marked(marked);
    std::string ids;
    for (const LinkedName& linked : NameLinker(nullptr).link(text.text, text.mentions, 2020)) {
        ids += (ids.empty() ? "" : " ") + linked.id;
    }
    return ids;
}

struct Case {
    std::string_view text;
    std::string_view ids;
};

}  // namespace

TEST_SUITE("names.organisation_name") {
    TEST_CASE("parse_organisation_name cuts articles and legal forms") {
        for (const auto& [name, shown] : {
                 std::pair<std::string_view, std::string_view>{"Texaco Inc", "Texaco"},
                 {"the Texaco Company", "Texaco"},
                 {"Proton Holdings Sdn Bhd", "Proton Holdings"},
                 {"Toyota Motor Co., Ltd.", "Toyota Motor"},
                 {"British Broadcasting Corporation", "British Broadcasting Corporation"},
                 {"Marks & Co", "Marks"},
                 {"Wood Mackenzie and Co Ltd", "Wood Mackenzie"},
                 {"U.S. Steel Corp.", "U.S. Steel"},
                 {"U.N.", "U.N."},
                 {"Inc", "Inc"},
                 {"The The", "The"},
                 {"", ""},
             }) {
            CAPTURE(name);
            CHECK(names::parse_organisation_name(name).shown == shown);
        }
    }

    TEST_CASE("parse_organisation_name knows acronyms by their capitals") {
        for (const std::string_view name : {"OPEC", "U.N.", "EU", "AT&T"}) {
            CAPTURE(name);
            CHECK(names::parse_organisation_name(name).acronym);
        }
        for (const std::string_view name : {"Opec", "X", "GAZPROM", "EU EU", "UK2", ""}) {
            CAPTURE(name);
            CHECK_FALSE(names::parse_organisation_name(name).acronym);
        }
    }
}

TEST_SUITE("analysis.organisation_joins") {
    TEST_CASE("link joins short names to the full name") {
        for (const Case& row : {
                 Case{"The {Organization of Petroleum Exporting Countries} ({OPEC}) met. {OPEC} "
                      "left.",
                      "O:organization-of-petroleum-exporting-countries "
                      "O:organization-of-petroleum-exporting-countries "
                      "O:organization-of-petroleum-exporting-countries"},
                 Case{"{OPEC} is the {Organization of Petroleum Exporting Countries}.",
                      "O:organization-of-petroleum-exporting-countries "
                      "O:organization-of-petroleum-exporting-countries"},
                 Case{"{Compagnie de Navigation}, known as {Comanav}, sails. {Comanav} sank.",
                      "O:compagnie-de-navigation O:compagnie-de-navigation "
                      "O:compagnie-de-navigation"},
                 Case{"{Texaco Inc} fell. {Texaco}'s shares.", "O:texaco O:texaco"},
                 Case{"{Aer Lingus Group PLC} fell. {Aer Lingus} rose.",
                      "O:aer-lingus-group O:aer-lingus-group"},
                 Case{"{SOUTHWEST REALTY} FALLS\n{Southwest Realty Ltd} fell.",
                      "O:southwest-realty O:southwest-realty"},
                 Case{"{Goldman Sachs} rose. {Goldman} fell.", "O:goldman-sachs O:goldman-sachs"},
                 Case{"{Manchester United} won. {United} lost.",
                      "O:manchester-united O:manchester-united"},
             }) {
            CAPTURE(row.text);
            CHECK(ids_in(row.text) == row.ids);
        }
    }

    TEST_CASE("link keeps organisations apart where two fit or none") {
        for (const Case& row : {
                 Case{"{Manchester United} met {Leeds United}. {United} won.",
                      "O:manchester-united O:leeds-united O:united"},
                 Case{"{World Bank} and {Whale Board} and {WB}", "O:world-bank O:whale-board O:wb"},
                 Case{"{World Bank} and {BBC}", "O:world-bank O:bbc"},
                 Case{"{Shell}. ({BP})", "O:shell O:bp"},
                 Case{"{Permian Partners} bought {Permian Corp}. {Permian} fell.",
                      "O:permian-partners O:permian O:permian"},
                 Case{"the {House Ways and Means Committee} of the {House}",
                      "O:house-ways-and-means-committee O:house"},
             }) {
            CAPTURE(row.text);
            CHECK(ids_in(row.text) == row.ids);
        }
    }
}

}  // namespace dateline::analysis
