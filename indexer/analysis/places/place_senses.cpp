// All constants of the choice stand here; they were set on the training halves of `dateline-train
// score-places`.
#include "indexer/analysis/places/place_senses.hpp"

#include <algorithm>
#include <cmath>

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
constexpr double kBriefDivisionLoss = 1;
constexpr double kSpellingLoss = 1;
constexpr double kRivalPrior = 6.5;

// A city rather than the division that is called after it.
constexpr double kCityGain = 0.3;

// Gains of the full share of votes.
constexpr double kCountryGain = 4;
constexpr double kDivisionGain = 4;
constexpr double kNearGain = 2;

// Distance at which the gain of being near has fallen to 1/e.
constexpr double kNearKm = 300;

// Votes that are added to the sum, so that few names do not weigh as many.
constexpr double kSmoothing = 2;

// Bits of share by which one step of score counts.
constexpr double kSharpness = 1.5;

constexpr int kRounds = 2;

// A sense votes for where it is near only if it is this likely.
constexpr double kAnchorShare = 0.5;

// Below this prior a place needs something that speaks for it: it is some 10,000 people whose town
// is known in few languages.
constexpr double kSmallPrior = 6.5;
constexpr double kLeastSupport = 0.2;

void share_out(PlaceName& name) {
    const double best = name.senses[name.best()].score();
    double sum = 0;
    for (PlaceSense& sense : name.senses) {
        sense.share = std::exp2(kSharpness * (sense.score() - best));
        sum += sense.share;
    }
    for (PlaceSense& sense : name.senses) {
        sense.share /= sum;
    }
}

PlaceVotes votes_of(const PlaceName& name) {
    PlaceVotes votes;
    for (const PlaceSense& sense : name.senses) {
        votes.add(sense.candidate, name.weight * sense.share);
    }
    return votes;
}

struct Anchor {
    const PlaceName* name = nullptr;
    gazetteer::Place place;
};

bool is_spot(PlaceKind kind) {
    return kind >= PlaceKind::Division && kind <= PlaceKind::Section;
}

std::vector<Anchor> anchors_of(const std::vector<PlaceName>& names) {
    std::vector<Anchor> anchors;
    for (const PlaceName& name : names) {
        if (name.senses.empty()) {
            continue;
        }
        const PlaceSense& best = name.senses[name.best()];
        if (best.share >= kAnchorShare && is_spot(best.candidate.place.kind)) {
            anchors.push_back({&name, best.candidate.place});
        }
    }
    return anchors;
}

double nearness(const PlaceName& name,
                const PlaceSense& sense,
                const std::vector<Anchor>& anchors) {
    if (!is_spot(sense.candidate.place.kind)) {
        return 0;
    }
    double nearest = 20'000;
    for (const Anchor& anchor : anchors) {
        if (anchor.name != &name && anchor.place.index != sense.candidate.place.index) {
            nearest = std::min(nearest, distance_km(anchor.place, sense.candidate.place));
        }
    }
    return std::exp(-nearest / kNearKm);
}

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
            return kBriefDivisionLoss;
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
    name.changed = candidates.changed;
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
        }
    }
    return name;
}

void weigh(std::vector<PlaceName>& names, const PlaceVotes& beside) {
    for (PlaceName& name : names) {
        if (!name.senses.empty()) {
            share_out(name);
        }
    }
    for (int round = 0; round < kRounds; ++round) {
        PlaceVotes all = beside;
        for (const PlaceName& name : names) {
            for (const PlaceSense& sense : name.senses) {
                all.add(sense.candidate, name.weight * sense.share);
            }
        }
        const std::vector<Anchor> anchors = anchors_of(names);
        for (PlaceName& name : names) {
            // The choice between one thing needs no votes, and one that is_unlikely() asks about is
            // never that important.
            if (name.senses.empty() ||
                (name.senses.size() == 1 && name.senses[0].prior >= kSmallPrior)) {
                continue;
            }
            const PlaceVotes own = votes_of(name);
            const double total = all.total - own.total + kSmoothing;
            for (PlaceSense& sense : name.senses) {
                const PlaceCandidate& candidate = sense.candidate;
                const double country =
                    all.countries.of(candidate.country) - own.countries.of(candidate.country);
                const double division =
                    all.divisions.of(candidate.division) - own.divisions.of(candidate.division);
                sense.votes = (kCountryGain * country + kDivisionGain * division) / total +
                              kNearGain * nearness(name, sense, anchors);
            }
        }
        for (PlaceName& name : names) {
            if (!name.senses.empty()) {
                share_out(name);
            }
        }
    }
}

bool is_unlikely(const PlaceName& name) {
    const PlaceSense& best = name.senses[name.best()];
    return best.prior < kSmallPrior && best.pattern + best.votes < kLeastSupport;
}

}  // namespace dateline::analysis
