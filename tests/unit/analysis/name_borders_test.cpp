// Names before and after: persons in square brackets, places in angles, organisations in braces.
#include "indexer/analysis/name_borders.hpp"

#include "indexer/analysis/company_names.hpp"
#include "indexer/analysis/firm_partners.hpp"
#include "indexer/analysis/headline_names.hpp"
#include "indexer/analysis/place_doubts.hpp"
#include "tests/unit/people/marked.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::analysis {
namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

struct Case {
    std::string_view before;
    std::string_view after;
};

// Ohio is a place, Goldman and Smith Barney are firms, Reagan is known; of the partners' names Drew
// is a given name too, Asha is nothing else.
NameClasses classes_of(std::string_view name) {
    constexpr std::pair<std::string_view, NameClasses> rows[] = {
        {"Ohio", {NameClass::Division}},
        {"GAO", {NameClass::Organisation, NameClass::Town}},
        {"Gao", {NameClass::Organisation, NameClass::Town}},
        {"EU", {NameClass::Organisation, NameClass::Region}},
        {"western Europe", {NameClass::Region}},
        {"Sudan", {NameClass::Country}},
        {"SU", {NameClass::Country}},
        {"New Ohio", {NameClass::Division}},
        {"Ohioan", {NameClass::PlaceAdjective}},
        {"Ohio Sudan", {NameClass::Division}},
        {"Assisi", {NameClass::Town}},
        {"Goldman", {NameClass::Organisation, NameClass::FamilyName}},
        {"Exxon", {NameClass::Organisation}},
        {"Air Sudan", {NameClass::Organisation}},
        {"Europe", {NameClass::Region}},
        {"Acme Report", {NameClass::Organisation}},
        {"Smith Barney", {NameClass::Organisation}},
        {"Merrill Lynch", {NameClass::Organisation}},
        {"Morgan Stanley", {NameClass::Organisation}},
        {"Reagan", {NameClass::KnownPerson, NameClass::FamilyName}},
        {"Drew", {NameClass::GivenName, NameClass::FamilyName}},
        {"Dale", {NameClass::GivenName, NameClass::FamilyName}},
        {"Asha", {NameClass::GivenName}},
    };
    const auto* const row = std::find_if(
        std::begin(rows), std::end(rows), [&](const auto& each) { return each.first == name; });
    return row == std::end(rows) ? NameClasses{NameClass::FamilyName} : row->second;
}

// What `settle` makes of the names marked in `before`, marked again.
template <typename Settle>
std::string settled(std::string_view before, Settle settle) {
    testing::MarkedText marked = testing::read_marked(before);
    const ClassesOf classes = [&](ByteRange range) {
        return classes_of(std::string_view(marked.text)
                              .substr(range.start_bytes, range.end_bytes - range.start_bytes));
    };
    std::string result;
    std::size_t done = 0;
    for (const NameMention& mention : settle(marked.text, std::move(marked.mentions), classes)) {
        const std::string_view signs = mention.type == MentionType::Person  ? "[]"
                                       : mention.type == MentionType::Place ? "<>"
                                                                            : "{}";
        result += marked.text.substr(done, mention.range.start_bytes - done) + signs[0] +
                  marked.text.substr(mention.range.start_bytes,
                                     mention.range.end_bytes - mention.range.start_bytes) +
                  signs[1];
        done = mention.range.end_bytes;
    }
    return result + marked.text.substr(done);
}

std::vector<NameMention> without_classes(std::string_view text,
                                         std::vector<NameMention> mentions,
                                         const ClassesOf& /*classes_of*/) {
    return settle_headline(text, std::move(mentions));
}

void check_borders(std::initializer_list<Case> cases) {
    for (const Case& row : cases) {
        CAPTURE(row.before);
        CHECK(settled(row.before, settle_borders) == row.after);
    }
}

void check_partners(std::initializer_list<Case> cases) {
    for (const Case& row : cases) {
        CAPTURE(row.before);
        CHECK(settled(row.before, join_partners) == row.after);
    }
}

