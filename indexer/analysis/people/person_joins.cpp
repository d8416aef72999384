// Full names first, from the fullest to the shortest, then bare names in the order of the text.
#include "indexer/analysis/people/person_joins.hpp"

#include "common/names/family_first.hpp"
#include "common/names/name_relation.hpp"
#include "common/names/spelling.hpp"
#include "indexer/analysis/people/bare_name.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace dateline::analysis {

namespace {

using names::Gender;
using names::NameRelation;
using names::PersonName;

bool against(Gender left, Gender right) {
    return left != Gender::Unknown && right != Gender::Unknown && left != right;
}

// The same for mentions of one form: exact words, whatever case and marks.
std::string form_key(const PersonName& name) {
    std::string key;
    for (const names::NameWord& word : name.words) {
        key += word.folded + ' ';
    }
    return key + '/' + name.generation;
}

// How much a full name tells: names, then written names, then letters.
std::tuple<std::size_t, std::size_t, std::size_t> fullness(const PersonName& name) {
    const auto written = std::count_if(name.words.begin(), name.words.end(), [](const auto& word) {
        return word.part == names::NamePart::Plain;
    });
    std::size_t bytes = name.generation.size();
    for (const names::NameWord& word : name.words) {
        bytes += word.folded.size();
    }
    return {name.size(), static_cast<std::size_t>(written), bytes};
}

JoinReason reason_of(NameRelation relation) {
    switch (relation) {
        case NameRelation::Same:
            return JoinReason::Alone;
        case NameRelation::Spelling:
        case NameRelation::GivenForm:
            return JoinReason::Spelling;
        case NameRelation::Order:
        case NameRelation::MiddleName:
        case NameRelation::Initials:
        case NameRelation::Surname:
        case NameRelation::Beginning:
        case NameRelation::None:
            break;
    }
    return JoinReason::Variant;
}

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

class PeopleJoiner {
public:
    explicit PeopleJoiner(std::span<const PersonMention> mentions) : mentions_(mentions) {
        result_.joins.resize(mentions.size());
    }

    JoinedPeople join() {
        find_bare_names();
        join_full_names();
        weigh_genders();
        join_bare_names();
        return std::move(result_);
    }

private:
    // All mentions with one full name.
    struct Form {
        std::vector<std::size_t> mentions;
        Gender gender = Gender::Unknown;
    };

    // A cluster that a bare name fits.
    struct Candidate {
        std::size_t cluster = 0;
        BareFit fit = BareFit::None;
    };

    const PersonName& name_of(std::size_t mention) const { return mentions_[mention].name; }

    // Names that are to be joined one by one: single ones, and surnames of several words.
    void find_bare_names() {
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            bool bare = name_of(i).is_bare();
            for (std::size_t j = 0; j < mentions_.size() && !bare; ++j) {
                bare = name_of(j).words.size() > name_of(i).words.size() &&
                       fit_bare(name_of(i), name_of(j)) == BareFit::Surname;
            }
            bare_.push_back(bare);
        }
    }

