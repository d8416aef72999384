// Codes of countries in tables of results.
#include "indexer/analysis/places/sport_codes.hpp"

#include "tests/unit/places/marked_text.hpp"

#include <doctest/doctest.h>

namespace dateline::analysis {

TEST_SUITE("places.sport_codes") {
    TEST_CASE("find_sport_code knows codes of sport and else those of ISO") {
        struct Known {
            std::string_view code;
            std::string_view name;
        };
        for (const Known& known : {
                 Known{"GER", "Germany"},
                 Known{"NED", "Netherlands"},
                 Known{"RSA", "South Africa"},
                 Known{"KAZ", "Kazakhstan"},
                 Known{"MGL", "Mongolia"},
                 Known{"USA", "United States"},
             }) {
            CAPTURE(known.code);
            const auto place = find_sport_code(known.code, shipped());
            REQUIRE(place);
            CHECK(shipped().place(*place).name == known.name);
        }
    }

    TEST_CASE("find_sport_code refuses what is no code of three capitals") {
        for (const std::string_view code : {"", "GE", "GERM", "ger", "Ger", "XQX", "ÄÖ"}) {
            CAPTURE(code);
            CHECK_FALSE(find_sport_code(code, shipped()));
        }
    }

    TEST_CASE("find_sport_code has a country for each of its codes") {
        for (const std::string_view code :
             {"ALG", "ANG", "BAN", "BUL", "CGO", "CHI", "CRO", "DEN", "GRE", "INA", "KOS", "KSA",
              "LAT", "MAS", "NGR", "PHI", "POR", "SLO", "SUI", "TPE", "URU", "VIE", "ZIM"}) {
            CAPTURE(code);
            CHECK(find_sport_code(code, shipped()));
        }
    }
}

}  // namespace dateline::analysis