// Angle brackets mark places here, so those of the text are written by hand.
std::vector<std::string> names_in(const std::string& text, std::string_view tagged) {
    const auto start = static_cast<std::uint32_t>(text.find(tagged));
    NameMention mention;
    mention.range = {start, start + static_cast<std::uint32_t>(tagged.size())};
    std::vector<std::string> names;
    for (const NameMention& each :
         settle_borders(text, {mention}, [](ByteRange) { return NameClasses{}; })) {
        names.push_back(
            (each.type == MentionType::Org ? "o " : "p ") +
            text.substr(each.range.start_bytes, each.range.end_bytes - each.range.start_bytes));
    }
    return names;
}

}  // namespace

TEST_SUITE("analysis.name_borders") {
    TEST_CASE("settle_borders takes what ends in a legal form for a company") {
        check_borders({
            {"[Mannesmann AG] expects", "{Mannesmann AG} expects"},
            {"[Linde] AG said", "{Linde AG} said"},
            {"<Hancock> Inc. said", "{Hancock Inc}. said"},
            {"{Ford Motor} Co, which", "{Ford Motor Co}, which"},
            {"[Linde], AG", "[Linde], AG"},
            {"[Linde] Agricola", "[Linde] Agricola"},
            {"[Co] said", "[Co] said"},
        });
    }

    TEST_CASE("settle_borders parts two companies with and between them") {
        check_borders({
            {"{Daiwa Co Ltd and Yamaichi Co Ltd}", "{Daiwa Co Ltd} and {Yamaichi Co Ltd}"},
            {"{Standard Chartered Bank and Union Bancorp}",
             "{Standard Chartered Bank} and {Union Bancorp}"},
            {"{A Inc and B Corp and C Ltd}", "{A Inc} and {B Corp} and {C Ltd}"},
            {"{Amselco and Nerco} fell. {Amselco} rose. {Nerco} too.",
             "{Amselco} and {Nerco} fell. {Amselco} rose. {Nerco} too."},
            {"{Amselco and Nerco} fell. {Amselco} rose.",
             "{Amselco and Nerco} fell. {Amselco} rose."},
            {"{Union Bank and Trust Co}", "{Union Bank and Trust Co}"},
            {"{Goldman Sachs and Co Inc}", "{Goldman Sachs and Co Inc}"},
            {"{Unilever Plc and NV}", "{Unilever Plc and NV}"},
            {"{Bank and Post}", "{Bank and Post}"},
        });
    }

    TEST_CASE("settle_borders parts a person and what follows of") {
        check_borders({
            {"[Jane Doe of Acme] said", "[Jane Doe] of {Acme} said"},
            {"[Jane Doe of Ohio] said", "[Jane Doe] of <Ohio> said"},
            {"[Jane Doe of Bishop], <California>", "[Jane Doe] of <Bishop>, <California>"},
            {"[Liro of Exxon] said", "[Liro] of {Exxon} said"},
            {"[Liro of Acme] said. {Acme} rose.", "[Liro] of {Acme} said. {Acme} rose."},
            {"[Joan of Arc] said", "[Joan of Arc] said"},
            {"[William of Ockham] met [Jane Doe of Acme]",
             "[William of Ockham] met [Jane Doe] of {Acme}"},
            {"[Francis of Assisi] said", "[Francis of Assisi] said"},
            {"[King|Juan Carlos of Spain]", "King [Juan Carlos of Spain]"},
        });
    }

    TEST_CASE("settle_borders moves borders over brackets and behind places") {
        check_borders({
            {"[James Capel] ({Far East) Ltd} said", "{James Capel (Far East) Ltd} said"},
            {"[James Capel] and ({Far East) Ltd}", "[James Capel] and ({Far East) Ltd}"},
            {"the {New York-based Mutual Shares}", "the New York-based {Mutual Shares}"},
        });
    }

    TEST_CASE("settle_borders takes laws and papers for no organisations") {
        check_borders({
            {"the {Foreign Exchange Administration Law}",
             "the Foreign Exchange Administration Law"},
            {"the {World Agriculture Report}", "the World Agriculture Report"},
            {"{Act} and [Jane Law]", "{Act} and [Jane Law]"},
            {"the {Council Regulation}", "the Council Regulation"},
            {"the {Freedom of Information Act}", "the Freedom of Information Act"},
        });
    }

    TEST_CASE("settle_borders keeps organisations that end like a law") {
        for (const std::string_view name : {
                 "{Ministry of Law}",
                 "{Columbia University School of Law}",
                 "{Office of Utility Regulation}",
                 "{Max Planck Institute for Comparative and International Private Law}",
                 "{Acme Report}",  // known to the lists
             }) {
            check_borders({{name, name}});
        }
    }

    TEST_CASE("settle_borders reads companies and signs of shares in angle brackets") {
        using Names = std::vector<std::string>;
        CHECK(names_in("shares in <Hillards Plc> and X", "X") == Names{"o Hillards Plc", "p X"});
        CHECK(names_in("<Hong Kong Dragon Airways Ltd>", "Dragon Airways") ==
              Names{"o Hong Kong Dragon Airways Ltd"});
        CHECK(names_in("FRANKLIN RESOURCES <BEN> FORMS", "BEN").empty());
        CHECK(names_in("Swire <SWPC.HK> rose", "HK").empty());
        CHECK(names_in("shares in <Hillards> X", "X") == Names{"p X"});
        CHECK(names_in("a <\nHillards Plc> X", "X") == Names{"p X"});
        CHECK(names_in("a < b Plc X", "X") == Names{"p X"});
        // Both sides of the limits: 12 bytes for a sign, 80 for a company.
        CHECK(names_in("<ABCDEFGHIJKL>", "ABC").empty());
        CHECK(names_in("<ABCDEFGHIJKLM>", "ABC") == Names{"p ABC"});
        const std::string company = "A" + std::string(75, 'a') + " Plc";
        CHECK(names_in("<" + company + "> X", "X") == Names{"o " + company, "p X"});
        CHECK(names_in("<A" + company + "> X", "X") == Names{"p X"});
    }

    TEST_CASE("settle_borders parts an owner from what it owns") {
        for (const Case& row : {
                 Case{"{Acme Corp's Tulser Gas Co}", "{Acme Corp}'s {Tulser Gas Co}"},
                 Case{"{Acme Gas Co, Tulser Oil Co} left", "{Acme Gas Co}, {Tulser Oil Co} left"},
                 Case{"[Hughes' Kistler] said", "{Hughes}' [Kistler] said"},
                 Case{"[Acme's O'Nell] said", "{Acme}'s [O'Nell] said"},
                 Case{"[Jane Doe's Quuxel] fell", "[Jane Doe]'s [Quuxel] fell"},
                 Case{"[Jane Doe] and [Doe's Quuxel]", "[Jane Doe] and [Doe]'s [Quuxel]"},
             }) {
            CAPTURE(row.before);
            CHECK(settled(row.before, settle_borders) == row.after);
        }
        for (const std::string_view marked : {"{Acme Co, Inc}",
                                              "{Acme's Fund}",
                                              "{Acme Co's fund}",
                                              "[Tala' Khalil] left",
                                              "[O'Nell] and [D'Arcy James]",
                                              "{Acme Fund, Tulser Oil Co}"}) {
            CAPTURE(marked);
            CHECK(settled(marked, settle_borders) == marked);
        }
    }

    TEST_CASE("settle_borders finds the place in a longer name") {
        for (const Case& row : {
                 Case{"<New> Ohio-based firms", "<New Ohio>-based firms"},
                 Case{"<New> York-based firms", "<New> York-based firms"},
                 Case{"<New> Ohio firms", "<New> Ohio firms"},
                 Case{"<Ohio> Sudan-based", "<Ohio> Sudan-based"},
                 Case{"{No. 12 Sudan} maker", "No. 12 <Sudan> maker"},
                 Case{"{No. 12 Goldman}, {No. x Sudan}", "{No. 12 Goldman}, {No. x Sudan}"},
                 Case{"{No. 12}, {No. }, {No. 1 }", "{No. 12}, {No. }, {No. 1 }"},
                 Case{"<Western> creditors", "Western creditors"},
                 Case{"<Ohioan> yards", "Ohioan yards"},
                 Case{"5 <Sudan> dollars, <Sudan> dlr.", "5 Sudan dollars, Sudan dlr."},
                 Case{"<Sudan> dollarised. <Sudan>", "<Sudan> dollarised. <Sudan>"},
             }) {
            CAPTURE(row.before);
            CHECK(settled(row.before, settle_borders) == row.after);
        }
    }

    TEST_CASE("settle_borders leaves small words out") {
        for (const Case& row : {
                 Case{"with {the Tulser Partners}", "with the {Tulser Partners}"},
                 Case{"in <northern Ohio>", "in northern <Ohio>"},
                 Case{"in <western Europe>", "in <western Europe>"},
                 Case{"[Sam Montau] {and Co Ltd} said", "{Sam Montau and Co Ltd} said"},
                 Case{"{de Beers}, <al Gharb>, {the AG}", "{de Beers}, <al Gharb>, {the AG}"},
                 Case{"[Sam Montau] {and Gas} said", "[Sam Montau] {and Gas} said"},
                 Case{"<Ohio> {and Co Ltd} said", "<Ohio> {and Co Ltd} said"},
             }) {
            CAPTURE(row.before);
            CHECK(settled(row.before, settle_borders) == row.after);
        }
    }
}

