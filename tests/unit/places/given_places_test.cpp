// Places that sources state.
#include "indexer/analysis/places/given_places.hpp"

#include "common/base/utf8.hpp"
#include "tests/unit/places/marked_text.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

namespace dateline::analysis {

namespace {

using Texts = std::vector<std::string>;

Texts given(const std::vector<std::string>& stated,
            const std::vector<gazetteer::PlaceIndex>& in_text = {}) {
    Texts texts;
    for (const GivenPlace& place : resolve_given_places(stated, in_text, shipped(), {})) {
        texts.push_back(place.place ? path_text(*place.place) : place.id);
    }
    return texts;
}

}  // namespace

TEST_SUITE("places.given_places") {
    TEST_CASE("find_place_code reads ids and codes and slugs") {
        struct Known {
            std::string_view stated;
            std::string_view id;
        };
        for (const Known& known : {
                 Known{"L:3054643", "L:3054643"},
                 Known{"geonames:3054643", "L:3054643"},
                 Known{"GeoNames:3054643", "L:3054643"},
                 Known{"https://sws.geonames.org/3054643/", "L:3054643"},
                 Known{"http://www.geonames.org/3054643/budapest.html", "L:3054643"},
                 Known{"HU", "L:719819"},
                 Known{"HUN", "L:719819"},
                 Known{" HU ", "L:719819"},
                 Known{"iso3166-1a2:HU", "L:719819"},
                 Known{"iso3166-1a3:HUN", "L:719819"},
                 Known{"US-TX", "L:4736286"},
                 Known{"west-germany", "L:country.west-germany"},
                 Known{"usa", "L:6252001"},
                 Known{"uk", "L:2635167"},
                 Known{"ussr", "L:country.soviet-union"},
             }) {
            CAPTURE(known.stated);
            const auto place = find_place_code(known.stated, shipped());
            REQUIRE(place);
            CHECK(shipped().place_id(*place) == known.id);
        }
    }

    TEST_CASE("find_place_code leaves names and broken codes alone") {
        for (const std::string_view stated : {"",
                                              " ",
                                              "Hungary",
                                              "hu",
                                              "Hu",
                                              "XQ",
                                              "XQX",
                                              "XQ-TX",
                                              "US-",
                                              "US-QQ",
                                              "geonames:",
                                              "geonames:0",
                                              "subject:3054643",
                                              "L:",
                                              "http://www.geonames.org/",
                                              ":",
                                              "-"}) {
            CAPTURE(stated);
            CHECK_FALSE(find_place_code(stated, shipped()));
        }
    }

    TEST_CASE("resolve_given_places reads names with what they lie in") {
        CHECK(joined(
                  given({"Paris, Texas, US", "Paris (France)", "Budapest", "Budapest, Hungary"})) ==
              joined({"United States > Texas > Paris",
                      "France > Île-de-France > Paris",
                      "Hungary > Budapest > Budapest",
                      "Hungary > Budapest > Budapest"}));
    }

    TEST_CASE("resolve_given_places gives one id to a slug and a name and a code") {
        const std::vector<std::string> stated{
            "west-germany", "West Germany", "Federal Republic of Germany", "DE"};
        const std::vector<GivenPlace> places = resolve_given_places(stated, {}, shipped(), {});
        REQUIRE(places.size() == 4);
        CHECK(places[0].id == places[1].id);
        CHECK(places[2].id == places[3].id);
        CHECK(places[0].stated == "west-germany");
        CHECK(places[0].name == "West Germany");
    }

    TEST_CASE("resolve_given_places means what the text means") {
        const auto state = shipped().find_place("L:4197000");
        REQUIRE(state);
        CHECK(given({"Georgia"}) == Texts{"Georgia"});
        CHECK(given({"Georgia"}, {*state}) == Texts{"United States > Georgia"});
    }

    TEST_CASE("resolve_given_places keeps what it does not know") {
        const std::vector<std::string> stated{" Kettle Bend ", "", "  "};
        const std::vector<GivenPlace> places = resolve_given_places(stated, {}, shipped(), {});
        REQUIRE(places.size() == 3);
        CHECK(places[0].id == "L:kettle-bend");
        CHECK(places[0].name == "Kettle Bend");
        CHECK_FALSE(places[1].place);
        CHECK_FALSE(places[2].place);
    }

    TEST_CASE("find_place_code knows every place of Reuters-21578") {
        const char* data = std::getenv("DATELINE_DATA");
        if (data == nullptr) {
            MESSAGE("skipped: DATELINE_DATA is not set");
            return;
        }
        std::ifstream file(std::string(data) + "/reuters-21578/all-places-strings.lc.txt");
        int count = 0;
        for (std::string slug; std::getline(file, slug);) {
            slug = std::string(trim(slug));
            if (!slug.empty()) {
                CAPTURE(slug);
                CHECK(find_place_code(slug, shipped()));
                ++count;
            }
        }
        CHECK(count == 175);
    }

    TEST_CASE("resolve_given_places answers nothing to nothing") {
        CHECK(given({}).empty());
    }
}

}  // namespace dateline::analysis
