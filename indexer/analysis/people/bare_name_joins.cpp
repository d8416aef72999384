// Each bare name goes to the person that it fits best, or to others of its kind.
#include "indexer/analysis/people/bare_name_joins.hpp"

#include "common/names/spelling.hpp"
#include "indexer/analysis/people/bare_name.hpp"
#include "indexer/analysis/people/person_forms.hpp"
#include "indexer/analysis/people/word_index.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <tuple>

namespace dateline::analysis {

namespace {

using names::Gender;
using names::PersonName;

// In a text with more people only those are found for a bare name that have it among their names.
constexpr std::size_t kMostForGivenForms = 100;

JoinReason reason_of(BareFit fit) {
    switch (fit) {
        case BareFit::Surname:
            return JoinReason::Surname;
        case BareFit::Spelling:
            return JoinReason::Spelling;
        case BareFit::GivenForm:
        case BareFit::Inner:
        case BareFit::Given:
        case BareFit::None:
            break;
    }
    return JoinReason::GivenName;
}

bool has_office(const PersonCluster& cluster, const std::string& office) {
    return std::find(cluster.offices.begin(), cluster.offices.end(), office) !=
           cluster.offices.end();
}

// Mr Paul is not Paul Smith, but Mr Abiy is Abiy Ahmed.
bool is_given_behind_title(const PersonMention& bare, BareFit fit) {
    return bare.polite && fit < BareFit::Surname &&
           names::gender_of_given_name(bare.name.words[0].folded) != Gender::Unknown;
}

// King Hussein is not Saddam Hussein, but Prince Charles may be Prince Henry Charles.
bool is_surname_of_royal(const PersonMention& bare, const PersonCluster& cluster, BareFit fit) {
    return bare.royal && fit == BareFit::Surname && !has_office(cluster, bare.office);
}

class BareNameJoiner {
public:
    BareNameJoiner(std::span<const PersonMention> mentions,
                   const std::vector<bool>& bare,
                   JoinedPeople people)
        : mentions_(mentions), bare_(bare), people_(std::move(people)) {
        for (std::size_t i = 0; i < people_.clusters.size(); ++i) {
            for (const std::size_t form : people_.clusters[i].forms) {
                full_by_word_.add(name_of(form), i);
            }
        }
        full_clusters_ = people_.clusters.size();
    }

    JoinedPeople join() {
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (bare_[i]) {
                people_.joins[i] = place_of_bare(i);
                add_office(people_.clusters[people_.joins[i].cluster], mentions_[i]);
            }
        }
        return std::move(people_);
    }

private:
    // A cluster that a bare name fits.
    struct Candidate {
        std::size_t cluster = 0;
        BareFit fit = BareFit::None;
    };

    [[nodiscard]] const PersonName& name_of(std::size_t mention) const {
        return mentions_[mention].name;
    }

    // Those of `clusters` that `bare` fits best, all of one fit.
    [[nodiscard]] std::vector<Candidate> best_of(const PersonMention& bare,
                                                 const std::vector<std::size_t>& clusters) const {
        std::vector<Candidate> found;
        for (const std::size_t i : clusters) {
            const PersonCluster& cluster = people_.clusters[i];
            Candidate candidate{.cluster = i};
            for (const std::size_t form : cluster.forms) {
                candidate.fit = std::max(candidate.fit, fit_bare(bare.name, name_of(form)));
            }
            if (candidate.fit == BareFit::None || is_against(bare.gender, cluster.gender) ||
                is_given_behind_title(bare, candidate.fit) ||
                is_surname_of_royal(bare, cluster, candidate.fit)) {
                continue;
            }
            if (!found.empty() && candidate.fit > found[0].fit) {
                found.clear();
            }
            if (found.empty() || candidate.fit == found[0].fit) {
                found.push_back(candidate);
            }
        }
        return found;
    }

    [[nodiscard]] std::vector<Candidate> candidates(const PersonMention& bare) const {
        const std::vector<std::size_t> with_word = full_by_word_.find(bare.name.words);
        std::vector<Candidate> found = best_of(bare, with_word);
        if (found.empty() && full_clusters_ <= kMostForGivenForms) {
            std::vector<std::size_t> all(full_clusters_);
            std::iota(all.begin(), all.end(), std::size_t{0});
            found = best_of(bare, all);
        }
        return found;
    }