TEST_SUITE("analysis.firm_partners") {
    TEST_CASE("join_partners takes surnames that nobody introduces for a firm") {
        check_partners({
            {"[Duff] and [Phelps] said", "{Duff and Phelps} said"},
            {"brokers [Phillips] & [Drew]", "brokers {Phillips & Drew}"},
            {"[Robertson], [Colman] and [Stephens]", "{Robertson, Colman and Stephens}"},
            {"{Merrill Lynch}, [Pierce], [Fenner] and [Smith]",
             "{Merrill Lynch, Pierce, Fenner and Smith}"},
        });
    }

    TEST_CASE("join_partners joins what stands before the end of a firm's name") {
        check_partners({
            {"[Kidder], {Peabody and Co Inc} said", "{Kidder, Peabody and Co Inc} said"},
            {"at <Kidder>, {Peabody and Co}", "at {Kidder, Peabody and Co}"},
            {"{Goldman}, {Sachs and Co}", "{Goldman, Sachs and Co}"},
            {"[Donaldson], {Lufkin and Jenrette}", "{Donaldson, Lufkin and Jenrette}"},
            {"{Smith Barney}, {Harris Upham and Co}", "{Smith Barney, Harris Upham and Co}"},
        });
    }

    TEST_CASE("join_partners takes no more than eight partners") {
        check_partners({
            {"[A], [B], [C], [D], [E], [F], [G], {H and Co}", "{A, B, C, D, E, F, G, H and Co}"},
            {"[A], [B], [C], [D], [E], [F], [G], [H], {I and Co}",
             "[A], {B, C, D, E, F, G, H, I and Co}"},
        });
    }

    TEST_CASE("join_partners leaves people and lists of firms") {
        check_partners({
            {"[Jane Duff] met [Phelps]. [Duff] and [Phelps]",
             "[Jane Duff] met [Phelps]. [Duff] and [Phelps]"},
            {"[Mr|Duff] left. [Duff] and [Phelps]", "Mr [Duff] left. [Duff] and [Phelps]"},
            {"[Reagan] and [Phelps]", "[Reagan] and [Phelps]"},
            {"[Dale] and [Drew]", "[Dale] and [Drew]"},
            {"[Asha] and [Phelps]", "[Asha] and [Phelps]"},
            {"[Duff] and [Duff]", "[Duff] and [Duff]"},
            {"[Duff], [Phelps]", "[Duff], [Phelps]"},
            {"{Exxon}, [Duff] and [Phelps]", "{Exxon}, {Duff and Phelps}"},
            {"{Goldman}, {Morgan Stanley and Co}", "{Goldman}, {Morgan Stanley and Co}"},
            {"{Kidder}, {Harris Upham and Co}", "{Kidder}, {Harris Upham and Co}"},
            {"{Citicorp}, {J.P. Morgan and Co}", "{Citicorp}, {J.P. Morgan and Co}"},
            {"[Mr|Boesky], {Jefferies and Co}", "Mr [Boesky], {Jefferies and Co}"},
            {"<Ohio>, {Peabody and Co}", "<Ohio>, {Peabody and Co}"},
            {"<Kidder>, {Lufkin and Jenrette}", "<Kidder>, {Lufkin and Jenrette}"},
            {"{Acme Inc}, {Peabody and Co}", "{Acme Inc}, {Peabody and Co}"},
            {"{Sugar and Cocoa Exchange}", "{Sugar and Cocoa Exchange}"},
            {"", ""},
        });
    }
}

