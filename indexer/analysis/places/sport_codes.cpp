// Source of the codes: the International Olympic Committee's list of national committees and
// FIFA's list of member associations; only codes that ISO 3166-1 does not give to the country.
#include "indexer/analysis/places/sport_codes.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace dateline::analysis {

namespace {

struct Row {
    std::string_view code;
    std::string_view iso2;
};

constexpr std::array kCodes = std::to_array<Row>({
    {"ALG", "DZ"}, {"ANG", "AO"}, {"ANT", "AG"}, {"ARU", "AW"}, {"ASA", "AS"}, {"BAH", "BS"},
    {"BAN", "BD"}, {"BAR", "BB"}, {"BER", "BM"}, {"BHU", "BT"}, {"BIZ", "BZ"}, {"BOT", "BW"},
    {"BRU", "BN"}, {"BUL", "BG"}, {"BUR", "BF"}, {"CAM", "KH"}, {"CAY", "KY"}, {"CGO", "CG"},
    {"CHA", "TD"}, {"CHI", "CL"}, {"CRC", "CR"}, {"CRO", "HR"}, {"DEN", "DK"}, {"ESA", "SV"},
    {"FIJ", "FJ"}, {"GAM", "GM"}, {"GBS", "GW"}, {"GEQ", "GQ"}, {"GER", "DE"}, {"GRE", "GR"},
    {"GRN", "GD"}, {"GUA", "GT"}, {"GUI", "GN"}, {"HAI", "HT"}, {"HON", "HN"}, {"INA", "ID"},
    {"IRI", "IR"}, {"ISV", "VI"}, {"IVB", "VG"}, {"KOS", "XK"}, {"KSA", "SA"}, {"KUW", "KW"},
    {"LAT", "LV"}, {"LBA", "LY"}, {"LES", "LS"}, {"LIB", "LB"}, {"MAD", "MG"}, {"MAS", "MY"},
    {"MAW", "MW"}, {"MGL", "MN"}, {"MON", "MC"}, {"MRI", "MU"}, {"MTN", "MR"}, {"MYA", "MM"},
    {"NCA", "NI"}, {"NED", "NL"}, {"NEP", "NP"}, {"NGR", "NG"}, {"NIG", "NE"}, {"OMA", "OM"},
    {"PAR", "PY"}, {"PHI", "PH"}, {"PLE", "PS"}, {"POR", "PT"}, {"PUR", "PR"}, {"RSA", "ZA"},
    {"SAM", "WS"}, {"SEY", "SC"}, {"SKN", "KN"}, {"SLO", "SI"}, {"SOL", "SB"}, {"SRI", "LK"},
    {"SUD", "SD"}, {"SUI", "CH"}, {"TAN", "TZ"}, {"TGA", "TO"}, {"TOG", "TG"}, {"TPE", "TW"},
    {"TRI", "TT"}, {"UAE", "AE"}, {"URU", "UY"}, {"VAN", "VU"}, {"VIE", "VN"}, {"VIN", "VC"},
    {"ZAM", "ZM"}, {"ZIM", "ZW"},
});

}  // namespace

std::optional<gazetteer::PlaceIndex> find_sport_code(std::string_view code,
                                                     const gazetteer::Gazetteer& gazetteer) {
    const bool is_code = code.size() == 3 && std::all_of(code.begin(), code.end(), [](char letter) {
                             return letter >= 'A' && letter <= 'Z';
                         });
    if (!is_code) {
        return std::nullopt;
    }
    const auto row = std::find_if(
        kCodes.begin(), kCodes.end(), [&](const Row& each) { return each.code == code; });
    return row == kCodes.end() ? gazetteer.find_code("iso3:" + std::string(code))
                               : gazetteer.find_code("iso2:" + std::string(row->iso2));
}

}  // namespace dateline::analysis