    PersonJoin place_of_bare(std::size_t mention) {
        std::vector<Candidate> found = candidates(mentions_[mention]);
        if (found.empty()) {
            return place_of_lone(mention);
        }
        const bool doubtful = found.size() > 1;
        const PersonMention& bare = mentions_[mention];
        keep_if_any(found, [&](const PersonCluster& cluster) {
            return !bare.office.empty() && has_office(cluster, bare.office);
        });
        keep_if_any(found, [&](const PersonCluster& cluster) {
            const Gender gender = bare.gender == Gender::Unknown ? bare.pronoun : bare.gender;
            const Gender own = cluster.gender == Gender::Unknown ? cluster.pronoun : cluster.gender;
            return gender != Gender::Unknown && own == gender;
        });
        return {.cluster = principal(found, mention),
                .reason = reason_of(found[0].fit),
                .doubtful = doubtful && found.size() > 1};
    }

    template <typename Predicate>
    void keep_if_any(std::vector<Candidate>& found, const Predicate& predicate) const {
        std::vector<Candidate> kept;
        std::copy_if(
            found.begin(), found.end(), std::back_inserter(kept), [&](const auto& candidate) {
                return predicate(people_.clusters[candidate.cluster]);
            });
        if (!kept.empty()) {
            found = std::move(kept);
        }
    }

    // Of several the one that was named before, with the most full names; the first of equals.
    [[nodiscard]] std::size_t principal(const std::vector<Candidate>& found,
                                        std::size_t mention) const {
        const auto rank = [&](const Candidate& candidate) {
            const std::size_t first = first_mention(candidate.cluster);
            return std::tuple(first < mention ? 0 : 1,
                              mentions_.size() - people_.clusters[candidate.cluster].full_names,
                              first);
        };
        return std::min_element(found.begin(),
                                found.end(),
                                [&](const Candidate& left, const Candidate& right) {
                                    return rank(left) < rank(right);
                                })
            ->cluster;
    }

    [[nodiscard]] std::size_t first_mention(std::size_t cluster) const {
        const std::vector<std::size_t>& forms = people_.clusters[cluster].forms;
        return *std::min_element(forms.begin(), forms.end());
    }

    // With other bare mentions of the same name, or by itself.
    PersonJoin place_of_lone(std::size_t mention) {
        const PersonMention& bare = mentions_[mention];
        const std::string key = form_key(bare.name);
        const auto alias = aliases_.find(key);
        if (alias != aliases_.end() || (bare.alias && mention > 0)) {
            const std::size_t cluster =
                alias == aliases_.end() ? people_.joins[mention - 1].cluster : alias->second;
            aliases_.emplace(key, cluster);
            return {.cluster = cluster, .reason = JoinReason::GivenName};
        }
        const names::NameWord& last = bare.name.words.back();
        for (const std::size_t i : lone_by_word_.find(std::span(&last, 1))) {
            PersonCluster& cluster = people_.clusters[i];
            const names::NameWord& other = name_of(cluster.forms[0]).words.back();
            const bool same = other.folded == last.folded;
            if ((same || names::is_same_spelling(other.spelling, last.spelling)) &&
                is_same_lone(bare, cluster)) {
                cluster.gender = cluster.gender == Gender::Unknown ? bare.gender : cluster.gender;
                if (name_of(cluster.forms[0]).generation.empty() && !bare.name.generation.empty()) {
                    cluster.forms[0] = mention;  // Margrethe II
                }
                return {.cluster = i, .reason = same ? JoinReason::Alone : JoinReason::Spelling};
            }
        }
        lone_by_word_.add(bare.name, people_.clusters.size());
        people_.clusters.push_back({.forms = {mention}, .bare = true, .gender = bare.gender});
        return {.cluster = people_.clusters.size() - 1};
    }

    [[nodiscard]] bool is_same_lone(const PersonMention& bare, const PersonCluster& cluster) const {
        const std::string& generation = name_of(cluster.forms[0]).generation;
        const bool other = !generation.empty() && !bare.name.generation.empty() &&
                           generation != bare.name.generation;
        return !other && !is_against(bare.gender, cluster.gender);
    }

    std::span<const PersonMention> mentions_;
    const std::vector<bool>& bare_;
    JoinedPeople people_;
    std::size_t full_clusters_ = 0;  // they come first
    WordIndex full_by_word_;
    WordIndex lone_by_word_;
    std::map<std::string, std::size_t> aliases_;  // cluster by form_key()
};

}  // namespace

JoinedPeople join_bare_names(std::span<const PersonMention> mentions,
                             const std::vector<bool>& bare,
                             JoinedPeople people) {
    return BareNameJoiner(mentions, bare, std::move(people)).join();
}

}  // namespace dateline::analysis
