// See the header.
#include "indexer/train/place_scores.hpp"

#include "common/text/tokenizer.hpp"
#include "indexer/analysis/places/resolve_places.hpp"
#include "indexer/analysis/sentences.hpp"

#include <algorithm>
#include <ctime>
#include <iomanip>
#include <sstream>

namespace dateline::train {

namespace {

using analysis::ResolvedPlace;
using gazetteer::Gazetteer;
using gazetteer::Place;
using gazetteer::PlaceIndex;

constexpr std::size_t kShownCandidates = 6;
constexpr std::uint32_t kShownBytes = 40;

// An entity such as `Paris, Texas, US` in its parts.
struct Entity {
    std::string name;
    std::string country;  // ISO 3166-1 alpha-2, or `-`
};

Entity parse_entity(const std::string& entity) {
    const std::size_t last = entity.rfind(", ");
    if (last == std::string::npos) {
        return {entity, "-"};
    }
    return {entity.substr(0, entity.find(", ")), entity.substr(last + 2)};
}

// Whether `name` is one of the names that the gazetteer has for `place`.
bool is_called(const Gazetteer& gazetteer, const Place& place, const std::string& name) {
    if (text::slug(name) == text::slug(place.name)) {
        return true;
    }
    const std::vector<gazetteer::TokenHash> hashes = gazetteer::name_hashes(name);
    const std::vector<std::uint32_t> starts(hashes.size(), 0);
    const analysis::PlaceCandidates found = analysis::find_candidates(
        {name, hashes, starts}, {0, static_cast<std::uint32_t>(name.size())}, gazetteer);
    return std::any_of(
        found.list.begin(), found.list.end(), [&](const analysis::PlaceCandidate& candidate) {
            return candidate.place.index == place.index;
        });
}

std::string point_text(double latitude, double longitude) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(2) << latitude << ' ' << longitude;
    return text.str();
}

std::string place_text(const Gazetteer& gazetteer, PlaceIndex index) {
    const Place place = gazetteer.place(index);
    std::string result = gazetteer.place_id(index);
    for (const PlaceIndex part : gazetteer.path(index)) {
        result += std::string(part == gazetteer.path(index).front() ? " " : " > ") +
                  std::string(gazetteer.place(part).name);
    }
    return result + " (" + gazetteer::place_kind_name(place.kind) + " " +
           point_text(place.latitude, place.longitude) + ")";
}

class Scorer {
public:
    explicit Scorer(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    void add(const PlaceText& text) {
        const analysis::TokenizedText tokens = analysis::tokenize_names(text.text);
        const analysis::SearchText search{text.text, tokens.search_hashes, tokens.search_starts};
        const std::clock_t before = std::clock();
        const std::vector<ResolvedPlace> resolved =
            analysis::resolve_places(search,
                                     text.mentions,
                                     gazetteer_,
                                     {.dateline = text.dateline, .language = text.language});
        result.seconds += static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
        result.bytes += text.text.size();
        for (std::size_t i = 0; i < resolved.size(); ++i) {
            compare(text, search, resolved[i], text.places[i]);
        }
    }

    ScoredPlaces result;

private:
    void compare(const PlaceText& text,
                 const analysis::SearchText& search,
                 const ResolvedPlace& found,
                 const MarkedPlace& marked) {
        const analysis::PlaceCandidates candidates =
            analysis::find_candidates(search, found.range, gazetteer_);
        PlaceCounts counts;
        counts.mentions = 1;
        counts.with_candidate = candidates.list.empty() ? 0 : 1;
        if (marked.point) {
            counts.right = is_near(found, *marked.point) ? 1 : 0;
        } else {
            compare_entity(found, parse_entity(marked.entity), counts);
        }
        counts.resolved = found.place ? 1 : 0;
        if (counts.right == 0) {
            add_error(text, found, marked, candidates);
        }
        result.counts.add(counts);
    }

    [[nodiscard]] bool is_near(const ResolvedPlace& found, const MarkedPoint& point) const {
        if (!found.place) {
            return false;
        }
        Place there;
        there.located = true;
        there.latitude = point.latitude;
        there.longitude = point.longitude;
        return analysis::distance_km(gazetteer_.place(*found.place), there) <= kRightWithinKm;
    }

    void compare_entity(const ResolvedPlace& found,
                        const Entity& entity,
                        PlaceCounts& counts) const {
        // Codes of states that are no more are in no list of today's.
        const auto country = gazetteer_.find_code("iso2:" + entity.country);
        const bool has_country = country.has_value();
        counts.with_country = has_country ? 1 : 0;
        counts.country_known = has_country ? counts.with_candidate : 0;
        if (!found.place) {
            return;
        }
        const Place place = gazetteer_.place(*found.place);
        // Regions across countries and what is in none have a country only in passing.
        const bool agrees = !has_country || place.country == country;
        counts.country_right = has_country && agrees ? 1 : 0;
        counts.right = agrees && is_called(gazetteer_, place, entity.name) ? 1 : 0;
    }

    void add_error(const PlaceText& text,
                   const ResolvedPlace& found,
                   const MarkedPlace& marked,
                   const analysis::PlaceCandidates& candidates) {
        PlaceError error;
        error.name = text.name;
        const std::uint32_t from =
            found.range.start_bytes - std::min(found.range.start_bytes, kShownBytes);
        const std::string_view all = text.text;
        error.text = std::string(all.substr(from, found.range.start_bytes - from)) + "[" +
                     std::string(all.substr(found.range.start_bytes,
                                            found.range.end_bytes - found.range.start_bytes)) +
                     "]" + std::string(all.substr(found.range.end_bytes, kShownBytes));
        error.expected = marked.point ? point_text(marked.point->latitude, marked.point->longitude)
                                      : marked.entity;
        error.found = found.place ? place_text(gazetteer_, *found.place) : "none";
        for (std::size_t i = 0; i < std::min(kShownCandidates, candidates.list.size()); ++i) {
            error.candidates +=
                (i == 0 ? "" : "; ") + place_text(gazetteer_, candidates.list[i].place.index);
        }
        result.errors.push_back(std::move(error));
    }

    const Gazetteer& gazetteer_;
};

}  // namespace

void PlaceCounts::add(const PlaceCounts& other) noexcept {
    mentions += other.mentions;
    with_candidate += other.with_candidate;
    resolved += other.resolved;
    right += other.right;
    country_right += other.country_right;
    with_country += other.with_country;
    country_known += other.country_known;
}

ScoredPlaces score_places(const Gazetteer& gazetteer, std::span<const PlaceText> texts) {
    Scorer scorer(gazetteer);
    for (const PlaceText& text : texts) {
        scorer.add(text);
    }
    return std::move(scorer.result);
}

}  // namespace dateline::train
