// A table of our own; languages of many countries name those with most newspapers.
#include "indexer/analysis/places/place_languages.hpp"

#include <array>
#include <string>

namespace dateline::analysis {

namespace {

struct Row {
    std::string_view language;
    std::string_view countries;  // ISO 3166-1 alpha-2 with blanks between them
};

constexpr std::array kRows = std::to_array<Row>({
    {"az", "AZ"}, {"be", "BY"},    {"bg", "BG"},    {"bn", "BD IN"},    {"bs", "BA"},
    {"ca", "ES"}, {"cs", "CZ"},    {"da", "DK"},    {"de", "DE AT CH"}, {"el", "GR"},
    {"et", "EE"}, {"fa", "IR AF"}, {"fi", "FI"},    {"fr", "FR"},       {"ga", "IE"},
    {"he", "IL"}, {"hi", "IN"},    {"hr", "HR"},    {"hu", "HU"},       {"hy", "AM"},
    {"id", "ID"}, {"is", "IS"},    {"it", "IT"},    {"ja", "JP"},       {"ka", "GE"},
    {"kk", "KZ"}, {"ko", "KR"},    {"lt", "LT"},    {"lv", "LV"},       {"mk", "MK"},
    {"ms", "MY"}, {"nb", "NO"},    {"nl", "NL BE"}, {"nn", "NO"},       {"no", "NO"},
    {"pl", "PL"}, {"pt", "BR PT"}, {"ro", "RO"},    {"ru", "RU"},       {"sk", "SK"},
    {"sl", "SI"}, {"sq", "AL"},    {"sr", "RS"},    {"sv", "SE"},       {"th", "TH"},
    {"tr", "TR"}, {"uk", "UA"},    {"ur", "PK"},    {"uz", "UZ"},       {"vi", "VN"},
    {"zh", "CN"},
});

}  // namespace

std::vector<gazetteer::PlaceIndex> countries_of_language(std::string_view language,
                                                         const gazetteer::Gazetteer& gazetteer) {
    std::vector<gazetteer::PlaceIndex> countries;
    for (const Row& row : kRows) {
        if (row.language != language) {
            continue;
        }
        for (std::size_t at = 0; at < row.countries.size(); at += 3) {
            const std::string code = "iso2:" + std::string(row.countries.substr(at, 2));
            if (const auto country = gazetteer.find_code(code)) {
                countries.push_back(*country);
            }
        }
    }
    return countries;
}

}  // namespace dateline::analysis