TEST_SUITE("analysis.company_names") {
    TEST_CASE("name_companies knows a company by its name with a legal form") {
        for (const Case& row : {
                 Case{
                     "[TULSER TOOL] SUED\n\n{Tulser Tool Co Inc} was sued. [Tulser Tool] said so.",
                     "{TULSER TOOL} SUED\n\n{Tulser Tool Co Inc} was sued. {Tulser Tool} said so."},
                 Case{"{Assisi Ltd} fell. <Assisi> rose.", "{Assisi Ltd} fell. {Assisi} rose."},
                 Case{"{Linder AG} fell. [Linder] rose.", "{Linder AG} fell. {Linder} rose."},
                 Case{"{Kanto\nPower Co} fell. <Kanto Power> rose.",
                      "{Kanto\nPower Co} fell. {Kanto Power} rose."},
             }) {
            CAPTURE(row.before);
            CHECK(settled(row.before, name_companies) == row.after);
        }
    }

    TEST_CASE("name_companies knows the branch of a firm by its region") {
        CHECK(settled("<Exxon Europe> said", name_companies) == "{Exxon Europe} said");
        CHECK(settled("<Exxon Sudan> said", name_companies) == "{Exxon Sudan} said");
        CHECK(settled("{Tulser} and <Tulser Europe>", name_companies) ==
              "{Tulser} and {Tulser Europe}");
        CHECK(settled("<Old Europe> said", name_companies) == "<Old Europe> said");
    }

    TEST_CASE("settle_borders parts a country from what it has") {
        CHECK(settled("{Sudan's Royal Air Force} flew", settle_borders) ==
              "<Sudan>'s {Royal Air Force} flew");
        CHECK(settled("{Acme's Royal Fund} rose", settle_borders) == "{Acme's Royal Fund} rose");
    }

    TEST_CASE("settle_places takes letters in brackets for what they stand for") {
        for (const Case& row : std::initializer_list<Case>{
                 {"offshore banking units (<OBU>), and <OBU>",
                  "offshore banking units (OBU), and OBU"},
                 {"the {Acme Airline System} (<MAS>) and <MAS>",
                  "the {Acme Airline System} ({MAS}) and {MAS}"},
                 {"the Office of Management and Budget (<OMB>)",
                  "the Office of Management and Budget (OMB)"},
                 {"<New Ohio Islands> (<NOI>)", "<New Ohio Islands> (<NOI>)"},
                 {"{Studios Universal} (<SU>), and <SU>", "{Studios Universal} ({SU}), and <SU>"},
                 {"stone units (<SU>), and <SU>", "stone units (<SU>), and <SU>"},
                 {"he came (<OBU>), to <OBU>", "he came (<OBU>), to <OBU>"},
                 {"banking units <OBU>", "banking units <OBU>"}}) {
            CAPTURE(row.before);
            CHECK(settled(row.before, settle_places) == row.after);
        }
    }

    TEST_CASE("settle_borders parts a person from a known organisation") {
        CHECK(settled("{Exxon Asha Reagan} said", settle_borders) == "{Exxon} [Asha Reagan] said");
        CHECK(settled("{Tulser Asha Reagan} said", settle_borders) == "{Tulser Asha Reagan} said");
        CHECK(settled("{Exxon Grain Reagan} said", settle_borders) == "{Exxon Grain Reagan} said");
    }

    TEST_CASE("settle_borders knows both apostrophes") {
        CHECK(settled("[Hughes’ Kistler] said", settle_borders) == "{Hughes}’ [Kistler] said");
        CHECK(settled("[Jane Doe’s Exxon] rose", settle_borders) == "[Jane Doe]’s {Exxon} rose");
        CHECK(settled("{Acme Inc’s Tulser Co} fell", settle_borders) ==
              "{Acme Inc}’s {Tulser Co} fell");
        CHECK(settled("{Sudan’s Royal Air Force} flew", settle_borders) ==
              "<Sudan>’s {Royal Air Force} flew");
    }

    TEST_CASE("settle_places takes storms for nobody") {
        CHECK(settled("Hurricane <Melissa> hit <Sudan>. [Melissa] weakened", settle_places) ==
              "Hurricane Melissa hit <Sudan>. Melissa weakened");
        CHECK(settled("[Typhoon Kalmaegi] and Tropical [Storm Wendy]", settle_places) ==
              "Typhoon Kalmaegi and Tropical Storm Wendy");
        CHECK(settled("Hurricane [Melissa]. [Melissa Doe] fled, [Melissa] said", settle_places) ==
              "Hurricane Melissa. [Melissa Doe] fled, [Melissa] said");
        CHECK(settled("[Hurricane Carter] was freed. [Rubin Hurricane Carter]", settle_places) ==
              "[Hurricane Carter] was freed. [Rubin Hurricane Carter]");
    }

    TEST_CASE("settle_places knows places that end organisations and pairs of places") {
        CHECK(settled("sold -Air <Sudan> said", settle_places) == "sold -{Air Sudan} said");
        CHECK(settled("to Old <Sudan>", settle_places) == "to Old <Sudan>");
        CHECK(settled("the <Assisi> and {Ohio} plants", settle_places) ==
              "the <Assisi> and <Ohio> plants");
        CHECK(settled("the <Assisi> and {EU} plants", settle_places) ==
              "the <Assisi> and {EU} plants");
    }

    TEST_CASE("name_companies takes no place for what is known as an organisation alone") {
        CHECK(settled("<Merrill Lynch> and <GAO> said", name_companies) ==
              "{Merrill Lynch} and {GAO} said");
        CHECK(settled("<Gao> and <EU>", name_companies) == "<Gao> and <EU>");
        CHECK(settled("told <Parliament>", name_companies) == "told {Parliament}");
        CHECK(settled("<Exxon Sudan> and <Tulser Sudan>", name_companies) ==
              "{Exxon Sudan} and <Tulser Sudan>");
    }

    TEST_CASE("name_companies knows the brief name of a known firm") {
        CHECK(settled("{Goldman Fund} and [Goldman]", name_companies) ==
              "{Goldman Fund} and {Goldman}");
        CHECK(settled("{Goldman Fund}, [Ann Goldman], [Goldman]", name_companies) ==
              "{Goldman Fund}, [Ann Goldman], [Goldman]");
        CHECK(settled("{Tulser Fund} and [Tulser]", name_companies) ==
              "{Tulser Fund} and [Tulser]");
    }

    TEST_CASE("name_companies knows a company by the last word of its name") {
        CHECK(settled("{John Lubath Ltd} fell. [John Lubath] rose. [Lubath] said so.",
                      name_companies) ==
              "{John Lubath Ltd} fell. {John Lubath} rose. {Lubath} said so.");
        CHECK(settled("{John Lubath Ltd} fell. [Ann Lubath] left. [Lubath] said so.",
                      name_companies) ==
              "{John Lubath Ltd} fell. [Ann Lubath] left. [Lubath] said so.");
    }

    TEST_CASE("name_companies leaves people and large places") {
        for (const std::string_view marked : {
                 "{Linder AG} fell. [Otto Linder] said so. [Linder] sold it.",
                 "{Ohio Inc} fell. <Ohio> rose.",
                 "{Linder} fell. [Linder] rose.",
                 "{Tom Linder Corp} was founded by [Tom Linder]. [Linder], 73, left.",
                 "{Tom Linder Corp} fell. [Linder], 73, left.",
                 "<UNITED NATIONS>, March 31 - it met",
                 "{Linder Steel AG} fell. [Linder] rose.",
                 "{Inc} fell. [Inc] rose.",
                 "",
             }) {
            CAPTURE(marked);
            CHECK(settled(marked, name_companies) == marked);
        }
    }
}

