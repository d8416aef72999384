// See the header.
#include "indexer/analysis/places/given_places.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>

namespace dateline::analysis {

namespace {

using gazetteer::Gazetteer;
using gazetteer::PlaceIndex;

constexpr std::string_view kGeoNamesPages = "geonames.org/";

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

bool is_small(char letter) {
    return letter >= 'a' && letter <= 'z';
}

std::optional<PlaceIndex> find_geonames_id(std::string_view digits, const Gazetteer& gazetteer) {
    digits = digits.substr(
        0,
        static_cast<std::size_t>(std::find_if_not(digits.begin(), digits.end(), is_digit) -
                                 digits.begin()));
    return gazetteer.find_place("L:" + std::string(digits));
}

std::optional<PlaceIndex> find_iso_code(std::string_view code, const Gazetteer& gazetteer) {
    const std::string_view letters = code.substr(0, code.find('-'));
    if (!std::all_of(letters.begin(), letters.end(), is_capital)) {
        return std::nullopt;
    }
    if (letters.size() == 2 && code.size() > 3) {
        return gazetteer.find_code("admin1:" + std::string(letters) + "." +
                                   std::string(code.substr(3)));
    }
    if (letters.size() != code.size()) {
        return std::nullopt;
    }
    if (code.size() == 2) {
        return gazetteer.find_code("iso2:" + std::string(code));
    }
    return code.size() == 3 ? gazetteer.find_code("iso3:" + std::string(code)) : std::nullopt;
}

bool is_slug(std::string_view stated) {
    return std::all_of(stated.begin(), stated.end(), [](char letter) {
        return is_small(letter) || letter == '-';
    });
}

// A text made of the names, one a paragraph, in which they are mentions.
struct NamesAsText {
    std::string text;
    std::vector<NameMention> mentions;
    std::vector<std::size_t> owner;  // for each mention the number of what was stated, or kPart
};

constexpr std::size_t kPart = static_cast<std::size_t>(-1);

void add_part(NamesAsText& names, std::string_view part, std::size_t owner) {
    NameMention mention;
    mention.type = MentionType::Place;
    mention.range.start_bytes = static_cast<std::uint32_t>(names.text.size());
    names.text += part;
    mention.range.end_bytes = static_cast<std::uint32_t>(names.text.size());
    names.mentions.push_back(mention);
    names.owner.push_back(owner);
}

// `Paris, Texas, US` and `Paris (Texas)` become mentions joined by commas; the first is meant. A
// name that the gazetteer has with its comma stays whole.
void add_name(NamesAsText& names,
              std::string_view name,
              std::size_t owner,
              const Gazetteer& gazetteer) {
    if (!gazetteer.find(name).empty()) {
        add_part(names, name, owner);
        names.text += '\n';
        return;
    }
    bool first = true;
    while (!name.empty()) {
        const std::size_t size = std::min(name.find_first_of(",(;)"), name.size());
        const std::string_view part = trim(name.substr(0, size));
        if (!part.empty()) {
            names.text += first ? "" : ", ";
            add_part(names, part, first ? owner : kPart);
            first = false;
        }
        name.remove_prefix(std::min(name.size(), size + 1));
    }
    names.text += '\n';
}

// The place among `in_text` that `stated` may mean: the first of them.
std::optional<PlaceIndex> find_in_text(std::string_view stated,
                                       std::span<const PlaceIndex> in_text,
                                       const Gazetteer& gazetteer) {
    if (in_text.empty()) {
        return std::nullopt;
    }
    const std::vector<gazetteer::TokenHash> hashes = gazetteer::name_hashes(stated);
    const std::vector<std::uint32_t> starts(hashes.size(), 0);
    const PlaceCandidates found = find_candidates(
        {stated, hashes, starts}, {0, static_cast<std::uint32_t>(stated.size())}, gazetteer);
    for (const PlaceIndex place : in_text) {
        for (const PlaceCandidate& candidate : found.list) {
            if (candidate.place.index == place) {
                return place;
            }
        }
    }
    return std::nullopt;
}

GivenPlace given(std::string_view stated,
                 std::optional<PlaceIndex> place,
                 const Gazetteer& gazetteer) {
    GivenPlace result{.stated = std::string(stated), .place = place, .id = {}, .name = {}};
    if (place) {
        result.id = gazetteer.place_id(*place);
        result.name = std::string(gazetteer.place(*place).name);
    } else {
        result.name = std::string(trim(stated));
        result.id = unknown_place_id(result.name);
    }
    return result;
}

}  // namespace

std::optional<PlaceIndex> find_place_code(std::string_view stated, const Gazetteer& gazetteer) {
    stated = trim(stated);
    if (const std::optional<PlaceIndex> own = gazetteer.find_place(stated)) {
        return own;
    }
    if (const std::size_t page = stated.find(kGeoNamesPages); page != stated.npos) {
        return find_geonames_id(stated.substr(page + kGeoNamesPages.size()), gazetteer);
    }
    if (const std::size_t colon = stated.find(':'); colon != stated.npos) {
        const std::string_view value = stated.substr(colon + 1);
        if (!value.empty() && std::all_of(value.begin(), value.end(), is_digit)) {
            return ascii_lower(stated.substr(0, colon)).starts_with("geo")
                       ? find_geonames_id(value, gazetteer)
                       : std::nullopt;
        }
        stated = value;
    }
    if (const std::optional<PlaceIndex> country = find_iso_code(stated, gazetteer)) {
        return country;
    }
    return is_slug(stated) ? gazetteer.find_code("reuters:" + std::string(stated)) : std::nullopt;
}

std::vector<GivenPlace> resolve_given_places(std::span<const std::string> stated,
                                             std::span<const PlaceIndex> in_text,
                                             const Gazetteer& gazetteer,
                                             const PlaceContext& context) {
    std::vector<std::optional<PlaceIndex>> places(stated.size());
    NamesAsText names;
    for (std::size_t i = 0; i < stated.size(); ++i) {
        places[i] = find_place_code(stated[i], gazetteer);
        if (!places[i]) {
            places[i] = find_in_text(stated[i], in_text, gazetteer);
        }
        if (!places[i]) {
            add_name(names, trim(stated[i]), i, gazetteer);
        }
    }
    const std::vector<ResolvedPlace> resolved =
        resolve_places(names.text, names.mentions, gazetteer, context);
    for (std::size_t i = 0; i < resolved.size(); ++i) {
        if (names.owner[i] != kPart) {
            places[names.owner[i]] = resolved[i].place;
        }
    }
    std::vector<GivenPlace> result;
    for (std::size_t i = 0; i < stated.size(); ++i) {
        result.push_back(given(stated[i], places[i], gazetteer));
    }
    return result;
}

}  // namespace dateline::analysis