    std::vector<Form> full_forms() const {
        std::map<std::string, Form> by_key;
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (!bare_[i]) {
                Form& form = by_key[form_key(name_of(i))];
                form.mentions.push_back(i);
                form.gender = form.gender == Gender::Unknown ? mentions_[i].gender : form.gender;
            }
        }
        std::vector<Form> forms;
        for (auto& [key, form] : by_key) {
            forms.push_back(std::move(form));
        }
        std::sort(forms.begin(), forms.end(), [&](const Form& left, const Form& right) {
            const auto left_fullness = fullness(name_of(left.mentions[0]));
            const auto right_fullness = fullness(name_of(right.mentions[0]));
            if (left_fullness != right_fullness) {
                return left_fullness > right_fullness;
            }
            // Of the two orders of one name the usual one.
            return left.mentions.size() != right.mentions.size()
                       ? left.mentions.size() > right.mentions.size()
                       : left.mentions[0] < right.mentions[0];
        });
        return forms;
    }

    void join_full_names() {
        for (const Form& form : full_forms()) {
            const PersonJoin join = place_of(form);
            PersonCluster& cluster = result_.clusters[join.cluster];
            cluster.forms.push_back(form.mentions[0]);
            if (cluster.gender == Gender::Unknown) {
                cluster.gender = form.gender;
            }
            for (const std::size_t mention : form.mentions) {
                result_.joins[mention] = join;
                add_office(cluster, mention);
            }
        }
    }

    // The one cluster that fits best, or a new one.
    PersonJoin place_of(const Form& form) {
        PersonJoin join{.cluster = result_.clusters.size()};
        NameRelation best = NameRelation::None;
        std::size_t fitting = 0;
        for (std::size_t i = 0; i < result_.clusters.size(); ++i) {
            const PersonCluster& cluster = result_.clusters[i];
            const NameRelation relation =
                names::relation_of(name_of(form.mentions[0]), name_of(cluster.forms[0]));
            if (relation == NameRelation::None || against(form.gender, cluster.gender) ||
                are_known_as_two(mentions_[form.mentions[0]], cluster)) {
                continue;
            }
            ++fitting;
            if (relation < best) {
                best = relation;
                join = {.cluster = i, .reason = reason_of(relation)};
            }
        }
        if (fitting > 1 && best != NameRelation::Same) {
            join = {.cluster = result_.clusters.size(), .doubtful = true};
        }
        if (join.cluster == result_.clusters.size()) {
            result_.clusters.emplace_back();
        }
        return join;
    }

    // Aung San is not Aung San Suu Kyi.
    bool are_known_as_two(const PersonMention& mention, const PersonCluster& cluster) const {
        const std::string& other = mentions_[cluster.forms[0]].known_id;
        return !mention.known_id.empty() && !other.empty() && mention.known_id != other;
    }

    void add_office(PersonCluster& cluster, std::size_t mention) const {
        if (!mentions_[mention].office.empty()) {
            cluster.offices.push_back(mentions_[mention].office);
        }
    }

    // Titles decide, without them the given name. Most of the pronouns count only among relatives.
    void weigh_genders() {
        std::vector<int> pronouns(result_.clusters.size());
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (!bare_[i]) {
                pronouns[result_.joins[i].cluster] += static_cast<int>(mentions_[i].pronoun);
            }
        }
        for (std::size_t i = 0; i < result_.clusters.size(); ++i) {
            PersonCluster& cluster = result_.clusters[i];
            const PersonName& name = name_of(cluster.forms[0]);
            if (cluster.gender == Gender::Unknown && !names::is_family_first(name)) {
                cluster.gender = names::gender_of_given_name(name.words[0].folded);
            }
            if (pronouns[i] != 0) {
                cluster.pronoun = pronouns[i] > 0 ? Gender::Male : Gender::Female;
            }
        }
    }

    void join_bare_names() {
        full_names_.assign(result_.clusters.size(), 0);
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (!bare_[i]) {
                ++full_names_[result_.joins[i].cluster];
            }
        }
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (bare_[i]) {
                result_.joins[i] = place_of_bare(i);
                PersonCluster& cluster = result_.clusters[result_.joins[i].cluster];
                add_office(cluster, i);
            }
        }
    }

    std::vector<Candidate> candidates(std::size_t mention) const {
        std::vector<Candidate> found;
        const PersonMention& bare = mentions_[mention];
        for (std::size_t i = 0; i < result_.clusters.size(); ++i) {
            const PersonCluster& cluster = result_.clusters[i];
            if (cluster.bare || against(bare.gender, cluster.gender)) {
                continue;
            }
            Candidate candidate{.cluster = i};
            for (const std::size_t form : cluster.forms) {
                candidate.fit = std::max(candidate.fit, fit_bare(bare.name, name_of(form)));
            }
            if (candidate.fit != BareFit::None && !is_given_behind_title(bare, candidate.fit) &&
                !is_surname_of_royal(bare, cluster, candidate.fit)) {
                found.push_back(candidate);
            }
        }
        const auto best =
            std::max_element(found.begin(), found.end(), [](const auto& left, const auto& right) {
                return left.fit < right.fit;
            });
        const BareFit fit = best == found.end() ? BareFit::None : best->fit;
        std::erase_if(found, [&](const Candidate& candidate) { return candidate.fit != fit; });
        return found;
    }

    // Mr Paul is not Paul Smith, but Mr Abiy is Abiy Ahmed.
    static bool is_given_behind_title(const PersonMention& bare, BareFit fit) {
        return bare.polite && fit < BareFit::Surname &&
               names::gender_of_given_name(bare.name.words[0].folded) != Gender::Unknown;
    }

    // King Hussein is not Saddam Hussein, but Prince Charles may be Prince Henry Charles.
    static bool is_surname_of_royal(const PersonMention& bare,
                                    const PersonCluster& cluster,
                                    BareFit fit) {
        return bare.royal && fit == BareFit::Surname &&
               std::find(cluster.offices.begin(), cluster.offices.end(), bare.office) ==
                   cluster.offices.end();
    }

    PersonJoin place_of_bare(std::size_t mention) {
        std::vector<Candidate> found = candidates(mention);
        if (found.empty()) {
            return place_of_lone(mention);
        }
        const bool doubtful = found.size() > 1;
        const PersonMention& bare = mentions_[mention];
        keep_if_any(found, [&](const PersonCluster& cluster) {
            return !bare.office.empty() &&
                   std::find(cluster.offices.begin(), cluster.offices.end(), bare.office) !=
                       cluster.offices.end();
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
                return predicate(result_.clusters[candidate.cluster]);
            });
        if (!kept.empty()) {
            found = std::move(kept);
        }
    }

    // Of several the one that was named before, with the most full names; the first of equals.
    std::size_t principal(const std::vector<Candidate>& found, std::size_t mention) const {
        const auto rank = [&](const Candidate& candidate) {
            const std::size_t first = first_mention(candidate.cluster);
            return std::tuple(
                first < mention ? 0 : 1, mentions_.size() - full_names_[candidate.cluster], first);
        };
        return std::min_element(found.begin(),
                                found.end(),
                                [&](const Candidate& left, const Candidate& right) {
                                    return rank(left) < rank(right);
                                })
            ->cluster;
    }

    std::size_t first_mention(std::size_t cluster) const {
        const std::vector<std::size_t>& forms = result_.clusters[cluster].forms;
        return *std::min_element(forms.begin(), forms.end());
    }

    // With other bare mentions of the same name, or by itself.
    PersonJoin place_of_lone(std::size_t mention) {
        const PersonMention& bare = mentions_[mention];
        const auto alias = aliases_.find(form_key(bare.name));
        if (alias != aliases_.end() || (bare.alias && mention > 0)) {
            const std::size_t cluster =
                alias == aliases_.end() ? result_.joins[mention - 1].cluster : alias->second;
            aliases_.emplace(form_key(bare.name), cluster);
            return {.cluster = cluster, .reason = JoinReason::GivenName};
        }
        for (std::size_t i = 0; i < result_.clusters.size(); ++i) {
            PersonCluster& cluster = result_.clusters[i];
            if (!cluster.bare || against(bare.gender, cluster.gender)) {
                continue;
            }
            const names::NameWord& other = name_of(cluster.forms[0]).words.back();
            const names::NameWord& own = bare.name.words.back();
            const std::string& generation = name_of(cluster.forms[0]).generation;
            if (!generation.empty() && !bare.name.generation.empty() &&
                generation != bare.name.generation) {
                continue;
            }
            const bool same = other.folded == own.folded;
            if (same || names::is_same_spelling(other.spelling, own.spelling)) {
                cluster.gender = cluster.gender == Gender::Unknown ? bare.gender : cluster.gender;
                if (name_of(cluster.forms[0]).generation.empty() && !bare.name.generation.empty()) {
                    cluster.forms[0] = mention;  // Margrethe II
                }
                return {.cluster = i, .reason = same ? JoinReason::Alone : JoinReason::Spelling};
            }
        }
        result_.clusters.push_back(
            {.forms = {mention}, .bare = true, .gender = bare.gender, .offices = {}});
        return {.cluster = result_.clusters.size() - 1};
    }

    std::span<const PersonMention> mentions_;
    std::vector<bool> bare_;                      // by mention
    std::map<std::string, std::size_t> aliases_;  // cluster by form_key
    std::vector<std::size_t> full_names_;         // by cluster: how many of its mentions have one
    JoinedPeople result_;
};

}  // namespace

JoinedPeople join_people(std::span<const PersonMention> mentions) {
    return PeopleJoiner(mentions).join();
}

}  // namespace dateline::analysis
