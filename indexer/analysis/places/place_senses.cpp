// How likely each meaning of a name is before the article is looked at. Constants were set on the
// training halves of `dateline-train score-places`.
#include "indexer/analysis/places/place_senses.hpp"

#include <algorithm>

namespace dateline::analysis {

namespace {

using gazetteer::PlaceKind;

constexpr double kImportanceUnit = 1000;

// What is taken from the priors of countries: even a small one has a high importance, but a state
// or city of its name is meant where the article is about there.
constexpr double kCountryLoss = 2;
constexpr double kSectionLoss = 0.5;

// What a place loses whose main name is another one, if a place of some weight has the name as its
// main one: countries most, since they have names in all languages (`Helena` is Saint Helena).
constexpr double kOtherNameLoss = 3.5;
constexpr double kOtherNameOfCountryLoss = 4.5;
constexpr double kBriefLoss = 1;
constexpr std::uint32_t kSmallCountry = 200'000;  // people
constexpr double kSpellingLoss = 1;
constexpr double kRivalPrior = 6.5;

// A city rather than the division that is called after it, but the country rather than what is
// called after that: Singapore, Luxembourg, Taiwan.
constexpr double kCityGain = 0.3;
constexpr double kNamesakeOfCountryLoss = 2;

double prior_of(const PlaceCandidate& candidate) {
    double prior = candidate.place.importance / kImportanceUnit;
    switch (candidate.place.kind) {
        case PlaceKind::Country:
            prior -= kCountryLoss;
            break;
        case PlaceKind::Section:
            prior -= kSectionLoss;
            break;
        case PlaceKind::Continent:
        case PlaceKind::Region:
        case PlaceKind::FormerCountry:
        case PlaceKind::Division:
        case PlaceKind::SubDivision:
        case PlaceKind::Water:
        case PlaceKind::Land:
        case PlaceKind::Site:
            break;
        case PlaceKind::City:
            prior += kCityGain;
            break;
    }
    return prior;
}

double loss_of_form(const PlaceCandidate& candidate, bool country_has_name) {
    const PlaceKind kind = candidate.place.kind;
    switch (candidate.form) {
        case NameForm::Main:
            break;
        case NameForm::Brief:
            // `Mexico` is not Mexico City, but `Washington` is Washington D.C.
            if (kind == PlaceKind::City) {
                return country_has_name ? kOtherNameLoss : 0;
            }
            // `Congo` is the country that ends so, but `Norfolk` is not Norfolk Island.
            return kind == PlaceKind::Country && candidate.place.population < kSmallCountry
                       ? kOtherNameOfCountryLoss
                       : kBriefLoss;
        case NameForm::Spelling:
            if (kind == PlaceKind::City) {
                return kSpellingLoss;
            }
            [[fallthrough]];
        case NameForm::Other:
            return kind == PlaceKind::Country ? kOtherNameOfCountryLoss : kOtherNameLoss;
    }
    return 0;
}

// Whether `place` has the name of `country`, which it lies in.
bool is_namesake_of(const PlaceCandidate& place, const PlaceCandidate& country) {
    return place.place.kind > PlaceKind::FormerCountry && place.form == NameForm::Main &&
           country.place.kind == PlaceKind::Country && country.form == NameForm::Main &&
           place.country == country.place.index;
}

bool is_rival(const PlaceSense& sense) {
    return sense.candidate.form == NameForm::Main && sense.prior >= kRivalPrior;
}

}  // namespace

std::size_t PlaceName::best() const noexcept {
    std::size_t best = 0;
    for (std::size_t i = 1; i < senses.size(); ++i) {
        if (senses[i].score() > senses[best].score()) {
            best = i;
        }
    }
    return best;
}

PlaceName name_of(const PlaceCandidates& candidates) {
    PlaceName name;
    name.is_adjective = candidates.is_adjective;
    name.senses.reserve(candidates.list.size());
    for (const PlaceCandidate& candidate : candidates.list) {
        name.senses.push_back({.candidate = candidate, .prior = prior_of(candidate)});
    }
    if (std::any_of(name.senses.begin(), name.senses.end(), is_rival)) {
        const bool country_has_name =
            std::any_of(name.senses.begin(), name.senses.end(), [](const PlaceSense& sense) {
                return is_rival(sense) && sense.candidate.place.kind == PlaceKind::Country;
            });
        for (PlaceSense& sense : name.senses) {
            sense.prior -= loss_of_form(sense.candidate, country_has_name);
            if (is_namesake_of(sense.candidate, name.senses.front().candidate)) {
                sense.prior -= kNamesakeOfCountryLoss;
            }
        }
    }
    return name;
}

}  // namespace dateline::analysis
