// See the header.
#include "indexer/analysis/places/place_patterns.hpp"

#include <algorithm>
#include <array>

namespace dateline::analysis {

namespace {

using gazetteer::Gazetteer;
using gazetteer::PlaceIndex;
using gazetteer::PlaceKind;

// Largest distance between the middles of a place and of the county or city that it is in.
constexpr double kSubDivisionKm = 100;
constexpr double kSectionKm = 40;

bool is_small_letter(char letter) {
    return letter >= 'a' && letter <= 'z';
}

bool says_kind(PlaceWord word) {
    return word == PlaceWord::Division || word == PlaceWord::City || word == PlaceWord::Water ||
           word == PlaceWord::Land || word == PlaceWord::Island;
}

}  // namespace

PlaceJoin join_of(std::string_view text, ByteRange left, ByteRange right) noexcept {
    if (right.start_bytes < left.end_bytes) {
        return PlaceJoin::None;
    }
    const std::string_view gap = text.substr(left.end_bytes, right.start_bytes - left.end_bytes);
    const std::string_view after = text.substr(right.end_bytes);
    if (gap == ", " || gap == "," || gap == ", the " || gap == ", in ") {
        return PlaceJoin::Comma;
    }
    if (gap == " (" && after.starts_with(")")) {
        return PlaceJoin::Brackets;
    }
    if (gap == " in " || gap == " in the " || gap == " of ") {
        return PlaceJoin::In;
    }
    if (gap == "'s " || gap == "\u2019s " || gap == "' " || gap == "\u2019 ") {
        return PlaceJoin::Owner;
    }
    return PlaceJoin::None;
}

bool list_goes_on(std::string_view text, ByteRange range) noexcept {
    const std::string_view after = text.substr(range.end_bytes);
    constexpr std::array<std::string_view, 5> signs{", and ", " and ", ", or ", " or ", " & "};
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
        return after.starts_with(sign) && after.size() > sign.size() &&
               !is_small_letter(after[sign.size()]);
    });
}

bool lies_in(const PlaceCandidate& inner, const PlaceCandidate& outer, const Gazetteer& gazetteer) {
    if (inner.place.index == outer.place.index) {
        return false;
    }
    if (outer.place.kind == PlaceKind::Country) {
        return inner.country == outer.place.index && inner.place.kind > PlaceKind::FormerCountry;
    }
    if (outer.place.kind == PlaceKind::Division) {
        return inner.division == outer.place.index;
    }
    if (inner.place.kind < PlaceKind::City || inner.country != outer.country) {
        return false;
    }
    if (outer.place.kind == PlaceKind::SubDivision) {
        return inner.division == outer.division &&
               distance_km(inner.place, outer.place) < kSubDivisionKm;
    }
    if (outer.place.kind == PlaceKind::City && inner.place.kind == PlaceKind::Section) {
        return distance_km(inner.place, outer.place) < kSectionKm;
    }
    if (outer.place.kind == PlaceKind::FormerCountry) {
        const std::vector<PlaceIndex> path = gazetteer.path(outer.place.index);
        return std::find(path.begin(), path.end(), inner.country) != path.end();
    }
    return false;
}

PlaceWord kind_beside(const SearchText& text, ByteRange mention) noexcept {
    const SearchText::Tokens tokens = text.tokens_in(mention);
    // Only small words: in `New York City` the capital makes it a part of a name.
    if (tokens.end < text.hashes.size() && text.starts[tokens.end] == mention.end_bytes + 1 &&
        text.text[mention.end_bytes] == ' ' &&
        is_small_letter(text.text[text.starts[tokens.end]])) {
        if (const PlaceWord word = place_word(text.hashes[tokens.end]); says_kind(word)) {
            return word;
        }
    }
    if (tokens.first >= 2 && place_word(text.hashes[tokens.first - 1]) == PlaceWord::Of) {
        const PlaceWord word = place_word(text.hashes[tokens.first - 2]);
        // What lies between must be blanks: `In the north. Of Georgia's …` says nothing.
        const std::uint32_t from = text.starts[tokens.first - 2];
        const std::string_view between = text.text.substr(from, mention.start_bytes - from);
        if (says_kind(word) && between.find_first_of(".,;:()\n\"") == between.npos) {
            return word;
        }
    }
    return PlaceWord::None;
}

}  // namespace dateline::analysis
