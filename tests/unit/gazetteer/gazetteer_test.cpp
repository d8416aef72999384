// Look-ups in the file that is shipped, so that a change of its tables that loses something shows.
#include "common/gazetteer/gazetteer.hpp"

#include "common/text/tokenizer.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

namespace dateline::gazetteer {
namespace {

const Gazetteer& shipped() {
    static const Gazetteer gazetteer = Gazetteer::open_installed();
    return gazetteer;
}

std::string id_of(Entity entity) {
    switch (entity.kind) {
        case EntityKind::Place:
            return shipped().place_id(entity.place());
        case EntityKind::PlaceAdjective:
            return "~" + shipped().place_id(entity.place());
        case EntityKind::Person:
            return "P:" + std::string(shipped().person(entity.index).id);
        case EntityKind::Organisation:
            return "O:" + std::string(shipped().organisation(entity.index).id);
    }
    return {};
}

/// Id of the best candidate of `name`, "" if there is none.
std::string best(std::string_view name) {
    const EntityRange found = shipped().candidates(shipped().find(name));
    return found.empty() ? std::string() : id_of(*found.begin());
}

std::string path_of(std::string_view id) {
    const std::optional<PlaceIndex> index = shipped().find_place(id);
    std::string path;
    if (index) {
        for (const PlaceIndex step : shipped().path(*index)) {
            path.append(path.empty() ? "" : " > ").append(shipped().place(step).name);
        }
    }
    return path;
}

struct NameAndId {
    std::string_view name;
    std::string_view id;
};

}  // namespace

TEST_SUITE("gazetteer.gazetteer") {
    TEST_CASE("candidates puts the place of the news first") {
        for (const NameAndId& known : {
                 NameAndId{"Paris", "L:2988507"},
                 NameAndId{"London", "L:2643743"},
                 NameAndId{"Budapest", "L:3054643"},
                 NameAndId{"New York", "L:5128581"},
                 NameAndId{"New York State", "L:5128638"},
                 NameAndId{"Washington", "L:4140963"},
                 NameAndId{"Washington, D.C.", "L:4140963"},
                 NameAndId{"Washington State", "L:5815135"},
                 NameAndId{"Georgia", "L:614540"},
                 NameAndId{"Moscow", "L:524901"},
                 NameAndId{"St. Petersburg", "L:498817"},
                 NameAndId{"Saint Petersburg", "L:498817"},
                 NameAndId{"Valencia", "L:2509954"},
                 NameAndId{"Birmingham", "L:2655603"},
                 NameAndId{"Tripoli", "L:2210247"},
                 NameAndId{"Luxembourg", "L:2960313"},
                 NameAndId{"Mexico", "L:3996063"},
                 NameAndId{"Kyiv", "L:703448"},
                 NameAndId{"Kiev", "L:703448"},
                 NameAndId{"Peking", "L:1816670"},
                 NameAndId{"Bombay", "L:1275339"},
                 NameAndId{"Munich", "L:2867714"},
                 NameAndId{"München", "L:2867714"},
                 NameAndId{"Muenchen", "L:2867714"},
                 NameAndId{"Calif.", "L:5332921"},
                 NameAndId{"Mass.", "L:6254926"},
                 NameAndId{"Bavaria", "L:2951839"},
                 NameAndId{"Scotland", "L:2638360"},
                 NameAndId{"Gaza Strip", "L:admin1.PS.GZ"},
                 NameAndId{"Persian Gulf", "L:water.persian-gulf"},
                 NameAndId{"Middle East", "L:region.middle-east"},
                 NameAndId{"Tiananmen Square", "L:site.tiananmen"},
                 NameAndId{"Europe", "L:6255148"},
             }) {
            CAPTURE(known.name);
            CHECK(best(known.name) == known.id);
        }
    }

    TEST_CASE("candidates knows countries by their old and short names") {
        for (const NameAndId& known : {
                 NameAndId{"U.S.", "L:6252001"},
                 NameAndId{"USA", "L:6252001"},
                 NameAndId{"America", "L:6252001"},
                 NameAndId{"Britain", "L:2635167"},
                 NameAndId{"Burma", "L:1327865"},
                 NameAndId{"Zaire", "L:203312"},
                 NameAndId{"Côte d'Ivoire", "L:2287781"},
                 NameAndId{"Ivory Coast", "L:2287781"},
                 NameAndId{"Holland", "L:2750405"},
                 NameAndId{"Soviet Union", "L:country.soviet-union"},
                 NameAndId{"USSR", "L:country.soviet-union"},
                 NameAndId{"West Germany", "L:country.west-germany"},
                 NameAndId{"Венгрия", "L:719819"},
                 NameAndId{"匈牙利", "L:719819"},
                 NameAndId{"ハンガリー", "L:719819"},
                 NameAndId{"Magyarország", "L:719819"},
                 NameAndId{"المجر", "L:719819"},
             }) {
            CAPTURE(known.name);
            CHECK(best(known.name) == known.id);
        }
    }

    TEST_CASE("candidates gives the place of an adjective as evidence") {
        CHECK(best("Russian") == "~L:2017370");
        CHECK(best("Russians") == "~L:2017370");
        CHECK(best("Soviet") == "~L:country.soviet-union");
        CHECK(best("Dutch") == "~L:2750405");
        CHECK(best("Swiss") == "~L:2658434");
        CHECK(best("Texan") == "~L:4736286");
        CHECK_FALSE(shipped().find("Swiss").classes.has(NameClass::Country));
    }

    TEST_CASE("candidates knows organisations and people by their short names") {
        CHECK(best("NATO") == "O:north-atlantic-treaty-organization");
        CHECK(best("Nato") == "O:north-atlantic-treaty-organization");
        CHECK(best("U.N.") == "O:united-nations");
        CHECK(best("Scotland Yard") == "O:metropolitan-police");
        CHECK(best("Winston Churchill") == "P:winston-churchill");
    }

    TEST_CASE("find marks names that are ordinary words") {
        for (const std::string_view name : {"Nice", "Reading", "Mobile", "March", "Of", "Turkey"}) {
            CAPTURE(name);
            const NameClasses classes = shipped().find(name).classes;
            CHECK(classes.has(NameClass::CommonWord));
            CHECK(classes.has_any(kPlaceClasses));
        }
        for (const std::string_view name : {"Paris", "Budapest", "Germany", "Texas"}) {
            CAPTURE(name);
            CHECK_FALSE(shipped().find(name).classes.has(NameClass::CommonWord));
        }
        CHECK(shipped().find("who").classes.has(NameClass::Acronym));
        CHECK(shipped().find("us").classes.has(NameClass::Acronym));
        CHECK(shipped().find("monday").classes.has(NameClass::CalendarWord));
    }

    TEST_CASE("find knows the words around names") {
        CHECK(shipped().find("Maria").classes.has(NameClass::GivenName));
        CHECK(shipped().find("Nguyen").classes.has(NameClass::FamilyName));
        CHECK(shipped().find("Mr").classes.has(NameClass::Honorific));
        CHECK(shipped().find("Prime Minister").classes.has(NameClass::Title));
        CHECK(shipped().find("striker").classes.has(NameClass::Role));
        CHECK(shipped().find("GmbH").classes.has(NameClass::OrganisationSuffix));
        CHECK(shipped().find("Ministry").classes.has(NameClass::OrganisationWord));
        CHECK(shipped().find("bin").classes.has(NameClass::NameParticle));
        CHECK(shipped().find("River").classes.has(NameClass::PlaceWord));
        CHECK(shipped().find("qwertyuiop").empty());
        CHECK(shipped().find("").empty());
    }

    TEST_CASE("longest takes as many tokens as the name has") {
        const std::vector<TokenHash> text =
            name_hashes("United Arab Emirates officials of the United Nations");
        const std::span<const TokenHash> all(text);
        CHECK(shipped().longest(all).size_tokens == 3);
        CHECK(id_of(*shipped().candidates(shipped().longest(all)).begin()) == "L:290557");
        CHECK(shipped().longest(all.subspan(6)).size_tokens == 2);
        // Cut inside the name, the beginning alone is no name.
        CHECK(shipped().longest(all.first(2)).size_tokens != 3);
        CHECK(shipped().longest({}).empty());
    }

    TEST_CASE("all gives the shorter names too") {
        const std::vector<TokenHash> text = name_hashes("New York State Thruway");
        const std::vector<NameMatch> found = shipped().all(text);
        REQUIRE(found.size() == 3);
        CHECK(found[0].size_tokens == 1);
        CHECK(found[1].size_tokens == 2);
        CHECK(found[2].size_tokens == 3);
        CHECK(found[2].name == shipped().longest(text).name);
    }

    TEST_CASE("exact wants all tokens") {
        CHECK(shipped().exact(name_hashes("South Korea")).size_tokens == 2);
        CHECK(shipped().exact(name_hashes("South Korea said")).empty());
    }

    TEST_CASE("path leads from the continent to the place") {
        CHECK(path_of("L:3054643") == "Europe > Hungary > Budapest > Budapest");
        CHECK(path_of("L:4717560") == "North America > United States > Texas > Paris");
        CHECK(path_of("L:719819") == "Europe > Hungary");
        CHECK(path_of("L:6255148") == "Europe");
        CHECK(path_of("L:country.west-germany") == "Europe > Germany > West Germany");
    }

    TEST_CASE("find_place takes an id only as place_id writes it") {
        REQUIRE(shipped().find_place("L:3054643"));
        const Place budapest = shipped().place(*shipped().find_place("L:3054643"));
        CHECK(budapest.name == "Budapest");
        CHECK(budapest.kind == PlaceKind::City);
        CHECK(budapest.latitude == doctest::Approx(47.498));
        CHECK(budapest.longitude == doctest::Approx(19.04));
        CHECK(budapest.population > 1'500'000);
        REQUIRE(budapest.country);
        CHECK(shipped().place(*budapest.country).name == "Hungary");
        for (const std::string_view id : {"", "L:", "3054643", "L:03054643", "L:3054643x", "L:1"}) {
            CAPTURE(id);
            CHECK_FALSE(shipped().find_place(id));
        }
    }

    TEST_CASE("find_code knows countries by their codes and by the names of Reuters-21578") {
        const auto place = [](std::string_view code) {
            const std::optional<PlaceIndex> index = shipped().find_code(code);
            return index ? shipped().place_id(*index) : std::string();
        };
        CHECK(place("iso2:HU") == "L:719819");
        CHECK(place("iso3:HUN") == "L:719819");
        CHECK(place("reuters:uk") == "L:2635167");
        CHECK(place("reuters:west-germany") == "L:country.west-germany");
        CHECK(place("reuters:ussr") == "L:country.soviet-union");
        CHECK(place("admin1:US.TX") == "L:4736286");
        CHECK(place("iso2:hu").empty());
        CHECK(place("HU").empty());
    }

    TEST_CASE("find_code knows every place of Reuters-21578") {
        const char* const data = std::getenv("DATELINE_DATA");
        if (data == nullptr) {
            MESSAGE("skipped: DATELINE_DATA is not set");
            return;
        }
        std::ifstream list(std::string(data) + "/reuters-21578/all-places-strings.lc.txt");
        std::string slug;
        int known = 0;
        while (list >> slug) {
            CAPTURE(slug);
            CHECK(shipped().find_code("reuters:" + slug));
            ++known;
        }
        CHECK(known > 170);
    }

    TEST_CASE("every place lies on a continent or is larger than one") {
        std::uint32_t lost = 0;
        for (std::uint32_t number = 0; number < shipped().place_count(); ++number) {
            const Place place = shipped().place(PlaceIndex{number});
            const Place top = shipped().place(shipped().path(place.index).front());
            const bool spans_continents =
                place.kind == PlaceKind::Region || place.kind == PlaceKind::Water ||
                place.kind == PlaceKind::Land || place.kind == PlaceKind::Site;
            if (top.kind != PlaceKind::Continent && !spans_continents) {
                ++lost;
            }
        }
        CHECK(lost == 0);
    }

    TEST_CASE("every place is found by its id") {
        std::uint32_t lost = 0;
        for (std::uint32_t number = 0; number < shipped().place_count(); number += 97) {
            const PlaceIndex index{number};
            if (shipped().find_place(shipped().place_id(index)) != index) {
                ++lost;
            }
        }
        CHECK(lost == 0);
    }

    TEST_CASE("version is sixteen digits and the same each time") {
        CHECK(shipped().version().size() == 16);
        CHECK(shipped().version() == Gazetteer::open_installed().version());
    }
}

}  // namespace dateline::gazetteer
