// See the header. Countries by ISO 3166-1 alpha-2.
#include "indexer/analysis/rules/language_traits.hpp"

#include "indexer/analysis/rules/endings.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace dateline::analysis {

namespace {

struct Homes {
    std::string_view lang;
    std::string_view countries;
};

constexpr std::array kHomes{
    Homes{"ar", "EG SA SY IQ LB JO MA DZ TN LY SD YE AE QA KW OM BH PS MR"},
    Homes{"az", "AZ"},
    Homes{"be", "BY"},
    Homes{"bg", "BG"},
    Homes{"bn", "BD IN"},
    Homes{"bs", "BA"},
    Homes{"ca", "ES AD"},
    Homes{"cs", "CZ"},
    Homes{"da", "DK GL"},
    Homes{"de", "DE AT CH LI LU"},
    Homes{"el", "GR CY"},
    Homes{"es", "ES MX AR CO CL PE VE EC BO UY PY CU DO GT HN SV NI CR PA PR"},
    Homes{"et", "EE"},
    Homes{"eu", "ES FR"},
    Homes{"fa", "IR AF"},
    Homes{"fi", "FI"},
    Homes{"fr", "FR BE CH CA LU SN CI ML BF NE CD CG CM"},
    Homes{"gl", "ES"},
    Homes{"he", "IL PS"},
    Homes{"hi", "IN"},
    Homes{"hr", "HR BA"},
    Homes{"hu", "HU"},
    Homes{"hy", "AM"},
    Homes{"id", "ID"},
    Homes{"is", "IS"},
    Homes{"it", "IT CH SM"},
    Homes{"ja", "JP"},
    Homes{"ka", "GE"},
    Homes{"kk", "KZ"},
    Homes{"ko", "KR KP"},
    Homes{"lt", "LT"},
    Homes{"lv", "LV"},
    Homes{"mk", "MK"},
    Homes{"mr", "IN"},
    Homes{"ms", "MY SG BN"},
    Homes{"nb", "NO"},
    Homes{"ne", "NP"},
    Homes{"nl", "NL BE SR"},
    Homes{"nn", "NO"},
    Homes{"no", "NO"},
    Homes{"pl", "PL"},
    Homes{"pt", "BR PT AO MZ"},
    Homes{"ro", "RO MD"},
    Homes{"ru", "RU BY KZ UA"},
    Homes{"sk", "SK"},
    Homes{"sl", "SI"},
    Homes{"sq", "AL XK"},
    Homes{"sr", "RS BA ME"},
    Homes{"sv", "SE FI"},
    Homes{"th", "TH"},
    Homes{"tr", "TR"},
    Homes{"uk", "UA"},
    Homes{"ur", "PK IN"},
    Homes{"uz", "UZ"},
    Homes{"vi", "VN"},
    Homes{"zh", "CN TW HK MO SG"}};

// Languages of scripts without capitals, as far as news in them is met.
constexpr std::array<std::string_view, 29> kWithoutCapitals = {
    "am", "ar", "bn", "ckb", "fa", "gu", "he", "hi", "ja", "ka", "km", "kn", "ko", "lo", "ml",
    "mr", "my", "ne", "or",  "pa", "ps", "sd", "si", "ta", "te", "th", "ur", "yi", "zh"};

}  // namespace

bool LanguageTraits::is_home(const std::optional<gazetteer::PlaceIndex>& country) const {
    return country && std::ranges::find(homes, *country) != homes.end();
}

LanguageTraits traits_of(std::string_view lang, const gazetteer::Gazetteer& gazetteer) {
    LanguageTraits traits;
    traits.code = lang.substr(0, lang.find('-'));
    traits.hash = gazetteer::token_hash(traits.code);
    traits.nouns_have_capitals = traits.code == "de" || traits.code == "lb";
    traits.declines = has_endings(traits.code);
    traits.has_capitals =
        std::ranges::find(kWithoutCapitals, traits.code) == kWithoutCapitals.end();
    const auto found = std::ranges::find(kHomes, traits.code, &Homes::lang);
    if (found == kHomes.end()) {
        return traits;
    }
    for (std::size_t at = 0; at < found->countries.size(); at += 3) {
        const std::string code = "iso2:" + std::string(found->countries.substr(at, 2));
        if (const auto place = gazetteer.find_code(code)) {
            traits.homes.push_back(*place);
        }
    }
    return traits;
}

}  // namespace dateline::analysis
