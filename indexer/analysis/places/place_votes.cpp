// One walk over the words that begin with a capital.
#include "indexer/analysis/places/place_votes.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace dateline::analysis {

namespace {

using gazetteer::Entity;
using gazetteer::EntityKind;
using gazetteer::Gazetteer;
using gazetteer::kNone;
using gazetteer::NameClass;
using gazetteer::NameClasses;
using gazetteer::NameMatch;
using gazetteer::PlaceIndex;
using gazetteer::PlaceKind;

constexpr std::size_t kMaxNameTokens = 6;

// How much a thing says about where an article is, beside a place mention's 1; by trial on the
// training halves of `score-places`.
constexpr double kAdjectiveWeight = 0.8;
constexpr double kInsideNameWeight = 0.4;
constexpr double kOrganisationWeight = 0.4;
constexpr double kPersonWeight = 0.5;

constexpr NameClasses kTelling{NameClass::Country, NameClass::Division, NameClass::PlaceAdjective};

// Whether a name could begin with the byte: a capital, or a letter beyond ASCII.
bool may_begin_name(char byte) {
    return (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80;
}

// Distinct things with their weight; how often each occurs counts by its logarithm.
class Tally {
public:
    void add(PlaceIndex place, double weight) {
        for (Row& row : rows_) {
            if (row.place == place) {
                ++row.count;
                row.weight = std::max(row.weight, weight);
                return;
            }
        }
        rows_.push_back({place, weight, 1});
    }

    [[nodiscard]] PlaceVotes votes(const Gazetteer& gazetteer) const {
        PlaceVotes votes;
        for (const Row& row : rows_) {
            votes.add(candidate_of(gazetteer, row.place), row.weight * (1 + std::log2(row.count)));
        }
        return votes;
    }

private:
    struct Row {
        PlaceIndex place{};
        double weight = 0;
        int count = 0;
    };
    std::vector<Row> rows_;
};

class Evidence {
public:
    Evidence(const SearchText& text, const Gazetteer& gazetteer)
        : text_(text), gazetteer_(gazetteer) {}

    void scan(std::span<const NameMention> mentions) {
        std::size_t token = 0;
        for (const NameMention& mention : mentions) {
            const SearchText::Tokens inside = text_.tokens_in(mention.range);
            scan_words(token, inside.first, kAdjectiveWeight);
            if (mention.type == MentionType::Org) {
                scan_words(inside.first, inside.end, kInsideNameWeight);
            } else if (mention.type == MentionType::Person) {
                add_person(inside);
            }
            token = std::max(token, inside.end);
        }
        scan_words(token, text_.hashes.size(), kAdjectiveWeight);
    }

    [[nodiscard]] PlaceVotes votes() const { return tally_.votes(gazetteer_); }

private:
    void scan_words(std::size_t token, std::size_t end, double weight) {
        while (token < end) {
            std::size_t size = 1;
            if (may_begin_name(text_.text[text_.starts[token]])) {
                size =
                    std::max(size, add_name(token, std::min(end, token + kMaxNameTokens), weight));
            }
            token += size;
        }
    }

    // The number of tokens that the name at `token` has.
    std::size_t add_name(std::size_t token, std::size_t end, double weight) {
        const NameMatch match = gazetteer_.longest(text_.hashes.subspan(token, end - token));
        if (match.empty()) {
            return 0;
        }
        if (match.classes.has(NameClass::CommonWord) && !match.classes.has_any(kTelling)) {
            return match.size_tokens;
        }
        for (const Entity entity : gazetteer_.candidates(match)) {
            if (add_entity(entity, weight)) {
                break;
            }
        }
        return match.size_tokens;
    }

    bool add_entity(const Entity& entity, double weight) {
        switch (entity.kind) {
            case EntityKind::PlaceAdjective:
                tally_.add(entity.place(), weight);
                return true;
            case EntityKind::Place: {
                const PlaceKind kind = gazetteer_.place(entity.place()).kind;
                if (kind >= PlaceKind::Country && kind <= PlaceKind::Division) {
                    tally_.add(entity.place(), kInsideNameWeight);
                }
                return true;
            }
            case EntityKind::Organisation:
                add_country(gazetteer_.organisation(entity.index).country, kOrganisationWeight);
                return true;
            case EntityKind::Person:
                break;
        }
        return false;
    }

    void add_person(SearchText::Tokens inside) {
        const NameMatch match =
            gazetteer_.exact(text_.hashes.subspan(inside.first, inside.end - inside.first));
        for (const Entity entity : gazetteer_.candidates(match)) {
            if (entity.kind == EntityKind::Person) {
                add_country(gazetteer_.person(entity.index).country, kPersonWeight);
                return;
            }
        }
    }

    void add_country(std::string_view iso2, double weight) {
        if (iso2.empty()) {
            return;
        }
        if (const auto country = gazetteer_.find_code("iso2:" + std::string(iso2))) {
            tally_.add(*country, weight);
        }
    }

    const SearchText& text_;
    const Gazetteer& gazetteer_;
    Tally tally_;
};

}  // namespace

void PlaceWeights::add(PlaceIndex place, double weight) {
    if (place == PlaceIndex{kNone}) {
        return;
    }
    for (auto& [known, sum] : weights_) {
        if (known == place) {
            sum += weight;
            return;
        }
    }
    weights_.emplace_back(place, weight);
}

double PlaceWeights::of(PlaceIndex place) const noexcept {
    for (const auto& [known, sum] : weights_) {
        if (known == place) {
            return sum;
        }
    }
    return 0;
}

void PlaceVotes::add(const PlaceCandidate& candidate, double weight) {
    countries.add(candidate.country, weight);
    divisions.add(candidate.division, weight);
    total += weight;
}

PlaceVotes votes_beside(const SearchText& text,
                        std::span<const NameMention> mentions,
                        const Gazetteer& gazetteer) {
    Evidence evidence(text, gazetteer);
    evidence.scan(mentions);
    return evidence.votes();
}

}  // namespace dateline::analysis
