// The choice between places of one name, on the gazetteer that is shipped.
#include "indexer/analysis/places/resolve_places.hpp"

#include "common/text/tokenizer.hpp"
#include "tests/unit/places/marked_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace dateline::analysis {

namespace {

using Texts = std::vector<std::string>;

struct Case {
    std::string_view marked;
    Texts expected;
};

void check(std::initializer_list<Case> cases) {
    for (const Case& each : cases) {
        CAPTURE(each.marked);
        CHECK(joined(resolved(each.marked)) == joined(each.expected));
    }
}

}  // namespace

TEST_SUITE("places.resolve_places") {
    TEST_CASE("resolve_places takes the best known place of a name that stands alone") {
        check({
            {"He went to [Paris].", {"France > Île-de-France > Paris"}},
            {"He went to [London].", {"United Kingdom > England > London"}},
            {"He went to [Washington].", {"United States > District of Columbia > Washington"}},
            {"He went to [New York].", {"United States > New York > New York City"}},
            {"He went to [Moscow].", {"Russia > Moscow > Moscow"}},
            {"He went to [Georgia].", {"Georgia"}},
            {"He went to [Lebanon].", {"Lebanon"}},
            {"He went to [Mexico].", {"Mexico"}},
            {"He went to [Luxembourg].", {"Luxembourg"}},
            {"He went to [Victoria].", {"Australia > Victoria"}},
            {"He went to [Santiago].", {"Chile > Santiago Metropolitan > Santiago"}},
            {"He went to [Helena].", {"United States > Montana > Helena"}},
            {"He went to [Macedonia].", {"North Macedonia"}},
            {"He went to [Birmingham].", {"United Kingdom > England > Birmingham"}},
        });
    }

    TEST_CASE("resolve_places believes the region behind a city") {
        check({
            {"In [Paris], [Texas], it rained.",
             {"United States > Texas > Paris", "United States > Texas"}},
            {"In [London], [Ontario], it rained.",
             {"Canada > Ontario > London", "Canada > Ontario"}},
            {"In [Cambridge], [Mass.], it rained.",
             {"United States > Massachusetts > Cambridge", "United States > Massachusetts"}},
            {"In [Moscow], [Idaho], it rained.",
             {"United States > Idaho > Moscow", "United States > Idaho"}},
            {"In [Lebanon], [Pa.], it rained.",
             {"United States > Pennsylvania > Lebanon", "United States > Pennsylvania"}},
            {"In [St. Petersburg], [Fla.], it rained.",
             {"United States > Florida > St. Petersburg", "United States > Florida"}},
            {"In [Springfield], [Illinois], it rained.",
             {"United States > Illinois > Springfield", "United States > Illinois"}},
            {"In [Springfield], [Massachusetts], it rained.",
             {"United States > Massachusetts > Springfield", "United States > Massachusetts"}},
            {"In [Paris] ([Texas]) it rained.",
             {"United States > Texas > Paris", "United States > Texas"}},
            {"In [Athens], [Georgia], it rained.",
             {"United States > Georgia > Athens", "United States > Georgia"}},
            {"In [Hyderabad], [Pakistan], it rained.",
             {"Pakistan > Sindh > Hyderabad", "Pakistan"}},
        });
    }

    TEST_CASE("resolve_places takes a region behind its city for the region") {
        check({
            {"In [Buffalo], [New York], it rained.",
             {"United States > New York > Buffalo", "United States > New York"}},
            {"In [Spokane], [Washington], it rained.",
             {"United States > Washington > Spokane", "United States > Washington"}},
            {"From [New York] to [Buffalo], [New York], it rained.",
             {"United States > New York > New York City",
              "United States > New York > Buffalo",
              "United States > New York"}},
        });
    }

    TEST_CASE("resolve_places takes a list for a list") {
        check({
            {"In [Rome], [New York], it rained.",
             {"United States > New York > Rome", "United States > New York"}},
            {"Shows in [Milan], [Rome], [New York], [Paris].",
             {"Italy > Lombardy > Milan",
              "Italy > Lazio > Rome",
              "United States > New York > New York City",
              "France > Île-de-France > Paris"}},
            {"The flu reached [Cuba], [Mexico] and [Venezuela].", {"Cuba", "Mexico", "Venezuela"}},
            {"Offices in [London], [Paris] and [Rome] were shut.",
             {"United Kingdom > England > London",
              "France > Île-de-France > Paris",
              "Italy > Lazio > Rome"}},
        });
    }

    TEST_CASE("resolve_places says unknown where the region behind a name has no such place") {
        CHECK(resolved("[Lebanon], [Kansas], has a chapel.") ==
              Texts{"L:lebanon", "United States > Kansas"});
    }

    TEST_CASE("resolve_places gives a name one meaning in an article") {
        CHECK(resolved("[Paris], [Texas] - Rain fell.\n\nNobody in [Paris] was hurt.") ==
              Texts{"United States > Texas > Paris",
                    "United States > Texas",
                    "United States > Texas > Paris"});
    }

    TEST_CASE("resolve_places lets the words beside a mention overrule its other mentions") {
        CHECK(joined(resolved("[Paris], [Texas], is no twin of [Paris], [France].")) ==
              "United States > Texas > Paris; United States > Texas; "
              "France > Île-de-France > Paris; France");
    }

    TEST_CASE("resolve_places hears the votes of the other names") {
        check({
            {"In [Atlanta] and [Savannah], both in the [U.S.], voters of [Georgia] queued.",
             {"United States > Georgia > Atlanta",
              "United States > Georgia > Savannah",
              "United States",
              "United States > Georgia"}},
            {"[Tbilisi] said that [Georgia] would join. [Russia] objected.",
             {"Georgia > Tbilisi > Tbilisi", "Georgia", "Russia"}},
            {"The ferry from [Vancouver] to [Victoria], in [British Columbia], is late.",
             {"Canada > British Columbia > Vancouver",
              "Canada > British Columbia > Victoria",
              "Canada > British Columbia"}},
            {"Rebels left [Goma] and [Kinshasa]. [Congo] is calm.",
             {"Democratic Republic of the Congo > North Kivu > Goma",
              "Democratic Republic of the Congo > Kinshasa > Kinshasa",
              "Democratic Republic of the Congo"}},
            {"Voters in [Brazzaville] and [Dolisie] queued. [Congo] is calm.",
             {"Republic of the Congo > Brazzaville > Brazzaville",
              "Republic of the Congo > Niari > Dolisie",
              "Republic of the Congo"}},
        });
    }

    TEST_CASE("resolve_places hears adjectives beside the mentions") {
        const std::string_view without = "The mayor of [Tripoli] resigned.";
        const std::string_view with =
            "The Lebanese government said that the mayor of [Tripoli] resigned, Lebanese papers "
            "and the Lebanese army reported from [Beirut] and [Sidon].";
        CHECK(resolved(without).front() == "Libya > Tripoli > Tripoli");
        CHECK(resolved(with).front().starts_with("Lebanon > "));
    }

    TEST_CASE("resolve_places hears neither people nor their namesakes as places") {
        CHECK(resolved("{Georgia Texas} met {Paris Hilton} in [London].") ==
              Texts{"United Kingdom > England > London"});
    }

    TEST_CASE("resolve_places keeps names apart that begin alike") {
        check({
            {"[Guinea], [Guinea-Bissau] and [Equatorial Guinea] met.",
             {"Guinea", "Guinea-Bissau", "Equatorial Guinea"}},
            {"[Niger] and [Nigeria] met.", {"Niger", "Nigeria"}},
            {"[South Korea] and [North Korea] met.", {"South Korea", "North Korea"}},
            {"[Sudan] and [South Sudan] met.", {"Sudan", "South Sudan"}},
            {"[New York City] and [New York State] met.",
             {"United States > New York > New York City", "United States > New York"}},
            {"[Ireland] and [Northern Ireland] met.",
             {"Ireland", "United Kingdom > Northern Ireland"}},
        });
    }

    TEST_CASE("resolve_places knows old names and short ones") {
        check({
            {"[Bombay]", {"India > Maharashtra > Mumbai"}},
            {"[Peking]", {"China > Beijing > Beijing"}},
            {"[West Germany]", {"Germany > West Germany"}},
            {"[USSR]", {"Soviet Union"}},
            {"[U.S.]", {"United States"}},
            {"[UAE]", {"United Arab Emirates"}},
            {"[UK]", {"United Kingdom"}},
            {"[Calif.]", {"United States > California"}},
            {"[N.Y.]", {"United States > New York"}},
        });
    }

    TEST_CASE("resolve_places reads what is joined to a name") {
        check({
            {"In [northern Iraq] it rained.", {"Iraq"}},
            {"In [southern France] it rained.", {"France"}},
            {"In [North Carolina] it rained.", {"United States > North Carolina"}},
            {"In [Hunan province] it rained.", {"China > Hunan"}},
            {"In the state of [Georgia] it rained.", {"United States > Georgia"}},
            {"In [Washington] state it rained.", {"United States > Washington"}},
            {"In [The Hague] it rained.", {"Netherlands > South Holland > The Hague"}},
        });
    }

    TEST_CASE("resolve_places knows seas and regions and rivers by their article") {
        check({
            {"In the [Middle East] it rained.", {"Middle East"}},
            {"Ships left the [Persian Gulf].", {"Persian Gulf"}},
            {"The boat sank on the [Niger].", {"Niger River"}},
            {"The boat sank in [Niger].", {"Niger"}},
            {"Soldiers crossed the [Congo] into the bush.", {"Democratic Republic of the Congo"}},
        });
        CHECK(resolved("He crossed the [Niger].").front() == "Niger River");
        CHECK(resolved("He met the [Niger] delegation.").front() == "Niger");
    }

    TEST_CASE("resolve_places reads names of other scripts and languages") {
        check({
            {"[Москва]", {"Russia > Moscow > Moscow"}},
            {"[München]", {"Germany > Bavaria > Munich"}},
            {"[Wien]", {"Austria > Vienna > Vienna"}},
        });
    }

    TEST_CASE("resolve_places reads codes of sport only in capitals") {
        CHECK(resolved("1. {A. Suter} [SUI] 2. {B. Muller} [GER]") ==
              Texts{"Switzerland", "Germany"});
        CHECK(resolved("[Sui]").front() != "Switzerland");
    }

    TEST_CASE("resolve_places asks for capitals where a name is a word in small letters") {
        CHECK(resolved("[US]") == Texts{"United States"});
        CHECK(resolved("[us]") == Texts{"L:us"});
    }

    TEST_CASE("resolve_places leaves buildings and what no list has unknown") {
        check({
            {"At [Springfield Airport] it rained.", {"L:springfield-airport"}},
            {"In [Marlow Bend Upper Side] it rained.", {"L:marlow-bend-upper-side"}},
        });
        const MarkedText marked = read_marked("In [Xyzzyville] it rained.");
        const std::vector<ResolvedPlace> places =
            resolve_places(marked.text, marked.mentions, shipped(), {});
        REQUIRE(places.size() == 1);
        CHECK(places[0].name == "Xyzzyville");
        CHECK(places[0].confidence == 0);
        CHECK(places[0].reason == PlaceReason::Unknown);
        CHECK(places[0].range == marked.mentions[0].range);
    }

    TEST_CASE("resolve_places gives an unknown place in capitals the name that it has elsewhere") {
        const MarkedText marked = read_marked("[KETTLE BEND] EMPTIED\n\n[Kettle Bend] is empty.");
        const std::vector<ResolvedPlace> places =
            resolve_places(marked.text, marked.mentions, shipped(), {});
        REQUIRE(places.size() == 2);
        CHECK(places[0].name == "Kettle Bend");
        CHECK(places[0].id == places[1].id);
        CHECK(resolve_places("XYZZY", std::span(marked.mentions).first(0), shipped(), {}).empty());
    }

    TEST_CASE("resolve_places takes no hamlet that nothing speaks for") {
        CHECK(resolved("In [Luque] he spoke.") == Texts{"L:luque"});
        CHECK(resolved("In [Andalusia], in [Spain], near [Luque], he spoke.").back() ==
              "Spain > Andalusia > Luque");
    }

    TEST_CASE("resolve_places hears the dateline") {
        CHECK(resolved("Police in [Perth] said.").front() ==
              "Australia > Western Australia > Perth");
        CHECK(resolved("Police in [Perth] said.", {.dateline = "Edinburgh", .language = ""})
                  .front() == "United Kingdom > Scotland > Perth");
        const std::string_view text = "Police in [Melbourne] and [Orlando] said.";
        CHECK(resolved(text, {.dateline = "Tampa, Florida", .language = ""}).front() ==
              "United States > Florida > Melbourne");
    }

    TEST_CASE("resolve_places gives ids and names and how sure it is") {
        const MarkedText marked = read_marked("From [Bombay] to [Hungary].");
        const std::vector<ResolvedPlace> places =
            resolve_places(marked.text, marked.mentions, shipped(), {});
        REQUIRE(places.size() == 2);
        CHECK(places[0].id == "L:1275339");
        CHECK(places[0].name == "Mumbai");
        CHECK(places[1].id == "L:719819");
        CHECK(places[1].reason == PlaceReason::Only);
        CHECK(places[1].confidence > 0.99);
    }

    TEST_CASE("resolve_places says of an adjective that it is one") {
        const MarkedText marked = read_marked("A [South African] mine.");
        const std::vector<ResolvedPlace> places =
            resolve_places(marked.text, marked.mentions, shipped(), {});
        REQUIRE(places.size() == 1);
        CHECK(places[0].name == "South Africa");
        CHECK(places[0].reason == PlaceReason::Adjective);
    }

    TEST_CASE("resolve_places takes a state for its city of the same name") {
        check({
            {"In [Singapore] it rained.", {"Singapore"}},
            {"In [Hong Kong] it rained.", {"Hong Kong"}},
            {"In [Djibouti] it rained.", {"Djibouti"}},
        });
        CHECK(resolved("In [Taichung], [Tainan] and all [Taiwan] it rained.").back() == "Taiwan");
    }

    TEST_CASE("resolve_places is less sure where two places are as likely") {
        const MarkedText marked = read_marked("In [Springfield] it rained. In [Paris] it did not.");
        const std::vector<ResolvedPlace> places =
            resolve_places(marked.text, marked.mentions, shipped(), {});
        REQUIRE(places.size() == 2);
        CHECK(places[0].confidence < kDoubtfulPlace);
        CHECK(places[1].confidence > 0.8);
    }

    TEST_CASE("resolve_places answers in the order of the mentions and always the same") {
        const MarkedText marked = read_marked(
            "{Chelsea Clinton} left [Hope], [Arkansas], for [Paris]; <Paris Match> saw her in "
            "[Île-de-France], [Nîmes] and the [Alps].");
        const std::vector<ResolvedPlace> first =
            resolve_places(marked.text, marked.mentions, shipped(), {});
        std::vector<ByteRange> expected;
        for (const NameMention& mention : marked.mentions) {
            if (mention.type == MentionType::Place) {
                expected.push_back(mention.range);
            }
        }
        REQUIRE(first.size() == expected.size());
        const std::vector<ResolvedPlace> second =
            resolve_places(marked.text, marked.mentions, shipped(), {});
        for (std::size_t i = 0; i < first.size(); ++i) {
            CAPTURE(i);
            CHECK(first[i].range == expected[i]);
            CHECK(first[i].id == second[i].id);
            CHECK(first[i].confidence == second[i].confidence);
            CHECK(first[i].confidence >= 0);
            CHECK(first[i].confidence <= 1);
        }
    }

    TEST_CASE("resolve_places takes mentions at the very ends of a text") {
        check({
            {"[Paris]", {"France > Île-de-France > Paris"}},
            {"[Nîmes] [Orléans]",
             {"France > Occitanie > Nîmes", "France > Centre-Val de Loire > Orléans"}},
            {"", {}},
            {"Nothing is marked in Paris.", {}},
        });
    }

    TEST_CASE("resolve_places reads tokens that are at hand as those that it cuts") {
        const MarkedText marked =
            read_marked("In [Paris], [Texas], U.S. officials met {John Smith} of [Île-de-France].");
        text::Tokenizer tokenizer;
        text::TokenList list;
        tokenizer.tokenize(marked.text, list);
        std::vector<std::uint64_t> hashes;
        std::vector<std::uint32_t> starts;
        for (const text::Token& token : list.tokens()) {
            hashes.push_back(gazetteer::token_hash(list.folded(token)));
            starts.push_back(token.start_bytes);
        }
        const std::vector<ResolvedPlace> cut =
            resolve_places(marked.text, marked.mentions, shipped(), {});
        const std::vector<ResolvedPlace> given =
            resolve_places({marked.text, hashes, starts}, marked.mentions, shipped(), {});
        REQUIRE(cut.size() == given.size());
        for (std::size_t i = 0; i < cut.size(); ++i) {
            CHECK(cut[i].id == given[i].id);
        }
    }

    TEST_CASE("unknown_place_id never looks like an id of GeoNames") {
        CHECK(unknown_place_id("Kettle Bend") == "L:kettle-bend");
        CHECK(unknown_place_id("KETTLE BEND") == "L:kettle-bend");
        CHECK(unknown_place_id("1984") == "L:name-1984");
        CHECK_FALSE(shipped().find_place(unknown_place_id("2988507")));
    }

    TEST_CASE("place_reason_name names every reason") {
        CHECK(std::string(place_reason_name(PlaceReason::Only)) == "only");
        CHECK(std::string(place_reason_name(PlaceReason::Unknown)) == "unknown");
    }
}

}  // namespace dateline::analysis