TEST_SUITE("analysis.headline_names") {
    TEST_CASE("settle_headline takes verbs out of names that the text has without them") {
        for (const Case& row : {
                 Case{"{GUINNESS STARTS} ACTION\n\n{Guinness Plc} sued.",
                      "{GUINNESS} STARTS ACTION\n\n{Guinness Plc} sued."},
                 Case{"{IMF ASSURES KENYA}\n\nThe {IMF} helps <Kenya>.",
                      "{IMF} ASSURES <KENYA>\n\nThe {IMF} helps <Kenya>."},
                 Case{"{IMF ASSURES PORT}\n\nThe {IMF} helps.",
                      "{IMF} ASSURES PORT\n\nThe {IMF} helps."},
                 Case{"{ACME INC BUYS TEXACO}\n\n{Acme Inc} buys {Texaco Research Centre}.",
                      "{ACME INC} BUYS {TEXACO}\n\n{Acme Inc} buys {Texaco Research Centre}."},
                 Case{"{HUGHES TOOL MERGER}\n\n{Hughes Tool Co} merged.",
                      "{HUGHES TOOL} MERGER\n\n{Hughes Tool Co} merged."},
                 Case{"{CARLTON COMMUNICATIONS GLAD}\n\n{Carlton Communications Plc}. {Carlton}.",
                      "{CARLTON COMMUNICATIONS} GLAD\n\n{Carlton Communications Plc}. "
                      "{Carlton}."},
                 Case{"{U.S. BANKS} LEND\n\nThe <U.S.> lends.",
                      "<U.S.> BANKS LEND\n\nThe <U.S.> lends."},
                 Case{"S/P [CUTS TEXACO]\n\n{Texaco} fell.", "S/P CUTS {TEXACO}\n\n{Texaco} fell."},
             }) {
            CAPTURE(row.before);
            CHECK(settled(row.before, without_classes) == row.after);
        }
    }

    TEST_CASE("settle_headline takes a line of more than 500 bytes for no headline") {
        const std::string below = "\n\n{Guinness Plc} sued.";
        const std::string longest = "{GUINNESS STARTS}" + std::string(485, ' ');
        CHECK(settled(longest + below, without_classes) ==
              "{GUINNESS} STARTS" + std::string(485, ' ') + below);
        CHECK(settled(longest + ' ' + below, without_classes) == longest + ' ' + below);
    }

    TEST_CASE("settle_headline leaves names that may be whole") {
        for (const std::string_view marked : {
                 "{SOUTH STARTS}\n\n{South Starts Inc} fell. {South} too.",
                 "{GUINNESS STARTS}\n\nIt sued.",
                 "{GUINNESS ACT} NOW\n\n{Guinness} sued.",
                 "{GUINNESS IS} IN\n\n{Guinness} sued.",
                 "{GUINNESS RUN}\n\n{Guinness} sued.",
                 "{FORD MOTOR OF CANADA}\n\n{Ford Motor Co} fell.",
                 "{BANK OF OHIO}\n\n{Bank of Texas} fell.",
                 "{STARTS GUINNESS}",
                 "He said.\n\n{Guinness Starts}. {Guinness}.",
             }) {
            CAPTURE(marked);
            CHECK(settled(marked, without_classes) == marked);
        }
    }
}

}  // namespace dateline::analysis
