// The rounds in which names vote for one another. Constants were set on the training halves of
// `dateline-train score-places`.
#include "indexer/analysis/places/place_weighing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace dateline::analysis {

namespace {

using gazetteer::Place;
using gazetteer::PlaceKind;

// Gains of the full share of votes.
constexpr double kCountryGain = 4;
constexpr double kDivisionGain = 4;
constexpr double kNearGain = 2;

// Distance at which the gain of being near has fallen to 1/e, and where it is taken for nothing.
constexpr double kNearKm = 300;
constexpr double kFarKm = 1500;
constexpr double kEarthRadiusKm = 6371;

// Votes do not bridge a larger distance of priors: none did in the training halves.
constexpr double kLargestGain = 7;

// Votes that are added to the sum, so that few names do not weigh as many.
constexpr double kSmoothing = 2;

// Bits of share by which one step of score counts.
constexpr double kSharpness = 1.5;

// The score of what no list has: it takes its share too.
constexpr double kUnknownScore = 3.5;

constexpr int kRounds = 2;

// A sense votes for where it is near only if it is this likely, and for its country if this.
constexpr double kAnchorShare = 0.5;
constexpr double kVotingShare = 0.01;

// Below this prior a place needs something that speaks for it: it is some 10,000 people whose town
// is known in few languages.
constexpr double kSmallPrior = 6.5;
constexpr double kLeastSupport = 0.2;

// A point on the sphere of radius 1.
using UnitVector = std::array<double, 3>;

UnitVector unit_vector(const Place& place) {
    constexpr double radians = std::numbers::pi / 180;
    const double latitude = place.latitude * radians;
    const double longitude = place.longitude * radians;
    return {std::cos(latitude) * std::cos(longitude),
            std::cos(latitude) * std::sin(longitude),
            std::sin(latitude)};
}

double squared_chord(const UnitVector& left, const UnitVector& right) {
    double sum = 0;
    for (std::size_t axis = 0; axis < left.size(); ++axis) {
        sum += (left[axis] - right[axis]) * (left[axis] - right[axis]);
    }
    return sum;
}

bool is_spot(const Place& place) {
    return place.located && place.kind >= PlaceKind::Division && place.kind <= PlaceKind::Section;
}

void share_out(PlaceName& name) {
    if (name.senses.empty()) {
        return;
    }
    const double best = name.senses[name.best()].score();
    double sum = std::exp2(kSharpness * (kUnknownScore - best));
    for (PlaceSense& sense : name.senses) {
        sense.share = std::exp2(kSharpness * (sense.score() - best));
        sum += sense.share;
    }
    for (PlaceSense& sense : name.senses) {
        sense.share /= sum;
    }
}

void add_votes(const PlaceName& name, PlaceVotes& votes) {
    for (const PlaceSense& sense : name.senses) {
        if (sense.share >= kVotingShare) {
            votes.add(sense.candidate, name.weight * sense.share);
        }
    }
}

// A place that something else may be near to.
struct Anchor {
    const PlaceName* name = nullptr;
    gazetteer::PlaceIndex place{};
    UnitVector at{};
};

class Weighing {
public:
    Weighing(std::vector<PlaceName>& names, const PlaceVotes& beside)
        : names_(names), beside_(beside) {
        for (PlaceName& name : names_) {
            share_out(name);
        }
        for (const PlaceName& name : names_) {
            for (const PlaceSense& sense : name.senses) {
                spots_.push_back(!is_settled(name) && is_spot(sense.candidate.place)
                                     ? unit_vector(sense.candidate.place)
                                     : UnitVector{});
            }
        }
    }

    void run_round() {
        PlaceVotes all = beside_;
        for (const PlaceName& name : names_) {
            add_votes(name, all);
        }
        const std::vector<Anchor> anchors = find_anchors();
        std::size_t spot = 0;
        for (PlaceName& name : names_) {
            if (!is_settled(name)) {
                PlaceVotes own;
                add_votes(name, own);
                const double total = all.total - own.total + kSmoothing;
                for (std::size_t i = 0; i < name.senses.size(); ++i) {
                    PlaceSense& sense = name.senses[i];
                    const PlaceCandidate& candidate = sense.candidate;
                    const double country =
                        all.countries.of(candidate.country) - own.countries.of(candidate.country);
                    const double division =
                        all.divisions.of(candidate.division) - own.divisions.of(candidate.division);
                    sense.votes = (kCountryGain * country + kDivisionGain * division) / total +
                                  kNearGain * nearness(name, sense, spots_[spot + i], anchors);
                }
            }
            spot += name.senses.size();
        }
        for (PlaceName& name : names_) {
            share_out(name);
        }
    }

private:
    [[nodiscard]] std::vector<Anchor> find_anchors() const {
        std::vector<Anchor> anchors;
        for (const PlaceName& name : names_) {
            if (name.senses.empty()) {
                continue;
            }
            const PlaceSense& best = name.senses[name.best()];
            if (best.share >= kAnchorShare && is_spot(best.candidate.place)) {
                anchors.push_back(
                    {&name, best.candidate.place.index, unit_vector(best.candidate.place)});
            }
        }
        return anchors;
    }

    static double nearness(const PlaceName& name,
                           const PlaceSense& sense,
                           const UnitVector& at,
                           const std::vector<Anchor>& anchors) {
        if (!is_spot(sense.candidate.place)) {
            return 0;
        }
        constexpr double far_chord = kFarKm / kEarthRadiusKm;
        double nearest = far_chord * far_chord;
        for (const Anchor& anchor : anchors) {
            if (anchor.name != &name && anchor.place != sense.candidate.place.index) {
                nearest = std::min(nearest, squared_chord(anchor.at, at));
            }
        }
        // The chord is shorter than the way on the ground by less than 1 % up to kFarKm.
        return nearest < far_chord * far_chord
                   ? std::exp(-std::sqrt(nearest) * kEarthRadiusKm / kNearKm)
                   : 0;
    }

    std::vector<PlaceName>& names_;
    const PlaceVotes& beside_;
    std::vector<UnitVector> spots_;  // of all senses of all names, one after the other
};

}  // namespace

bool is_settled(const PlaceName& name) noexcept {
    double first = 0;
    double second = -kLargestGain;
    for (const PlaceSense& sense : name.senses) {
        second = std::max(second, std::min(first, sense.prior + sense.pattern));
        first = std::max(first, sense.prior + sense.pattern);
    }
    return name.senses.empty() || (first >= kSmallPrior && first - second > kLargestGain);
}

void weigh(std::vector<PlaceName>& names, const PlaceVotes& beside) {
    Weighing weighing(names, beside);
    for (int round = 0; round < kRounds; ++round) {
        weighing.run_round();
    }
}

bool is_unlikely(const PlaceName& name) {
    const PlaceSense& best = name.senses[name.best()];
    return best.prior < kSmallPrior && best.pattern + best.votes < kLeastSupport;
}

}  // namespace dateline::analysis
